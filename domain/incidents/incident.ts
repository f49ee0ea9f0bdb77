import type { CityId } from '../city/city.ts'
import type { ProviderErrorKind } from '../provider/provider-error.ts'
import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { Product } from '../weather/product.ts'
import type { IncidentCause } from './incident-cause.ts'

/** Least first. A severity never falls while its incident lasts. */
export const INCIDENT_SEVERITIES = ['minor', 'major', 'critical'] as const

export type IncidentSeverity = (typeof INCIDENT_SEVERITIES)[number]

/** Recovering: the provider serves again, and has not yet done so for the quiet time. */
export const INCIDENT_STATUSES = ['open', 'recovering', 'closed'] as const

export type IncidentStatus = (typeof INCIDENT_STATUSES)[number]

export const INCIDENT_ENDS = ['served-again', 'not-asked', 'person'] as const

export type IncidentEnd = (typeof INCIDENT_ENDS)[number]

/** Longer than a tick: a provider that fails every other tick has one incident. */
export const QUIET_MS = 20 * 60_000

/** No one asks the provider any more, so nothing will ever say that it serves again. */
export const NOT_ASKED_MS = 24 * 3_600_000

/** What the rules need to know of an incident that is not closed. */
export interface OpenIncident {
  readonly id: number
  readonly provider: ProviderId
  readonly cause: IncidentCause
  /** The products that it could not be asked for. */
  readonly endpoints: readonly Product[]
  readonly status: IncidentStatus
  readonly startedAt: Date
  readonly lastFailureAt: Date
  /** When it first served again after that. */
  readonly recoveredAt: Date | null
}

/** `none`: no one served. */
export type Server = ProviderId | 'none'

export type ServerCounts = Readonly<Partial<Record<Server, number>>>
export type KindCounts = Readonly<Partial<Record<ProviderErrorKind, number>>>

export interface AffectedCity {
  readonly cityId: CityId
  /** Null where no one served it. */
  readonly servedBy: ProviderId | null
  /** Whether no one served its conditions: what else is missing leaves it a weather. */
  readonly isUnserved: boolean
}
