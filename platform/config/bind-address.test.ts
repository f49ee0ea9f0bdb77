import { expect, test } from 'vitest'
import { bindAddress, isLoopback, type TokensAsked } from './bind-address.ts'
import { SettingsError } from './settings-error.ts'

const bind = (host: string, isUnprotected = false, asked: TokensAsked = false) =>
  bindAddress({ host, isUnprotected }, () => asked)

test.each(['127.0.0.1', '127.0.0.53', '::1', '::ffff:127.0.0.1'])(
  '%s is reached from this machine alone',
  async (host) => {
    expect(isLoopback(host)).toBe(true)
    expect(await bind(host)).toBe(host)
  },
)

test('a name is listened on at the address that it stands for', async () => {
  expect(isLoopback(await bind('localhost'))).toBe(true)
})

test.each([
  ...['0.0.0.0', '::', '0', '::ffff:0.0.0.0', '192.168.1.5', '10.0.0.1', '169.254.1.1'],
  ...['fe80::1', '2001:db8::1', '::ffff:10.0.0.1', '128.0.0.1', '255.255.255.255'],
])('%s is refused with the way out, unless it is said that others are kept out', async (host) => {
  const refused = bind(host)
  await expect(refused).rejects.toThrow(SettingsError)
  await expect(refused).rejects.toThrow(/^A setting is wrong:\n {2}HOST must .*SSH tunnel/s)
  await expect(refused).rejects.toThrow(/weather247 tokens create/)
  await expect(refused).rejects.toThrow(/WEATHER247_UNPROTECTED_API=true/)
  expect(isLoopback(await bind(host, true))).toBe(false)
})

test('with a token, and while that is not known, it may be any address', async () => {
  expect(isLoopback(await bind('0.0.0.0', false, true))).toBe(false)
  expect(isLoopback(await bind('0.0.0.0', false, 'unknown'))).toBe(false)
})

test('a name that stands for nothing is refused by the name of its setting', async () => {
  await expect(bind('no such host')).rejects.toThrow(/HOST must name an address of this machine/)
  await expect(bind('no such host', true)).rejects.toThrow(SettingsError)
})
