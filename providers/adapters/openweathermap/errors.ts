import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { MINUTE_MS } from '../../../domain/time/durations.ts'
import { errorOfStatus } from '../../http/status-error.ts'

/** The key is blocked, and a request each minute would prolong that. */
const BLOCKED_MS = 10 * MINUTE_MS

export function interpretError(status: number): ProviderError | undefined {
  if (status === 401) {
    const said = 'OpenWeatherMap refused the key: wrong, not active yet, or not of this plan'
    return new ProviderError('unauthorized', said, { status })
  }
  if (status === 404) {
    return new ProviderError('not-found', 'OpenWeatherMap does not know the place', { status })
  }
  if (status !== 429) return undefined
  const said = 'OpenWeatherMap blocked the key for exceeding its limits'
  return new ProviderError('rate-limited', said, { status, retryAfterMs: BLOCKED_MS })
}

/**
 * `cod` repeats the status, as a number or as text, and is right where the two differ.
 * @throws ProviderError of the kind that the code has as a status.
 */
export function refuseCodeOf(body: unknown): void {
  if (typeof body !== 'object' || body === null || !('cod' in body)) return
  const code = Number(body.cod)
  if (code >= 400 && code <= 599) {
    throw interpretError(code) ?? errorOfStatus(code, 'OpenWeatherMap')
  }
}
