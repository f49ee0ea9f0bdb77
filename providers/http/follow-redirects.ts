import { request, type Dispatcher } from 'undici'
import { ProviderError } from '../../domain/provider/provider-error.ts'

/** MET Norway announces moves by redirects. */
const MAX_REDIRECTS = 3

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const PERMANENT: ReadonlySet<number> = new Set([301, 308])

type Options = Pick<Dispatcher.RequestOptions, 'headers' | 'signal'> & {
  readonly dispatcher: Dispatcher
}

/** Follows redirects, but not with a key to another host, because the new address may repeat our query. */
export async function requestFollowingRedirects(
  url: string,
  options: Options,
  hasKey: boolean,
): Promise<Dispatcher.ResponseData> {
  let at = new URL(url)
  for (let redirects = 0; ; redirects++) {
    const response = await request(at, options)
    const next = redirects < MAX_REDIRECTS ? targetOf(response, at) : undefined
    if (!next) return response
    await response.body.dump()
    if (hasKey && !isSameServer(at, next)) throw refusal(response.statusCode, at, next)
    at = next
  }
}

function targetOf({ statusCode, headers }: Dispatcher.ResponseData, from: URL): URL | undefined {
  const [location] = [headers['location']].flat()
  if (!REDIRECTS.has(statusCode) || location === undefined) return undefined
  if (!URL.canParse(location, from.href)) return undefined
  const target = new URL(location, from)
  target.username = ''
  target.password = ''
  return target.protocol === 'http:' || target.protocol === 'https:' ? target : undefined
}

/** The same host, also when it moves from HTTP to TLS. */
function isSameServer(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return true
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:'
  return isUpgrade && from.hostname === to.hostname && from.port === '' && to.port === ''
}

/** A captive portal redirects for a while; an API that has moved redirects permanently. */
function refusal(status: number, from: URL, to: URL): ProviderError {
  const said = `${from.host} redirects to ${to.host}, where our key is not sent`
  return new ProviderError(PERMANENT.has(status) ? 'rejected' : 'unavailable', said, { status })
}
