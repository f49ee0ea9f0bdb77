import { PROVIDER_ERROR_FACTS, type ProviderErrorKind } from '../provider/provider-error.ts'

/** Why a provider does not serve, as coarse as one cause is: an outage shows as several kinds of error. */
export const INCIDENT_CAUSES = [
  'unreachable',
  'rate-limited',
  'unauthorized',
  'bad-answers',
  'quota',
] as const

export type IncidentCause = (typeof INCIDENT_CAUSES)[number]

const CAUSES: Readonly<Partial<Record<ProviderErrorKind, IncidentCause>>> = {
  timeout: 'unreachable',
  network: 'unreachable',
  unavailable: 'unreachable',
  'circuit-open': 'unreachable',
  quarantined: 'bad-answers',
  'rate-limited': 'rate-limited',
  parked: 'rate-limited',
  unauthorized: 'unauthorized',
  rejected: 'bad-answers',
  'not-json': 'bad-answers',
  'schema-mismatch': 'bad-answers',
  'quota-exhausted': 'quota',
  'queue-full': 'quota',
}

/** Undefined for a failure of one place alone: it condemns nobody. */
export const causeOf = (kind: ProviderErrorKind): IncidentCause | undefined =>
  PROVIDER_ERROR_FACTS[kind].blame === 'provider' ? CAUSES[kind] : undefined

/** Requests that were not sent because of failures before: they belong to the incident of those. */
export const isConsequence = (kind: ProviderErrorKind): boolean =>
  kind === 'circuit-open' || kind === 'quarantined' || kind === 'parked'

/** One answer of a place can be meant by these alone. */
export const mayBePlacesOwn = (kind: ProviderErrorKind): boolean =>
  causeOf(kind) === 'bad-answers' && !isConsequence(kind)
