import { expect, test } from 'vitest'
import { maskSecrets } from './mask-secrets.ts'

const KEY = 'aB3+/d&e "f\\<1>é'
const upperHex = encodeURIComponent(KEY)
const everyByte = Array.from(
  new TextEncoder().encode(KEY),
  (byte) => `%${byte.toString(16).padStart(2, '0')}`,
).join('')

test.each([
  ['as it is', KEY],
  ['in other letters', KEY.toUpperCase()],
  ['URL-encoded', upperHex],
  ['URL-encoded in lower case', upperHex.toLowerCase()],
  ['URL-encoded to the last letter', everyByte],
  ['URL-encoded twice', encodeURIComponent(upperHex)],
  ['in a query', `https://x.test/?appid=${upperHex}&units=metric`],
  ['form-encoded', new URLSearchParams({ key: KEY }).toString()],
  ['in JSON', JSON.stringify({ key: KEY })],
  ['in JSON with slashes escaped', JSON.stringify(KEY).replaceAll('/', '\\/')],
  ['in JSON in ASCII', Array.from(KEY, (one) => `\\u${hex4(one)}`).join('')],
  ['in JSON within JSON', JSON.stringify(JSON.stringify({ key: KEY }))],
  [
    'in HTML',
    KEY.replace('&', '&amp;').replace('"', '&quot;').replace('<', '&lt;').replace('>', '&gt;'),
  ],
  ['URL-encoded within HTML', upperHex.replaceAll('%', '&#37;')],
  ['URL-encoded within JSON in ASCII', upperHex.replaceAll('%', '\\u0025')],
  ['in HTML by numbers', Array.from(KEY, (one) => `&#${one.codePointAt(0) ?? 0};`).join('')],
  [
    'in HTML by hexadecimals',
    Array.from(KEY, (one) => `&#x${hex4(one).replace(/^0+/, '')};`).join(''),
  ],
])('a secret is hidden %s', (_, text) => {
  const masked = maskSecrets([KEY])(`before ${text} after`)
  expect(masked).toMatch(/^before .*\[secret\].* after$/)
  expect(masked).not.toMatch(/ab3|d%26e|é|%61|\\u00|&#/i)
})

test('only the secret is hidden', () => {
  const mask = maskSecrets(['s3cret-key', 'abc'])
  expect(mask('{"a":"s3cret-key","b":"s3cret","c":"abc"}')).toBe(
    '{"a":"[secret]","b":"s3cret","c":"abc"}',
  )
  expect(maskSecrets([])('s3cret-key')).toBe('s3cret-key')
})

test('any character may be part of a secret', () => {
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index))
  for (const one of [...printable, '\t', '\u0000', '€', '😀', '\ud800']) {
    expect(maskSecrets([`k3y${one}`])(`<k3y${one}>`)).toBe('<[secret]>')
  }
})

test('the longer of two secrets is hidden first', () => {
  expect(maskSecrets(['abcd', 'abcd-efgh'])('abcd-efgh abcd')).toBe('[secret] [secret]')
})

test('a long token is hidden to its end', () => {
  const token = 'x1'.repeat(500)
  expect(maskSecrets([token])(`Bearer ${token} .`)).toBe('Bearer [secret] .')
})

test('no line of a PEM key shows', () => {
  const lines = Array.from({ length: 26 }, (_, index) => `MIIE${index}+/${'Ab9'.repeat(19)}`)
  const pem = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join('\n')
  const mask = maskSecrets([pem])
  expect(mask(pem)).not.toContain('MIIE')
  expect(mask(JSON.stringify({ pem }))).not.toContain('MIIE')
  expect(mask(encodeURIComponent(lines[3] ?? ''))).toBe('[secret]')
})

test('text made to be slow to search is searched all the same', () => {
  const mask = maskSecrets([KEY, 'aaaaaaaaaaaaaaaaaaaaab'])
  const hostile = ['\\', 'a', '&amp;', '%25', '&#0'].map((one) => one.repeat(20_000)).join('')
  expect(mask(hostile)).toBe(hostile)
})

function hex4(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')
}
