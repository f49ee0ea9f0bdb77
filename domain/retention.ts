import { DAY_MS } from './time/durations.ts'

/** How long rows are kept, in days. */
export interface KeepDays {
  /** Conditions and air quality. */
  readonly readings: number
  /** Forecast days that have passed. */
  readonly forecasts: number
  /** Hourly rollups and analytics reports. */
  readonly rollups: number
  /** Run summaries. */
  readonly summaries: number
  /** Hourly counters of requests to providers and of refreshes; older ones are added up. */
  readonly usage: number
  /** Audit events. Absent in the input of runs from before there were any. */
  readonly audit?: number
}

/** What is from before this moment is too old. */
export const cutoffOf = (asOf: Date, keptDays: number): Date =>
  new Date(asOf.getTime() - keptDays * DAY_MS)
