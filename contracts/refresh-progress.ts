import { defineQuery } from '@temporalio/workflow'
import type { OutcomeCounts } from '../domain/provider/outcome.ts'
import type { Gear } from './refresh.ts'

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
  readonly fanOut: Gear | null
  /** ISO 8601. */
  readonly since: string
}

export const refreshProgressQuery = defineQuery<RefreshProgress>('progress')

/** Looks up how the cities of a run that are stored have ended; null where nothing can be read. */
export type StoredOutcomesOf = (runId: string) => Promise<OutcomeCounts | null>

/** For runs that refresh no cities. */
export const noStoredOutcomes: StoredOutcomesOf = () => Promise.resolve(null)

/**
 * A run counts by whole shards, and its clock stands still between its steps; the database has each
 * city as soon as it has ended.
 */
export function withStored(
  progress: RefreshProgress,
  stored: OutcomeCounts,
  nowMs: number,
): RefreshProgress {
  const done = Math.max(progress.done, stored.ok + stored.partial)
  const failed = Math.max(progress.failed, stored.failed)
  const ahead = done + failed - progress.done - progress.failed
  const ratePerSecond = rateOf(done + failed + progress.joined, nowMs - Date.parse(progress.since))
  return {
    ...progress,
    done,
    failed,
    waiting: Math.max(0, progress.waiting - ahead),
    ratePerSecond,
  }
}

/** Cities a second, to a tenth. */
export const rateOf = (cities: number, durationMs: number): number =>
  Math.round((cities / Math.max(0.001, durationMs / 1000)) * 10) / 10

/** At the present rate; null while there is none. */
export function etaSeconds({
  waiting,
  ratePerSecond,
}: Pick<RefreshProgress, 'waiting' | 'ratePerSecond'>): number | null {
  if (waiting === 0) return 0
  return ratePerSecond > 0 ? Math.ceil(waiting / ratePerSecond) : null
}
