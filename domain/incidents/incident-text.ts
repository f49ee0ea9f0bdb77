import { spanText } from '../text/age-text.ts'
import { MINUTE_S } from '../time/durations.ts'
import type { IncidentCause } from './incident-cause.ts'

/** What a provider does while an incident of the cause lasts, and what it did. */
export const CAUSE_TEXTS: Readonly<Record<IncidentCause, readonly [now: string, then: string]>> = {
  unreachable: ['does not answer', 'did not answer'],
  'rate-limited': ['refuses requests as too many', 'refused requests as too many'],
  unauthorized: ['refuses its key', 'refused its key'],
  'bad-answers': ['gives answers that cannot be read', 'gave answers that could not be read'],
  quota: ['has no quota left', 'had no quota left'],
}

export interface ToldIncidentFacts {
  /** The name of the provider. */
  readonly name: string
  readonly cause: IncidentCause
  readonly lastedSeconds: number
  /** Names of those that served instead. */
  readonly servedBy: readonly string[]
}

/** `Open-Meteo does not answer, for 12 min now; MET Norway serves instead`. */
export function incidentNowText({ name, cause, lastedSeconds, servedBy }: ToldIncidentFacts) {
  const long = lastedSeconds < MINUTE_S ? '' : `, for ${spanText(lastedSeconds)} now`
  const lasts = `${name} ${CAUSE_TEXTS[cause][0]}${long}`
  if (servedBy.length === 0) return lasts
  return `${lasts}; ${namesText(servedBy)} ${servedBy.length === 1 ? 'serves' : 'serve'} instead`
}

/** `A, B and C`. */
export const namesText = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
