import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { LRUCache } from 'lru-cache'
import type { Config } from './config.ts'
import { SettingsError } from './settings-error.ts'

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')

/** Each request asks for its address, and few addresses ask. */
const known = new LRUCache<string, boolean>({ max: 1000 })

/** Whether only programs of this machine can reach the address. */
export const isLoopback = (address: string): boolean =>
  known.get(address) ?? remember(address, isOfThisMachine(address))

const isOfThisMachine = (address: string): boolean =>
  isIP(address) !== 0 && loopback.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

function remember(address: string, isOwn: boolean): boolean {
  known.set(address, isOwn)
  return isOwn
}

/** Whether the API asks for tokens; `unknown` where that is seen later. */
export type TokensAsked = boolean | 'unknown'

/**
 * The address to listen on: a name is resolved once, so that it cannot change its meaning.
 * @throws SettingsError where others could reach it, while the API asks for no token.
 */
export async function bindAddress(
  { host, isUnprotected }: Pick<Config['api'], 'host' | 'isUnprotected'>,
  areTokensAsked: () => TokensAsked | Promise<TokensAsked>,
): Promise<string> {
  const addresses = await addressesOf(host)
  const reachable = addresses.find((address) => !isLoopback(address))
  if (reachable !== undefined && !isUnprotected && (await areTokensAsked()) === false) {
    throw refusal(host, reachable)
  }
  const [address] = addresses
  if (address === undefined) throw hostError(`names no address: ${host}`)
  return address
}

async function addressesOf(host: string): Promise<string[]> {
  try {
    const found = await lookup(host, { all: true, verbatim: false })
    return found.map(({ address }) => address)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw hostError(`must name an address of this machine, not ${JSON.stringify(host)} (${code})`, {
      cause: error,
    })
  }
}

function refusal(host: string, address: string): SettingsError {
  const named = host === address ? host : `${host} (${address})`
  return hostError(
    `must be an address of this machine alone, such as 127.0.0.1, not ${named}, until there is a ` +
      'token: without one, anyone who reaches the API can pause schedules and spend quota. ' +
      'Create one with `weather247 tokens create --role admin --name …`, and start again; or leave ' +
      'HOST as it is and use an SSH tunnel (ssh -L 8247:127.0.0.1:8247 …). Where something else ' +
      'keeps others out, such as a container whose port is published on 127.0.0.1 only, set ' +
      'WEATHER247_UNPROTECTED_API=true.',
  )
}

const hostError = (complaint: string, options?: ErrorOptions): SettingsError =>
  new SettingsError([{ name: 'HOST', complaint }], options)
