import type { Dispatcher } from 'undici'
import { ProviderError } from '../../domain/provider/provider-error.ts'
import type { Mask } from '../../domain/text/mask-secrets.ts'
import { outsideText } from '../../domain/text/printable-text.ts'
import type { BodyText } from './body.ts'
import type { Call, FileAnswer, FileCall, HttpAnswer, JsonCall } from './call.ts'
import { errorOfStatus, withRetryAfter } from './status-error.ts'

/** Characters quoted of a body that is no JSON. */
const MAX_QUOTE = 120

/** Far longer than any header an adapter reads. */
const MAX_HEADER = 1_000

/** A page in place of the API's answer is of something on the way, or of their maintenance. */
const MARKUP = /^\s*<(!|\?xml|[a-z])/i

export const placeOf = (call: Call): string => new URL(call.url).host

export function jsonAnswerOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  { text, flaw }: BodyText,
  call: JsonCall,
): HttpAnswer {
  if (isUnchanged(status, call)) return { status, headers, body: undefined }
  refuseErrorStatus(status, headers, text, call)
  if (status === 204 && 'bodyOfNoContent' in call) {
    return { status, headers, body: call.bodyOfNoContent }
  }
  const sent = `${placeOf(call)} sent ${status} with`
  if (flaw !== undefined) throw new ProviderError('not-json', `${sent} ${flaw}`, { status })
  try {
    return { status, headers, body: JSON.parse(text) as unknown }
  } catch {
    const start = outsideText(text, MAX_QUOTE)
    if (MARKUP.test(text)) {
      throw new ProviderError('unavailable', `${sent} a page: ${start}`, { status })
    }
    throw new ProviderError('not-json', `${sent} no JSON: ${start}`, { status })
  }
}

export function fileAnswerOf(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array | undefined,
  call: FileCall,
): FileAnswer {
  if (isUnchanged(status, call)) return { status, headers, body: undefined }
  refuseErrorStatus(status, headers, '', call)
  const sent = `${placeOf(call)} sent ${status} with`
  if (!body) {
    throw new ProviderError('not-json', `${sent} more than ${call.maxBytes} bytes`, { status })
  }
  const start = Buffer.from(body.subarray(0, MAX_QUOTE)).toString('latin1')
  if (!MARKUP.test(start)) return { status, headers, body }
  throw new ProviderError('unavailable', `${sent} a page: ${outsideText(start)}`, { status })
}

/** @throws ProviderError `not-json` for a 304 that was not asked for. */
function isUnchanged(status: number, call: Call): boolean {
  if (status !== 304) return false
  if (asksForChanges(call)) return true
  throw new ProviderError('not-json', `${placeOf(call)} sent 304, unasked`, { status })
}

function refuseErrorStatus(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
  call: Call,
): void {
  if (status >= 200 && status <= 299) return
  const error = call.interpretError?.(status, body) ?? errorOfStatus(status, placeOf(call))
  throw withRetryAfter(headers, error, status)
}

/** A 304 answers only a request that sent a validator. */
const asksForChanges = ({ headers = {} }: Call): boolean =>
  Object.keys(headers).some((name) => /^if-(modified-since|none-match)$/i.test(name))

/** A header that could not be sent back, or that repeats our key, is as good as absent. */
export function plainHeaders(
  headers: Dispatcher.ResponseData['headers'],
  mask: Mask,
): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')])
  const isPlain = ([name = '', value = '']: string[]): boolean =>
    value.length <= MAX_HEADER &&
    /^[\t\x20-\x7E]*$/.test(value) &&
    mask(`${name}: ${value}`) === `${name}: ${value}`
  return Object.fromEntries(entries.filter(isPlain)) as Record<string, string>
}
