import type { ProviderError, ProviderErrorKind } from '../domain/provider/provider-error.ts'
import { DAY_MS, MINUTE_MS } from '../domain/time/durations.ts'

/** The longest pause a provider can cause, because its clock or ours may be wrong. */
const MAX_COOLDOWN_MS = DAY_MS

/** Also the minimum, when the provider names a shorter wait. */
const DEFAULT_COOLDOWN_MS: Readonly<Partial<Record<ProviderErrorKind, number>>> = {
  'rate-limited': MINUTE_MS,
  // A refused key is tried again after this, so that a corrected one needs no restart.
  unauthorized: 15 * MINUTE_MS,
}

/** How long a provider is paused after this failure; undefined for no pause. */
export function cooldownMs({ kind, retryAfterMs, window }: ProviderError): number | undefined {
  const defaultMs = DEFAULT_COOLDOWN_MS[kind]
  if (retryAfterMs === undefined) return defaultMs
  const waitMs = Number.isNaN(retryAfterMs) ? 0 : retryAfterMs
  // A window that is named ends by our own clock, be it in weeks.
  if (window !== undefined) return Math.max(waitMs, defaultMs ?? 0)
  return Math.min(Math.max(waitMs, defaultMs ?? 0), MAX_COOLDOWN_MS)
}

/** The failure with the wait that is in fact kept, for those who schedule the next try. */
export function withDefaultWait(error: ProviderError): ProviderError {
  const retryAfterMs = cooldownMs(error)
  if (!error.transient || retryAfterMs === undefined || retryAfterMs === error.retryAfterMs) {
    return error
  }
  return error.waiting(retryAfterMs)
}
