import { runStatuses, saveRunSummary } from '../../db/queries/run-summaries.ts'
import type { RunStatus } from '../../contracts/job.ts'
import { DAY_MS, MINUTE_MS } from '../../domain/time/durations.ts'
import type { ListedTask } from '../../temporal/task-list.ts'
import type { ApiDeps } from '../deps.ts'
import { firstRunId } from '../readers/task-outcomes.ts'
import { lookAgain } from './look-again.ts'

const EVERY_MS = 5 * MINUTE_MS
/** Longer than an API is away for a restart, and less than Temporal keeps. */
const LOOKS_BACK_MS = DAY_MS
const MOST = 100

type Deps = Pick<ApiDeps, 'db' | 'temporal' | 'now'>

/** Runs that ended without a word of theirs: terminated, out of time, or failed on the way to it. */
const ENDS = [
  ['REVOKED', 'cancelled'],
  ['FAILURE', 'failed'],
] as const satisfies readonly (readonly [ListedTask['status'], RunStatus])[]

/**
 * Writes how runs ended that could not write it themselves, so that our own history has them when
 * Temporal has forgotten them; none more once the signal is aborted. @returns how many.
 */
export async function keepEnds({ db, temporal, now }: Deps, signal?: AbortSignal): Promise<number> {
  const since = new Date(now().getTime() - LOOKS_BACK_MS)
  let kept = 0
  for (const [status, end] of ENDS) {
    const { tasks } = await temporal.listTasks({ status, since, limit: MOST })
    const jobs = tasks.filter(({ kind, closedAt }) => kind !== null && closedAt !== null)
    const known = await runStatuses(db, jobs.map(firstRunId))
    for (const task of jobs) {
      if (signal?.aborted) return kept
      if (known.has(firstRunId(task)) || task.closedAt === null) continue
      await keep({ db, temporal }, { ...task, closedAt: task.closedAt }, end)
      kept += 1
    }
  }
  return kept
}

async function keep(
  { db, temporal }: Pick<Deps, 'db' | 'temporal'>,
  task: ListedTask & { readonly closedAt: Date },
  end: RunStatus,
): Promise<void> {
  const found = await temporal.taskStatus(task.taskId)
  const failure = end === 'failed' ? (found?.failure ?? []) : []
  await saveRunSummary(db, {
    runId: firstRunId(task),
    workflowId: task.workflowId,
    workflowType: task.name,
    trigger: task.trigger ?? 'schedule',
    status: failure[0]?.kind === 'timeout' ? 'timed_out' : end,
    startedAt: task.startedAt,
    finishedAt: task.closedAt,
    summary: { isKeptByTemporalsWord: true, ...(failure.length > 0 && { failure }) },
  })
}

export interface EndsKeeper {
  close(): Promise<void>
}

/** Looks every few minutes; what fails is tried again then. */
export function watchEnds(deps: Deps & Pick<ApiDeps, 'log'>, everyMs = EVERY_MS): EndsKeeper {
  const closing = new AbortController()
  const look = async () => {
    const kept = await keepEnds(deps, closing.signal)
    if (kept > 0) deps.log.info({ runs: kept }, 'ends of runs are kept that did not say theirs')
  }
  const looking = lookAgain(look, {
    signal: closing.signal,
    everyMs,
    log: deps.log,
    failing: 'ends of runs cannot be looked at',
  })
  return {
    async close() {
      closing.abort()
      await looking
    },
  }
}
