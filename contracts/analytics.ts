import type { JobEnd, JobInput } from './job.ts'

export interface AnalyticsInput extends JobInput {
  /** Local days per city, today included. */
  readonly days: number
  /** Hours of requests and cache use in the overview. */
  readonly hours: number
  /** Cities per statement. */
  readonly citiesPerPage: number
}

export interface AnalyticsReport {
  /** Hourly rollups written or corrected. */
  readonly hoursRolledUp: number
  /** Cities whose statistics were computed. */
  readonly citiesProcessed: number
  /** Cities that have no reading in the window. */
  readonly citiesWithoutData: number
}

export type AnalyticsResult = AnalyticsReport & JobEnd
