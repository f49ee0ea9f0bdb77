import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import { scheduledRuns, type ScheduledRun } from '../../db/queries/run-summaries.ts'
import { formatTaskId } from '../../temporal/task-id.ts'
import { withEnds, type RunEnds, type ScheduleState } from '../../temporal/schedules.ts'
import type { ApiDeps } from '../deps.ts'
import { endsOf } from './run-ends.ts'

/** Temporal tells of ten. */
export const MOST_RUNS = 20

export type ScheduleWithRuns = ReturnType<typeof withEnds>

/** Schedules with their latest runs: those Temporal knows of, and before them those that are stored. */
export async function withRuns(
  deps: Pick<ApiDeps, 'db' | 'log'>,
  states: readonly ScheduleState[],
): Promise<ScheduleWithRuns[]> {
  const [ended, stored] = await Promise.all([
    endsOf(deps, states),
    Promise.all(states.map((state) => storedRuns(deps, state))),
  ])
  return states.map((state, index) => merged(state, ended, stored[index] ?? []))
}

async function storedRuns(
  { db, log }: Pick<ApiDeps, 'db' | 'log'>,
  state: ScheduleState,
): Promise<ScheduledRun[]> {
  try {
    return await scheduledRuns(db, state, MOST_RUNS)
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log.warn({ err: error }, 'earlier runs cannot be read')
    return []
  }
}

function merged(
  state: ScheduleState,
  ended: RunEnds,
  stored: readonly ScheduledRun[],
): ScheduleWithRuns {
  const completed = withEnds(state, ended)
  const known = new Set(completed.recentRuns.map(({ runId }) => runId))
  const earlier = stored
    .filter(({ runId }) => !known.has(runId))
    .map(({ runId, workflowId, status, startedAt }) => ({
      taskId: formatTaskId(workflowId, runId),
      runId,
      scheduledAt: tickOf(workflowId) ?? startedAt,
      startedAt,
      status,
    }))
  const recentRuns = [...completed.recentRuns, ...earlier]
    .sort((one, other) => Number(other.startedAt) - Number(one.startedAt))
    .slice(0, MOST_RUNS)
  return { ...completed, recentRuns }
}

/** Temporal ends the id of what a schedule starts with the tick that it is for. */
function tickOf(workflowId: string): Date | undefined {
  const [tick] = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.exec(workflowId) ?? []
  return tick === undefined ? undefined : new Date(tick)
}
