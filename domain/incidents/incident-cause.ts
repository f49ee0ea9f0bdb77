import type { ProviderErrorKind } from '../provider/provider-error.ts'

/** Why a provider does not serve, as coarse as one cause is: an outage shows as several kinds of error. */
export const INCIDENT_CAUSES = [
  'unreachable',
  'rate-limited',
  'unauthorized',
  'bad-answers',
  'quota',
] as const

export type IncidentCause = (typeof INCIDENT_CAUSES)[number]

/** Null for a failure of one place alone: it condemns no one. */
const CAUSES: Readonly<Record<ProviderErrorKind, IncidentCause | null>> = {
  timeout: 'unreachable',
  network: 'unreachable',
  unavailable: 'unreachable',
  'circuit-open': 'unreachable',
  'rate-limited': 'rate-limited',
  parked: 'rate-limited',
  unauthorized: 'unauthorized',
  rejected: 'bad-answers',
  'not-json': 'bad-answers',
  'schema-mismatch': 'bad-answers',
  quarantined: 'bad-answers',
  'quota-exhausted': 'quota',
  'queue-full': 'quota',
  'not-found': null,
  'place-missing': null,
  'not-covered': null,
  'out-of-range': null,
  'from-the-future': null,
  stale: null,
  'place-unavailable': null,
  'not-stored': null,
}

export const causeOf = (kind: ProviderErrorKind): IncidentCause | undefined =>
  CAUSES[kind] ?? undefined

const CONSEQUENCES: ReadonlySet<ProviderErrorKind> = new Set([
  'circuit-open',
  'parked',
  'quarantined',
])

/** Requests that were not sent because of failures before: they belong to the incident of those. */
export const isConsequence = (kind: ProviderErrorKind): boolean => CONSEQUENCES.has(kind)

/** One answer of a place can be meant by these alone. */
export const mayBePlacesOwn = (kind: ProviderErrorKind): boolean =>
  causeOf(kind) === 'bad-answers' && !isConsequence(kind)
