import type { Attempt } from '../domain/attempt.ts'
import type { City, CityId } from '../domain/city.ts'
import type { Condition } from '../domain/condition.ts'
import type { CityOutcome } from '../domain/outcome.ts'
import type { Product } from '../domain/product.ts'
import type { ProviderErrorKind } from '../domain/provider-error.ts'
import type { ProviderId } from '../domain/provider.ts'
import type { RunLimits, RunStatus, Trigger } from './job.ts'

export const FAN_OUTS = ['city', 'bulk', 'auto'] as const

export type FanOut = (typeof FAN_OUTS)[number]

/** Oldest age of each product that is refreshed, in seconds; a product that is absent is not asked. */
export type MaxAgeSeconds = Partial<Readonly<Record<Product, number>>>

/** How a run is cut into pieces. It enters as input, so a deploy never changes a running run. */
export interface RefreshShape {
  /** Due cities up to which `auto` is gear city. */
  readonly autoCityLimit: number
  readonly citiesPerShard: { readonly city: number; readonly bulk: number }
  readonly shardsInFlight: number
  /** Children of one shard under way at a time, in gear city. */
  readonly childrenInFlight: number
  /** Shards after which the run continues as new. */
  readonly shardsPerRun: number
  /** Gear bulk starts a child for at most so many failures that are the city's own. */
  readonly ownFailureChildren: number
  /** Failures named in the summary. */
  readonly failureSample: number
}

/** A shard costs its run about 9 events, a child its shard about 9: no history reaches 4000. */
export const REFRESH_SHAPE: RefreshShape = {
  autoCityLimit: 100,
  citiesPerShard: { city: 25, bulk: 1000 },
  shardsInFlight: 4,
  childrenInFlight: 25,
  shardsPerRun: 200,
  ownFailureChildren: 20,
  failureSample: 20,
}

/** Waits, in milliseconds: tests shorten them, schedules never do. */
export interface RefreshTimings {
  /** First wait before a city's second attempt; it doubles. */
  readonly retryInitialMs: number
  readonly retryMaxAttempts: number
  /** How long a claim lives that nobody extends. */
  readonly claimMs: number
}

export const REFRESH_TIMINGS: RefreshTimings = {
  retryInitialMs: 5_000,
  retryMaxAttempts: 3,
  claimMs: 3 * 60_000,
}

export interface RefreshAllCitiesInput {
  readonly trigger: Trigger
  /** Only these; every active city where absent. */
  readonly cityIds?: readonly CityId[]
  /** Past the cache and the age check, all the way to the provider. */
  readonly force: boolean
  readonly maxAgeSeconds: MaxAgeSeconds
  /** Until the next tick: what would exceed its age before then is due. 0 for a single run. */
  readonly tickSeconds: number
  readonly fanOut: FanOut
  /** As a schedule where absent. */
  readonly priority?: Priority
  readonly shape: RefreshShape
  readonly timings: RefreshTimings
  readonly limits: RunLimits
  /** State handed from run to run by continue-as-new; absent at the start. */
  readonly carried?: RefreshCarried
}

/** Place in the order of due cities: the one tried longest ago first, then by id. */
export interface DueCursor {
  /** When the last refresh of the city ended, in ms since 1970; 0 for never. */
  readonly triedAtMs: number
  readonly cityId: CityId
}

export interface DuePage {
  readonly cityIds: readonly CityId[]
  /** Where the next page begins. */
  readonly after: DueCursor
}

export const FIRST_DUE: DueCursor = { triedAtMs: 0, cityId: 0 }

export interface RefreshCarried {
  readonly runId: string
  readonly startedAtMs: number
  readonly fanOut: Exclude<FanOut, 'auto'>
  readonly active: number
  readonly due: number
  readonly after: DueCursor
  readonly tally: RefreshTally
}

