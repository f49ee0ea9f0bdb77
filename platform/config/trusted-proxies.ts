import { isIP } from 'node:net'
import { SettingsError } from './settings-error.ts'

const BITS: Readonly<Record<number, number>> = { 4: 32, 6: 128 }

/** @throws SettingsError for what is no address and no network. */
export function proxiesOf(proxies: readonly string[]): readonly string[] {
  const wrong = proxies.find((proxy) => !isNetwork(proxy))
  if (wrong === undefined) return proxies
  const complaint = `must be IP addresses or networks such as 10.0.0.0/8, not ${JSON.stringify(wrong)}`
  throw new SettingsError([{ name: 'WEATHER247_TRUSTED_PROXIES', complaint }])
}

function isNetwork(text: string): boolean {
  const [address = '', bits = '1'] = text.split('/', 2)
  const width = BITS[isIP(address)] ?? 0
  // A network of all addresses would believe everyone.
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= width
}
