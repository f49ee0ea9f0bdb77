import { ProviderError } from '../../domain/provider-error.ts'
import type { ProviderErrorKind } from '../../domain/provider-error.ts'
import { windowEnd } from '../../domain/quota.ts'
import { parseError } from './wire.ts'

/** https://www.weatherapi.com/docs/#intro-error-codes; the HTTP status tells less than the code. */
const MEANINGS: Readonly<Record<number, readonly [ProviderErrorKind, string]>> = {
  1002: ['unauthorized', 'no key was sent'],
  1003: ['rejected', 'the place parameter is missing'],
  1005: ['rejected', 'the address is not one of the API'],
  1006: ['not-covered', 'no place is known there'],
  2006: ['unauthorized', 'the key is not valid'],
  2007: ['rate-limited', 'the calls of this calendar month are used up'],
  2008: ['unauthorized', 'the key is disabled'],
  2009: ['unauthorized', 'the plan of the key does not include this'],
  9000: ['rejected', 'the bulk body is not valid'],
  9001: ['rejected', 'the bulk body has too many places'],
  9999: ['unavailable', 'internal error'],
}

export function interpretError(status: number, body: string, now: Date): ProviderError | undefined {
  const code = codeOf(body)
  const meaning = code === undefined ? undefined : MEANINGS[code]
  if (!meaning) return undefined
  const [kind, said] = meaning
  const retryAfterMs = windowEnd('month', now).getTime() - now.getTime()
  return new ProviderError(kind, `WeatherAPI.com error ${code}: ${said}`, {
    status,
    ...(kind === 'rate-limited' && { retryAfterMs }),
  })
}

function codeOf(body: string): number | undefined {
  try {
    return parseError(JSON.parse(body)).error.code
  } catch {
    return undefined
  }
}
