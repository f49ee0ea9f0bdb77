import { defineQuery } from '@temporalio/workflow'
import type { FanOut } from './refresh.ts'

/** Where a run of `refreshAllCities` stands, in cities. */
export interface RefreshProgress {
  readonly total: number
  /** Served by a provider, in whole or in part. */
  readonly done: number
  readonly failed: number
  readonly skipped: number
  readonly joined: number
  readonly waiting: number
  /** Cities with an outcome per second since the start. */
  readonly ratePerSecond: number
  readonly fanOut: Exclude<FanOut, 'auto'> | null
  /** ISO 8601. */
  readonly since: string
}

export const progressQuery = defineQuery<RefreshProgress>('progress')
