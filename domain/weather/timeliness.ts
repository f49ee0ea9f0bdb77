import { MINUTE_MS } from '../time/durations.ts'
import { ProviderError } from '../provider/provider-error.ts'

/** A clock of ours and one of theirs may differ; anything later is refused. */
const FUTURE_TOLERANCE_MS = 2 * MINUTE_MS

/** Models and offices renew a forecast twice a day at least: after two misses it is old. */
const OLDEST_FORECAST_MINUTES = 24 * 60

/** What was predicted is as old as the prediction, whatever moment it is for. */
export function refuseOldPrediction(what: string, madeAt: Date | null, now: Date): void {
  if (madeAt) refuseUntimely(`${what}: made at`, madeAt, now, OLDEST_FORECAST_MINUTES)
}

/** @throws ProviderError `from-the-future`, `stale`, or `schema-mismatch` when it is no moment. */
export function refuseUntimely(what: string, at: Date, now: Date, oldestMinutes: number): void {
  const ageMs = now.getTime() - at.getTime()
  if (Number.isNaN(ageMs)) {
    throw new ProviderError('schema-mismatch', `${what} a time that cannot be read`)
  }
  if (ageMs < -FUTURE_TOLERANCE_MS) {
    throw new ProviderError(
      'from-the-future',
      `${what} ${at.toISOString()}, ahead of our clock by ${Math.round(-ageMs / 1000)} s`,
    )
  }
  if (ageMs > oldestMinutes * MINUTE_MS) {
    throw new ProviderError('stale', `${what} ${at.toISOString()}, older than ${oldestMinutes} min`)
  }
}
