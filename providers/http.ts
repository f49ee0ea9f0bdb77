import { promisify } from 'node:util'
import { gunzip as gunzipWithCallback } from 'node:zlib'
import { Agent, interceptors, request, type Dispatcher } from 'undici'
import { ProviderError } from '../domain/provider-error.ts'

const gunzip = promisify(gunzipWithCallback)

/** Undici's own timeouts are coarse, so this one is an AbortSignal; queueing is not part of it. */
const CALL_TIMEOUT_MS = 8_000

/** The largest bulk answer seen is about 1 KB a place; anything near this is not weather. */
const MAX_BODY_BYTES = 32 * 1024 * 1024

/** MET Norway announces moves by redirects. */
const MOST_REDIRECTS = 3

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Parsed JSON; undefined where the status carries no body (304). */
  readonly body: unknown
}

export interface JsonCall {
  readonly url: string
  /** Appended to the URL and never logged: credentials travel here. */
  readonly secretQuery?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** The provider's own reading of an error answer; undefined leaves it to the HTTP status. */
  readonly interpretError?: (status: number, body: string) => ProviderError | undefined
}

export interface HttpClient {
  /** @throws ProviderError of the kinds that concern a whole request. */
  getJson(call: JsonCall): Promise<HttpAnswer>
  close(): Promise<void>
}

export interface HttpClientOptions {
  /** `name/version contact`, as MET Norway and NWS ask for. */
  readonly userAgent: string
  readonly callTimeoutMs?: number
}

export function createHttpClient({
  userAgent,
  callTimeoutMs = CALL_TIMEOUT_MS,
}: HttpClientOptions): HttpClient {
  const agent = new Agent({
    keepAliveTimeout: 30_000,
    connections: 64,
    maxResponseSize: MAX_BODY_BYTES,
  })
  const dispatcher = agent.compose(interceptors.redirect({ maxRedirections: MOST_REDIRECTS }))
  return {
    async getJson(call) {
      const timeout = AbortSignal.timeout(callTimeoutMs)
      const signal = AbortSignal.any([call.signal, timeout])
      const headers = {
        'user-agent': userAgent,
        accept: 'application/json',
        'accept-encoding': 'gzip',
        ...call.headers,
      }
      let response: Dispatcher.ResponseData
      let text: string
      try {
        response = await request(withQuery(call), { dispatcher, headers, signal })
        text = await textOf(response)
      } catch (error) {
        throw transportError(error, call, timeout, callTimeoutMs)
      }
      return answerOf(response, text, call)
    },
    close: () => agent.close(),
  }
}

async function textOf({ body, headers }: Dispatcher.ResponseData): Promise<string> {
  if (headers['content-encoding'] !== 'gzip') return body.text()
  const packed = Buffer.from(await body.arrayBuffer())
  return (await gunzip(packed, { maxOutputLength: MAX_BODY_BYTES })).toString('utf8')
}

function withQuery({ url, secretQuery }: JsonCall): string {
  if (!secretQuery) return url
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(secretQuery).toString()}`
}

const placeOf = (call: JsonCall): string => new URL(call.url).host

/** A cancelled call is not the provider's failure, so it is thrown as it is. */
function transportError(
  error: unknown,
  call: JsonCall,
  timeout: AbortSignal,
  callTimeoutMs: number,
): unknown {
  if (call.signal.aborted) return call.signal.reason
  if (timeout.aborted) {
    return new ProviderError('timeout', `${placeOf(call)} did not answer in ${callTimeoutMs} ms`)
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new ProviderError('network', `${placeOf(call)}: ${reason}`, { cause: error })
}

function answerOf(response: Dispatcher.ResponseData, text: string, call: JsonCall): HttpAnswer {
  const headers = flatHeaders(response.headers)
  const status = response.statusCode
  if (status === 304) return { status, headers, body: undefined }
  if (status < 200 || status > 299) {
    throw call.interpretError?.(status, text) ?? errorOfStatus(status, headers, placeOf(call))
  }
  try {
    return { status, headers, body: JSON.parse(text) as unknown }
  } catch (cause) {
    const start = text.slice(0, 120)
    throw new ProviderError('not-json', `${placeOf(call)} sent ${status} with no JSON: ${start}`, {
      status,
      cause,
    })
  }
}

function flatHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

function errorOfStatus(
  status: number,
  headers: Readonly<Record<string, string>>,
  host: string,
): ProviderError {
  const retryAfterMs = retryAfterOf(headers['retry-after'], new Date())
  const options = { status, ...(retryAfterMs !== undefined && { retryAfterMs }) }
  const said = `${host} answered ${status}`
  if (status === 401 || status === 403) return new ProviderError('unauthorized', said, options)
  if (status === 404) return new ProviderError('not-found', said, options)
  if (status === 422) return new ProviderError('not-covered', said, options)
  if (status === 408) return new ProviderError('timeout', said, options)
  if (status === 429) return new ProviderError('rate-limited', said, options)
  if (status >= 500) return new ProviderError('unavailable', said, options)
  return new ProviderError('rejected', said, options)
}

/** RFC 9110: delay-seconds or an HTTP date. */
export function retryAfterOf(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime())
}
