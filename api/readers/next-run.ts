import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'

const KEEP_MS = 5 * SECOND_MS

export interface NextRun {
  readonly nextAt: Date | null
  readonly runningTaskId: string | null
}

const UNKNOWN: NextRun = { nextAt: null, runningTaskId: null }

/** When a schedule runs next, and what of it runs now; neither where Temporal does not answer. */
export function createNextRun(
  { temporal, log }: Pick<ApiDeps, 'temporal' | 'log'>,
  recent: RecentAnswers,
  id: ScheduleId,
): () => Promise<NextRun> {
  const read = async (): Promise<NextRun> => {
    const [state] = await temporal.schedules.describe([id])
    return { nextAt: state?.nextTimes[0] ?? null, runningTaskId: state?.running[0] ?? null }
  }
  const shared = recent.share(read, KEEP_MS)
  return () =>
    shared().catch((error: unknown) => {
      if (!isTemporalUnavailable(error)) throw error
      log.warn({ err: error }, `when ${id} runs next cannot be read`)
      return UNKNOWN
    })
}

/** `available_at` is null where a run is under way: it ends soon, and says when in its task. */
export const nextRunFields = ({ nextAt, runningTaskId }: NextRun) => ({
  available_at: runningTaskId === null ? (nextAt?.toISOString() ?? null) : null,
  running_task_id: runningTaskId,
})
