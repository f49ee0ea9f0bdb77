import type { ProviderError } from '../domain/provider-error.ts'

/** Longest parking by a provider's word: its clock or ours may be wrong. */
const LONGEST_PARKING_MS = 24 * 3600_000
/** A 429 that names no wait. */
const RATE_LIMITED_PARKING_MS = 60_000
/** A refused key is looked at again after this, so that a mended one needs no restart. */
const UNAUTHORIZED_PARKING_MS = 15 * 60_000

/** How long a provider is left alone after it failed so; undefined: not at all. */
export function parkingMs(error: ProviderError): number | undefined {
  if (error.kind === 'unauthorized') return UNAUTHORIZED_PARKING_MS
  if (error.kind === 'rate-limited') {
    return Math.min(error.retryAfterMs ?? RATE_LIMITED_PARKING_MS, LONGEST_PARKING_MS)
  }
  if (error.retryAfterMs === undefined) return undefined
  return Math.min(error.retryAfterMs, LONGEST_PARKING_MS)
}
