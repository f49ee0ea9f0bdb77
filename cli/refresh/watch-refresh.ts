import type { RefreshAllCitiesResult } from '../../contracts/refresh-results.ts'
import type { RefreshProgress } from '../../contracts/refresh-progress.ts'
import type { RefreshEnd } from './refresh-end.ts'
import { watchTask, type TaskWatch } from '../progress/watch-task.ts'

export type RefreshWatch = Omit<
  TaskWatch<RefreshAllCitiesResult, RefreshProgress>,
  'progressOf' | 'finalProgress'
>

/** Shows a refresh until it ends; rejects with an AbortError when the signal comes first. */
export const watchRefresh = (watch: RefreshWatch): Promise<RefreshEnd> =>
  watchTask({
    ...watch,
    // Before it has counted, a run knows of no city.
    progressOf: ({ progress }) => Promise.resolve(progress && progress.total > 0 ? progress : null),
    finalProgress,
  })

export function finalProgress(result: RefreshAllCitiesResult): RefreshProgress {
  const { total, ok, partial, failed, skipped, joined, left, durationMs, fanOut } = result
  const settled = ok + partial + failed + joined
  return {
    total,
    done: ok + partial,
    failed,
    skipped,
    joined,
    waiting: left,
    ratePerSecond: settled / Math.max(0.001, durationMs / 1_000),
    fanOut,
    since: result.startedAt,
  }
}
