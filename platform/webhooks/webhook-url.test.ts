import { expect, it } from 'vitest'
import { webhookUrlFault } from './webhook-url.ts'

const STRICT = { allowsPrivate: false }

it.each(['https://example.org/hook', 'https://example.org:8443/a?token=b', 'https://1.1.1.1/'])(
  '%s may be a webhook',
  (url) => {
    expect(webhookUrlFault(url, STRICT)).toBeUndefined()
  },
)

it.each([
  ['E60: https://127.0.0.1/', 'https://127.0.0.1/', 'private network'],
  ['E60: 169.254', 'https://169.254.169.254/latest/meta-data/', 'private network'],
  ['another spelling of loopback', 'https://2130706433/', 'private network'],
  ['one in octal', 'https://0177.0.0.1/', 'private network'],
  ['IPv6', 'https://[::1]/', 'private network'],
  ['IPv4 in IPv6', 'https://[::ffff:10.0.0.1]/', 'private network'],
  ['localhost', 'https://localhost:9000/', 'private network'],
  ['a name of localhost', 'https://a.localhost./', 'private network'],
  ['plain HTTP', 'http://example.org/', 'not encrypted'],
])('%s is refused, and allowed where private addresses are', (_, url, why) => {
  expect(webhookUrlFault(url, STRICT)).toContain(why)
  expect(webhookUrlFault(url, STRICT)).toContain('WEATHER247_PRIVATE_WEBHOOKS')
  expect(webhookUrlFault(url, { allowsPrivate: true })).toBeUndefined()
})

it.each([
  ['nothing', ''],
  ['no URL', 'example.org'],
  ['another scheme', 'file:///etc/passwd'],
  ['credentials', 'https://user:word@example.org/'],
  ['a fragment', 'https://example.org/#a'],
  ['too long', `https://example.org/${'a'.repeat(2_000)}`],
])('%s is refused always', (_, url) => {
  expect(webhookUrlFault(url, { allowsPrivate: true })).toBeDefined()
})
