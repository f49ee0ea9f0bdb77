import type { Attempt } from '../domain/provider/attempt.ts'
import type { CityId } from '../domain/city/city.ts'
import type { Condition } from '../domain/weather/condition.ts'
import type { CityOutcome } from '../domain/provider/outcome.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { RunStatus } from './job.ts'
import type { Gear } from './refresh.ts'
import type { NamedCity, RefreshTally } from './tally.ts'

export type ProviderWeights = Partial<Readonly<Record<ProviderId, number>>>

/** What became of the look at the values that a run served. */
export interface ValuesChecked {
  /** Cities whose values can hardly be. */
  readonly flagged: number
  /** Cities about which a second provider was asked. */
  readonly asked: number
  /** Of them, where it spoke of the same moment. */
  readonly compared: number
  readonly disagreed: number
  /** What that was charged, by provider. */
  readonly weight: ProviderWeights
}

export interface RefreshAllCitiesResult extends RefreshTally {
  readonly runId: string
  readonly status: RunStatus
  readonly fanOut: Gear
  /** Active cities in the run's scope; every one is in exactly one count. */
  readonly total: number
  /** Young enough not to be due. */
  readonly skipped: number
  /** Some of the cities that were left. */
  readonly leftSample: readonly NamedCity[]
  /** Of scheduled runs that came to their end; absent where it failed. */
  readonly checked?: ValuesChecked
  readonly startedAt: string
  readonly durationMs: number
}

export interface RefreshCitiesResult {
  readonly tally: RefreshTally
  readonly ownFailureChildren: number
}

export interface RefreshCityResult {
  readonly cityId: CityId
  readonly name: string
  readonly outcome: CityOutcome
  readonly provider: ProviderId | null
  /** Whether another than the first provider asked had to serve. */
  readonly fallback: boolean
  /** True when another run had claimed it: that run's result is reported. */
  readonly joined: boolean
  /** True when its weather was young enough, so nothing was requested. */
  readonly skipped: boolean
  /** These three are what this refresh, or the one that was joined, was answered; else null. */
  readonly temperatureC: number | null
  readonly condition: Condition | null
  /** ISO 8601. */
  readonly validAt: string | null
  readonly attempts: readonly Attempt[]
}

/** Type of the failure a `refreshCity` ends with; its details are the attempts. */
export const NO_PROVIDER_ANSWERED = 'NoProviderAnswered'

/** Type of the failure that has the missing products of a city asked again; it is never the end. */
export const SERVED_IN_PART = 'ServedInPart'
