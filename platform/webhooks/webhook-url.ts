import { isIP } from 'node:net'
import { isPrivateAddress } from './private-addresses.ts'

const MAX_LENGTH = 2_000

export interface UrlRules {
  /** For development and the demo: plain HTTP, and addresses of this machine and its networks. */
  readonly allowsPrivate: boolean
}

const ALLOW = 'WEATHER247_PRIVATE_WEBHOOKS=true allows it, for development'

/** What keeps an address from being a webhook's; undefined where nothing does. Names are looked up when it is sent to. */
export function webhookUrlFault(text: string, { allowsPrivate }: UrlRules): string | undefined {
  if (!URL.canParse(text) || text.length > MAX_LENGTH) return 'it is no URL'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return 'it does not begin with https://'
  }
  if (url.username !== '' || url.password !== '') return 'it holds a user name or a password'
  if (url.hash !== '') return 'it has a fragment, which no server ever sees'
  if (allowsPrivate) return undefined
  if (url.protocol === 'http:') return `it is not encrypted: take https:// (${ALLOW})`
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const isName = isIP(host) === 0
  if (isName ? /(^|\.)localhost\.?$/.test(host) : isPrivateAddress(host)) {
    return `its host is this machine, or one of a private network (${ALLOW})`
  }
  return undefined
}
