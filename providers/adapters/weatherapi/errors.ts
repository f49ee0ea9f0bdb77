import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { ProviderErrorKind } from '../../../domain/provider/provider-error.ts'
import { windowEnd } from '../../../domain/quota/windows.ts'
import { parseError } from './wire.ts'

/** https://www.weatherapi.com/docs/#intro-error-codes; the HTTP status is coarser than the code. */
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
  try {
    return errorIn(JSON.parse(body), status, now)
  } catch {
    return undefined
  }
}

/** @throws ProviderError for an error in an answer with 200, of the kind its code has. */
export function refuseErrorOf(body: unknown, now: Date): void {
  if (typeof body !== 'object' || body === null || !('error' in body)) return
  if (body.error === null) return
  const status = 200
  const error = errorIn(body, status, now)
  if (error) throw error
  const code = codeOf(body)
  if (code !== undefined) {
    throw new ProviderError('rejected', `WeatherAPI.com error ${code}`, { status })
  }
  throw new ProviderError('unavailable', 'WeatherAPI.com: an error without its code', { status })
}

function errorIn(body: unknown, status: number, now: Date): ProviderError | undefined {
  const code = codeOf(body)
  const meaning = code === undefined ? undefined : MEANINGS[code]
  if (!meaning) return undefined
  const [kind, said] = meaning
  const retryAfterMs = windowEnd('month', now).getTime() - now.getTime()
  return new ProviderError(kind, `WeatherAPI.com error ${code}: ${said}`, {
    status,
    ...(kind === 'rate-limited' && { retryAfterMs, window: 'month' as const }),
  })
}

function codeOf(body: unknown): number | undefined {
  try {
    const { code } = parseError(body).error
    return /^\d+$/.test(String(code)) ? Number(code) : undefined
  } catch {
    return undefined
  }
}
