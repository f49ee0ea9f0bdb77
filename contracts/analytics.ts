import type { JobEnd, JobInput } from './job.ts'

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

/** What each of the job's activities is told. */
export interface AnalyticsPass {
  readonly runId: string
  /** The moment the whole run looks at the data, in ms since 1970. */
  readonly atMs: number
  readonly citiesPerPage: number
  /** No page is begun past it, in ms since 1970. */
  readonly deadlineMs: number
}
