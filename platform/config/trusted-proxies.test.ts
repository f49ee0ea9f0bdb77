import { expect, test } from 'vitest'
import { proxiesOf } from './trusted-proxies.ts'

test('addresses and networks are trusted', () => {
  const proxies = ['10.0.0.0/8', '127.0.0.1', '::1', 'fd00::/8']
  expect(proxiesOf(proxies)).toEqual(proxies)
})

test.each(['proxy.example', '10.0.0.0/33', '0.0.0.0/0', '::/0', '10.0.0', '1.2.3.4/x', ''])(
  '%j is refused by the name of the setting',
  (wrong) => {
    expect(() => proxiesOf(['127.0.0.1', wrong])).toThrow(/WEATHER247_TRUSTED_PROXIES must be/)
  },
)
