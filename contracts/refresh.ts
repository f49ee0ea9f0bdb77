import type { City, CityId } from '../domain/city/city.ts'
import type { DueRule } from '../domain/plan/due-rule.ts'
import type { Ceilings } from '../domain/plan/failover-ceilings.ts'
import type { Priority } from '../domain/provider/priority.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { Product } from '../domain/weather/product.ts'
import type { RunLimits, Trigger } from './job.ts'
import type { CityTimings, RefreshShape, RefreshTimings } from './refresh-shape.ts'
import type { RefreshTally } from './tally.ts'

/** A child workflow for each city, or one activity for a whole shard. */
export const GEARS = ['city', 'bulk'] as const

export type Gear = (typeof GEARS)[number]

export const GEAR_CHOICES = [...GEARS, 'auto'] as const

export type GearChoice = (typeof GEAR_CHOICES)[number]

/** Oldest age of each product that is refreshed, in seconds; an absent product is not requested. */
export type MaxAgeSeconds = Partial<Readonly<Record<Product, number>>>

export interface RefreshAllCitiesInput {
  readonly trigger: Trigger
  /** Only these; every active city where absent. */
  readonly cityIds?: readonly CityId[]
  /** Past the cache and the age check, all the way to the provider. */
  readonly force: boolean
  readonly maxAgeSeconds: MaxAgeSeconds
  /** Until the next tick: what would exceed its age before then is due. 0 for a single run. */
  readonly tickSeconds: number
  readonly fanOut: GearChoice
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
  readonly fanOut: Gear
  readonly active: number
  readonly due: number
  readonly after: DueCursor
  readonly tally: RefreshTally
  /** By what it refreshes; absent where everything due is refreshed. */
  readonly plan?: DueRule
  readonly ceilings?: Ceilings
  /** A shard ended without its result: what it stored is in no tally. */
  readonly shardFailed?: boolean
}

/** Which run refreshes, and what it considers due. */
export interface RefreshContext {
  readonly runId: string
  readonly trigger: Trigger
  readonly startedAtMs: number
  readonly force: boolean
  readonly maxAgeSeconds: MaxAgeSeconds
  readonly tickSeconds: number
  readonly claimMs: number
  readonly priority: Priority
  /** What the limits afford of this tick; absent where everything due is refreshed. */
  readonly plan?: DueRule
  /** Of a scheduled run: what others may have used when they are still asked for what one failed. */
  readonly ceilings?: Ceilings
}

/** Temporal's keys, 1 first; children and activities inherit them. 3 is the default. */
export const PRIORITY_KEYS: Readonly<Record<Priority, number>> = { person: 1, schedule: 3 }

/** A run of more cities than these is no quick question that a person waits for. */
export const FEW_CITIES = 25

export interface RefreshCitiesInput {
  readonly context: RefreshContext
  readonly fanOut: Gear
  readonly cityIds: readonly CityId[]
  readonly childrenInFlight: number
  readonly ownFailureChildren: number
  readonly failureSample: number
  readonly maxRounds?: number
  readonly timings: RefreshTimings
  /** In ms since 1970: no further pass starts after it. */
  readonly noPassAfterMs?: number
}

export interface RefreshCityInput {
  readonly city: City
  readonly products: readonly Product[]
  /** Asked before the others that are planned. */
  readonly first?: ProviderId
  /** Of a planned run: a further try is bought only at the price of then. */
  readonly planned?: Pick<RefreshContext, 'tickSeconds' | 'maxAgeSeconds'>
  readonly ceilings?: Ceilings
  /** The run that claimed the city; absent for a city that is refreshed outside a run. */
  readonly runId?: string
  readonly claimMs: number
  readonly priority: Priority
  /** Also asks a provider that said when to come back. */
  readonly force: boolean
  /** A single city is skipped while its weather is younger; absent refreshes at any age. */
  readonly maxAgeSeconds?: MaxAgeSeconds
  /** Of a refresh that was asked for by itself: its end is kept. Absent for what a run starts. */
  readonly trigger?: Trigger
  readonly timings: CityTimings
}
