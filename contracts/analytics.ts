import type { JobEnd, JobInput } from './job.ts'
import type { RunSummaryActivities } from './run-summary.ts'

export interface AnalyticsInput extends JobInput {
  /** Local days per city, today included. */
  readonly days: number
  /** Hours of requests in the overview, the one under way included. */
  readonly hours: number
  /** Cities per statement. */
  readonly citiesPerPage: number
}

export const ANALYTICS_STEPS = ['rollup', 'cities', 'overview'] as const

export type AnalyticsStep = (typeof ANALYTICS_STEPS)[number]

export interface AnalyticsReport {
  /** Hourly rollups written or corrected. */
  readonly hoursRolledUp: number
  /** Cities whose statistics were computed. */
  readonly citiesProcessed: number
  /** Cities that have no reading in the window. */
  readonly citiesWithoutData: number
  /** Steps not finished; the next run goes on with them. */
  readonly left: readonly AnalyticsStep[]
}

export type AnalyticsResult = AnalyticsReport & JobEnd

/** Input of each of the job's activities. */
export interface AnalyticsPass {
  readonly runId: string
  /** As of when the whole run reads the data, in ms since 1970. */
  readonly atMs: number
  readonly citiesPerPage: number
  /** No page starts past it, in ms since 1970. */
  readonly deadlineMs: number
}

export interface RollUpConditionsResult {
  readonly hoursRolledUp: number
  readonly isWhole: boolean
}

export interface ComputeCityStatisticsInput extends AnalyticsPass {
  /** Local days of each city, today included. */
  readonly days: number
}

export interface ComputeCityStatisticsResult {
  readonly citiesProcessed: number
  readonly citiesWithoutData: number
  readonly isWhole: boolean
}

export interface StoreOverviewInput extends ComputeCityStatisticsInput {
  /** Hours of requests, the one under way included. */
  readonly hours: number
}

export interface StoreOverviewResult {
  readonly isWhole: boolean
}

/** Activities of the queue `analytics`. */
export interface AnalyticsActivities extends RunSummaryActivities {
  /** Adds conditions up by hour, from where the last run left off; older rows are never read. */
  rollUpConditions(input: AnalyticsPass): Promise<RollUpConditionsResult>
  /** Statistics of every active city over its own last days, stored and cached. */
  computeCityStatistics(input: ComputeCityStatisticsInput): Promise<ComputeCityStatisticsResult>
  /** Reports on all cities together; stored and cached as a whole or not at all. */
  storeOverview(input: StoreOverviewInput): Promise<StoreOverviewResult>
}