/** Which run is at work, and what it considers due. */
export interface RefreshContext {
  readonly runId: string
  readonly trigger: Trigger
  readonly startedAtMs: number
  readonly force: boolean
  readonly maxAgeSeconds: MaxAgeSeconds
  readonly tickSeconds: number
  readonly claimMs: number
  readonly priority: Priority
}

/** A person's ask has a reserved place in every lane, and goes first in its queue. */
export type Priority = 'person' | 'schedule'

/** Temporal's keys, 1 first; children and activities inherit them. 3 is what nobody sets. */
export const PRIORITY_KEYS: Readonly<Record<Priority, number>> = { person: 1, schedule: 3 }

/** A run of more cities than these is no quick question that a person waits for. */
export const FEW_CITIES = 25

/** What one provider did for a run. */
export interface ProviderTally {
  /** Cities whose conditions it served. */
  readonly served: number
  /** Cities it was tried for in vain, by kind of failure. */
  readonly failures: Partial<Readonly<Record<ProviderErrorKind, number>>>
}

export interface NamedCity {
  readonly cityId: CityId
  readonly name: string
}

export interface CityFailure extends NamedCity {
  readonly attempts: readonly Attempt[]
}

export interface RefreshTally {
  readonly ok: number
  /** Served, but with a product missing. */
  readonly partial: number
  readonly failed: number
  /** Another run was at it, and its result was waited for. */
  readonly joined: number
  /** Due, but without an outcome: cancelled, or not reached before the soft limit. */
  readonly left: number
  /** Of `ok` and `partial`: not served by the first provider that was asked. */
  readonly fallbacks: number
  readonly providers: Partial<Readonly<Record<ProviderId, ProviderTally>>>
  readonly failures: readonly CityFailure[]
}

export interface RefreshAllCitiesResult extends RefreshTally {
  readonly runId: string
  readonly status: RunStatus
  readonly fanOut: Exclude<FanOut, 'auto'>
  /** Active cities in the run's scope; every one is in exactly one count. */
  readonly total: number
  /** Young enough not to be due. */
  readonly skipped: number
  /** Some of the cities that were left. */
  readonly leftSample: readonly NamedCity[]
  readonly startedAt: string
  readonly durationMs: number
}

export interface RefreshCitiesInput {
  readonly context: RefreshContext
  readonly fanOut: Exclude<FanOut, 'auto'>
  readonly cityIds: readonly CityId[]
  readonly childrenInFlight: number
  readonly ownFailureChildren: number
  readonly failureSample: number
  readonly timings: RefreshTimings
}

export interface RefreshCitiesResult {
  readonly tally: RefreshTally
  readonly ownFailureChildren: number
}

export interface RefreshCityInput {
  readonly city: City
  readonly products: readonly Product[]
  /** The run that claimed the city; absent when the city is asked for by itself. */
  readonly runId?: string
  readonly claimMs: number
  readonly priority: Priority
  /** Also asks a provider that said when to come back. */
  readonly force: boolean
  /** A city asked for by itself is left alone while younger; absent refreshes at any age. */
  readonly maxAgeSeconds?: MaxAgeSeconds
  readonly timings: Pick<RefreshTimings, 'retryInitialMs' | 'retryMaxAttempts'>
}

export interface RefreshCityResult {
  readonly cityId: CityId
  readonly name: string
  readonly outcome: CityOutcome
  readonly provider: ProviderId | null
  /** Whether another than the first provider asked had to serve. */
  readonly fallback: boolean
  /** True when another run was at it: its result is reported. */
  readonly joined: boolean
  /** True when it was young enough to be left alone: what is stored is reported. */
  readonly skipped: boolean
  readonly temperatureC: number | null
  readonly condition: Condition | null
  /** ISO 8601. */
  readonly validAt: string | null
  readonly attempts: readonly Attempt[]
}

/** Type of the failure a `refreshCity` ends with; its details are the attempts. */
export const NO_PROVIDER_ANSWERED = 'NoProviderAnswered'
