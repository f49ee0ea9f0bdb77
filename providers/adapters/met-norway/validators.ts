import type { PlaceMemory, ProviderRequest } from '../../../domain/provider/provider.ts'
import { HOUR_MS, MINUTE_MS } from '../../../domain/time/durations.ts'
import { httpDateOf } from '../../http/http-date.ts'
import type { HttpAnswer } from '../../http/call.ts'
import { ofOurTime } from '../../wire-values.ts'

/** Half an hour is usual, and after six hours there is a new model run everywhere. */
const MAX_EXPIRY_MS = 6 * HOUR_MS

/** Two clocks may differ by this much. */
const MAX_CLOCK_SKEW_MS = 2 * MINUTE_MS

export const validatorOf = ({ memory }: ProviderRequest): Record<string, string> =>
  memory?.lastModified === undefined ? {} : { 'if-modified-since': memory.lastModified }

function dateOf(header: string | undefined, now: Date): Date | null {
  const at = httpDateOf(header, now)
  return at && ofOurTime(at.getTime())
}

/** An Expires far in the future is cut, because it would stop requests for the place. */
export function expiryOf(
  headers: HttpAnswer['headers'],
  now: Date,
): Pick<PlaceMemory, 'expiresAt'> {
  const at = dateOf(headers['expires'], now)
  if (!at) return {}
  const latestMs = now.getTime() + MAX_EXPIRY_MS
  return { expiresAt: new Date(Math.min(at.getTime(), latestMs)).toISOString() }
}

/** Sent back verbatim, so only a date of the past is kept. */
export function lastModifiedOf(headers: HttpAnswer['headers'], now: Date): string | undefined {
  const text = headers['last-modified']
  const at = dateOf(text, now)
  return at && at.getTime() <= now.getTime() + MAX_CLOCK_SKEW_MS ? text : undefined
}
