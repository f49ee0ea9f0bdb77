import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import { runStatuses } from '../../db/queries/run-summaries.ts'
import { runEndsOf, type RunEnds, type ScheduleState } from '../../temporal/schedules.ts'
import type { ApiDeps } from '../deps.ts'

/** How the recent runs of schedules ended; unknown while the database is away. */
export const endsOf = (
  { db, log }: Pick<ApiDeps, 'db' | 'log'>,
  states: readonly ScheduleState[],
): Promise<RunEnds> =>
  runEndsOf(states, {
    read: (runIds) => runStatuses(db, runIds),
    isAway: isDatabaseUnavailable,
    onAway(error) {
      log.warn({ err: error }, 'how runs ended cannot be read')
    },
  })
