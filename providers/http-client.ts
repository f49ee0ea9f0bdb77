import { Agent, type Dispatcher } from 'undici'
import type { Mask } from '../domain/text/mask-secrets.ts'
import { outsideText } from '../domain/text/printable-text.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'
import { fileAnswerOf, jsonAnswerOf, placeOf, plainHeaders } from './http/answer.ts'
import { bodyBytesOf, bodyTextOf, withoutIdleEscapes } from './http/body.ts'
import type { Call, FileAnswer, FileCall, HttpAnswer, JsonCall } from './http/call.ts'
import { requestFollowingRedirects } from './http/follow-redirects.ts'
import { QueryMasks } from './http/mask-echoed-secrets.ts'

type Response = Dispatcher.ResponseData

/** An AbortSignal, because undici's own timeouts are coarse. Time in the lane does not count. */
const CALL_TIMEOUT_MS = 8_000

/** The largest bulk answer seen is about 1 KB a place. */
const MAX_BODY_BYTES = 32 * 1024 * 1024

/** Characters of a body that are handed on for the operator to read. */
const MAX_SAMPLE = 4_000

const KEEP_ALIVE_MS = 30_000

/** To one host; the lanes of all providers together have fewer requests in flight. */
const MAX_CONNECTIONS = 64

export interface HttpClient {
  /** @throws ProviderError of the kinds that concern a whole request. */
  getJson(call: JsonCall): Promise<HttpAnswer>
  /** @throws ProviderError likewise; `not-json` for a file that is too large. */
  getFile(call: FileCall): Promise<FileAnswer>
  close(): Promise<void>
}

export interface HttpClientOptions {
  /** `name/version contact`, as MET Norway and NWS ask for. */
  readonly userAgent: string
  readonly callTimeoutMs?: number
  readonly maxBodyBytes?: number
}

export const createHttpClient = (options: HttpClientOptions): HttpClient =>
  new UndiciHttpClient(options)

class UndiciHttpClient implements HttpClient {
  readonly #dispatcher: Agent
  readonly #masks = new QueryMasks()
  readonly #userAgent: string
  readonly #callTimeoutMs: number
  readonly #maxBodyBytes: number

  constructor({
    userAgent,
    callTimeoutMs = CALL_TIMEOUT_MS,
    maxBodyBytes = MAX_BODY_BYTES,
  }: HttpClientOptions) {
    this.#userAgent = userAgent
    this.#callTimeoutMs = callTimeoutMs
    this.#maxBodyBytes = maxBodyBytes
    this.#dispatcher = new Agent({
      keepAliveTimeout: KEEP_ALIVE_MS,
      connections: MAX_CONNECTIONS,
      maxResponseSize: maxBodyBytes,
    })
  }

  async getJson(call: JsonCall): Promise<HttpAnswer> {
    const mask = this.#masks.for(call.secretQuery)
    const url = withQuery(call)
    const fetched = await this.#fetch(
      { ...call, url },
      mask,
      call.secretQuery !== undefined,
      (one) => bodyTextOf(one, this.#maxBodyBytes),
    )
    const { response, body } = fetched
    const masked = { ...body, text: mask(withoutIdleEscapes(body.text)) }
    const headers = plainHeaders(response.headers, mask)
    const { statusCode: status } = response
    call.onAnswer?.({ status, headers, text: masked.text.slice(0, MAX_SAMPLE) })
    return jsonAnswerOf(status, headers, masked, call)
  }

  async getFile(call: FileCall): Promise<FileAnswer> {
    const mask = this.#masks.for(undefined)
    // The file is packed already; a server that packs it once more is not asked to.
    const asFile = { accept: '*/*', 'accept-encoding': 'identity', ...call.headers }
    const { response, body } = await this.#fetch({ ...call, headers: asFile }, mask, false, (one) =>
      bodyBytesOf(one, call.maxBytes),
    )
    const headers = plainHeaders(response.headers, mask)
    call.onAnswer?.({ status: response.statusCode, headers, text: '' })
    return fileAnswerOf(response.statusCode, headers, body, call)
  }

  close(): Promise<void> {
    return this.#dispatcher.close()
  }

  async #fetch<Body>(
    call: Call,
    mask: Mask,
    hasSecret: boolean,
    read: (response: Response) => Promise<Body>,
  ): Promise<{ response: Response; body: Body }> {
    const timeout = AbortSignal.timeout(this.#callTimeoutMs)
    const signal = AbortSignal.any([call.signal, timeout])
    const options = { dispatcher: this.#dispatcher, headers: this.#headersOf(call), signal }
    try {
      const response = await requestFollowingRedirects(call.url, options, hasSecret)
      return { response, body: await read(response) }
    } catch (error) {
      if (call.signal.aborted) throw call.signal.reason
      if (timeout.aborted) throw timeoutError(call, this.#callTimeoutMs)
      throw transportError(error, call, mask)
    }
  }

  #headersOf({ headers }: Call): Record<string, string> {
    return {
      'user-agent': this.#userAgent,
      accept: 'application/json',
      'accept-encoding': 'gzip',
      ...headers,
    }
  }
}

function withQuery({ url, secretQuery }: JsonCall): string {
  if (!secretQuery) return url
  return `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(secretQuery).toString()}`
}

const timeoutError = (call: Call, callTimeoutMs: number): ProviderError =>
  new ProviderError('timeout', `${placeOf(call)} did not answer in ${callTimeoutMs} ms`)

/** Keeps only message and code of the cause: undici's may hold the raw answer, or our URL. */
function transportError(error: unknown, call: Call, mask: Mask): ProviderError {
  if (error instanceof ProviderError) {
    const { kind, message, status } = error
    return new ProviderError(kind, mask(message), status === undefined ? {} : { status })
  }
  const reason = outsideText(mask(error instanceof Error ? error.message : String(error)))
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  const cause = Object.assign(new Error(reason), code !== undefined && { code })
  return new ProviderError('network', `${placeOf(call)}: ${reason}`, { cause })
}
