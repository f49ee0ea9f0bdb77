import { randomUUID } from 'node:crypto'
import type { Client } from '@temporalio/client'
import type { CleanupInput } from '../contracts/cleanup.ts'
import type { JobInput, JobProgress, RunKind } from '../contracts/job.ts'
import { JOB_WORKFLOWS, jobProgressQuery } from '../contracts/job.ts'
import { hardLimitMs, SINGLE_RUN_LIMITS } from '../contracts/run-limits.ts'
import { RUN_KIND, TRIGGER } from '../contracts/search-attributes.ts'
import { TASK_QUEUES, type TaskQueue } from '../contracts/task-queues.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import { withinMs } from './connect.ts'
import type { StartedTask } from './start-refreshes.ts'
import { formatTaskId } from './task-id.ts'

const START_TIMEOUT_MS = 8_000
/** Without workers a query has no answer. */
const QUERY_TIMEOUT_MS = 3_000

/** A run that a person or a program asked for. */
export interface JobStart<Input extends JobInput> {
  readonly kind: RunKind
  readonly workflowType: string
  readonly taskQueue: TaskQueue
  readonly workflowId: string
  /** One line for the Web UI. */
  readonly summary: string
  /** Its limits are those of a single run, for which a person waits. */
  readonly input: Omit<Input, 'limits'>
}

export async function startJob<Input extends JobInput>(
  client: Client,
  { kind, workflowType, taskQueue, workflowId, summary, input }: JobStart<Input>,
): Promise<StartedTask> {
  const handle = await withinMs(client, START_TIMEOUT_MS, () =>
    client.workflow.start(workflowType, {
      taskQueue,
      workflowId,
      args: [{ ...input, limits: SINGLE_RUN_LIMITS }],
      workflowExecutionTimeout: hardLimitMs(),
      staticSummary: summary,
      typedSearchAttributes: [
        { key: TRIGGER, value: input.trigger },
        { key: RUN_KIND, value: kind },
      ],
    }),
  )
  const { firstExecutionRunId: runId } = handle
  return { taskId: formatTaskId(workflowId, runId), workflowId, runId }
}

/** Not bound to a local day: a person's cleanup always works. */
export type CleanupOptions = Omit<CleanupInput, 'limits' | 'daily'>

export const startCleanup = (client: Client, input: CleanupOptions): Promise<StartedTask> =>
  startJob<CleanupInput>(client, {
    kind: 'cleanup',
    workflowType: JOB_WORKFLOWS.cleanup,
    taskQueue: TASK_QUEUES.maintenance,
    workflowId: workflowIds.cleanupOldWeatherData(randomUUID()),
    summary: `Cleanup asked for by ${input.trigger}${input.dryRun ? ', counting only' : ''}`,
    input,
  })

/** Null while no worker answers. */
export async function jobProgress(
  client: Client,
  { workflowId, runId }: Pick<StartedTask, 'workflowId' | 'runId'>,
): Promise<JobProgress | null> {
  const handle = client.workflow.getHandle(workflowId, runId)
  try {
    return await withinMs(client, QUERY_TIMEOUT_MS, () => handle.query(jobProgressQuery))
  } catch {
    // A run can be waited for without its progress.
    return null
  }
}
