import type { CityId } from '../domain/city/city.ts'
import type { ClaimedCity } from '../domain/city/claimed-city.ts'
import type { DueRule } from '../domain/plan/due-rule.ts'
import type { Ceilings } from '../domain/plan/failover-ceilings.ts'
import type { Trigger } from './job.ts'
import type { DueCursor, DuePage, RefreshCityInput, RefreshContext } from './refresh.ts'
import type { PassTimings } from './refresh-shape.ts'
import type { RefreshAllCitiesResult, RefreshCityResult, ValuesChecked } from './refresh-results.ts'
import type { NamedCity, RefreshTally } from './tally.ts'

/** The cities of a run; every active city where `cityIds` is absent. */
export interface CountDueCitiesInput {
  readonly context: RefreshContext
  readonly cityIds?: readonly CityId[]
}

export interface CountDueCitiesResult {
  readonly active: number
  readonly due: number
  /** By what the run refreshes; absent where everything due is refreshed. */
  readonly plan?: DueRule
  /** Of a scheduled run. */
  readonly ceilings?: Ceilings
}

export interface NextDueCitiesInput extends CountDueCitiesInput {
  readonly after: DueCursor
  readonly limit: number
}

export interface TallyRunInput {
  readonly runId: string
  readonly failureSample: number
}

export interface SampleLeftCitiesInput extends CountDueCitiesInput {
  readonly limit: number
}

export interface LeftCitiesInput extends SampleLeftCitiesInput {
  /** A run that counts by its results has no count for what it was still to request again. */
  readonly askedAgainIsLeft?: boolean
}

export interface LeftCitiesResult {
  readonly count: number
  readonly sample: readonly NamedCity[]
}

export interface StoreRefreshSummaryInput {
  readonly trigger: Trigger
  readonly result: RefreshAllCitiesResult
}

/** What the run as a whole reads and leaves behind. */
export interface RefreshRunActivities {
  countDueCities(input: CountDueCitiesInput): Promise<CountDueCitiesResult>
  /** Ids only: a page of thousands stays small in the history. */
  nextDueCities(input: NextDueCitiesInput): Promise<DuePage>
  /** The run's tally by what is stored: for a run whose shards could not report. */
  tallyRun(input: TallyRunInput): Promise<RefreshTally>
  /** Due cities to which the run has given no outcome; what others refreshed is due no more. */
  leftCities(input: LeftCitiesInput): Promise<LeftCitiesResult>
  /** For runs that started before `leftCities` was there. */
  sampleLeftCities(input: SampleLeftCitiesInput): Promise<readonly NamedCity[]>
  /** Ends the run's claims and keeps how it went. */
  storeRefreshSummary(input: StoreRefreshSummaryInput): Promise<void>
}

export interface ClaimCitiesInput {
  readonly context: RefreshContext
  readonly cityIds: readonly CityId[]
}

export interface ClaimCitiesResult {
  readonly claimed: readonly ClaimedCity[]
  /** Due, under the claim of another run. */
  readonly held: readonly CityId[]
  /** Refreshed by another run since this one counted them. */
  readonly gone: readonly CityId[]
}

export interface ReleaseCitiesInput {
  readonly runId: string
  readonly cityIds: readonly CityId[]
}

export interface AwaitOtherRunsInput {
  readonly context: RefreshContext
  readonly cityIds: readonly CityId[]
  readonly failureSample?: number
}

export interface AwaitOtherRunsResult {
  /** Another run refreshed them. */
  readonly joined: readonly CityId[]
  /** The other run left them undone. */
  readonly abandoned: readonly CityId[]
  /** What others tried in vain, with their reasons; absent where there was none. */
  readonly failed?: RefreshTally
}

/** Which of the concurrent runs refreshes a city. */
export interface ClaimActivities {
  claimCities(input: ClaimCitiesInput): Promise<ClaimCitiesResult>
  /** Makes cities free for other runs. */
  releaseCities(input: ReleaseCitiesInput): Promise<void>
  /** Waits for the outcome of cities that other runs have claimed. */
  awaitOtherRuns(input: AwaitOtherRunsInput): Promise<AwaitOtherRunsResult>
}

export interface RefreshCityActivities {
  /**
   * Refreshes one city once. Fails with `NoProviderAnswered` and every attempt as details when
   * no provider served it: retryable while that can help, as is what was served only in part.
   */
  refreshCity(input: RefreshCityInput): Promise<RefreshCityResult>
}

/** Which pass over a shard this is, and how others may follow. */
export interface Pass {
  /** From 1. */
  readonly number: number
  readonly timings: PassTimings
  /** In ms since 1970: no further pass starts after it. */
  readonly noneAfterMs: number
}

/** The cities of the next pass, and the wait before it. */
export interface PassToCome {
  readonly cityIds: readonly CityId[]
  readonly waitMs: number
}

export interface RefreshCitiesInBulkInput {
  readonly context: RefreshContext
  readonly cityIds: readonly CityId[]
  /** Limit of failures of a city's own that are left to children. */
  readonly ownFailureChildren: number
  readonly failureSample: number
  /** Absent, no other pass follows. */
  readonly pass?: Pass
}

export interface RefreshCitiesInBulkResult {
  readonly tally: RefreshTally
  /** Under the claim of another run. */
  readonly held: readonly CityId[]
  /** Failed for a reason of the place and not stored yet: a child refreshes each. */
  readonly ownFailures: readonly ClaimedCity[]
  /** What they got is stored, they are in no count, and stay claimed. */
  readonly again?: PassToCome
}

export interface RefreshCitiesActivities {
  /** Many cities in one activity. */
  refreshCitiesInBulk(input: RefreshCitiesInBulkInput): Promise<RefreshCitiesInBulkResult>
}

export interface CheckValuesActivities {
  /** Looks for what cannot be among the values a run served, and asks a second provider about a few cities. */
  checkValues(input: Pick<CountDueCitiesInput, 'context'>): Promise<ValuesChecked>
}

/** Activities of the queue `weather_refresh`. */
export interface RefreshActivities
  extends
    RefreshRunActivities,
    ClaimActivities,
    RefreshCityActivities,
    RefreshCitiesActivities,
    CheckValuesActivities {}
