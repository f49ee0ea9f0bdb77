/** Which run of which workflow; without a run it is the latest. */
export interface TaskRef {
  readonly workflowId: string
  /** First run of a chain that may have continued as new since. */
  readonly firstRunId?: string
}

const RUN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export const formatTaskId = (workflowId: string, firstRunId: string): string =>
  `${workflowId}/${firstRunId}`

/**
 * A run id is the last segment. An id that ends in a request's UUID (`refresh-all-cities/<uuid>`)
 * looks the same, so a reading has two candidates: the better one first.
 */
export function parseTaskId(taskId: string): TaskRef[] {
  const bare = { workflowId: taskId }
  const cut = taskId.lastIndexOf('/')
  const last = taskId.slice(cut + 1)
  if (cut < 1 || !RUN_ID.test(last)) return [bare]
  return [{ workflowId: taskId.slice(0, cut), firstRunId: last }, bare]
}
