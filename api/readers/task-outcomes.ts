import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import { runEnds, type RunEnd } from '../../db/queries/run-summaries.ts'
import type { ListedTask } from '../../temporal/task-list.ts'
import type { ApiDeps } from '../deps.ts'

/** What its summary is stored under: a run may have continued as new since. */
export const firstRunId = ({ taskId, workflowId }: ListedTask): string =>
  taskId.slice(workflowId.length + 1)

/** What ended runs say of themselves, by run id: Temporal calls one that left cities a success. */
export async function endsOf(
  { db, log }: Pick<ApiDeps, 'db' | 'log'>,
  tasks: readonly ListedTask[],
): Promise<ReadonlyMap<string, RunEnd>> {
  const ended = tasks.filter(({ closedAt }) => closedAt !== null)
  try {
    return await runEnds(db, ended.map(firstRunId))
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error
    log.warn({ err: error }, 'how runs ended cannot be read')
    return new Map()
  }
}
