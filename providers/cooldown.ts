import { ProviderError, type ProviderErrorKind } from '../domain/provider/provider-error.ts'
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
export function cooldownMs({ kind, retryAfterMs }: ProviderError): number | undefined {
  const defaultMs = DEFAULT_COOLDOWN_MS[kind]
  if (retryAfterMs === undefined) return defaultMs
  const waitMs = Number.isNaN(retryAfterMs) ? 0 : retryAfterMs
  return Math.min(Math.max(waitMs, defaultMs ?? 0), MAX_COOLDOWN_MS)
}

/** The failure with the wait that is in fact kept, for those who schedule the next try. */
export function withDefaultWait(error: ProviderError): ProviderError {
  const retryAfterMs = cooldownMs(error)
  const { kind, message, status, cause } = error
  if (!error.transient || retryAfterMs === undefined || retryAfterMs === error.retryAfterMs) {
    return error
  }
  const rest = { ...(status !== undefined && { status }), cause }
  return new ProviderError(kind, message, { ...rest, retryAfterMs })
}
