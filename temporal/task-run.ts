import {
  WorkflowNotFoundError,
  type Client,
  type GetWorkflowExecutionHistoryRequest,
  type WorkflowExecutionDescription,
} from '@temporalio/client'
import { TASK_QUEUES } from '../contracts/task-queues.ts'
import { parseTaskId, type TaskRef } from './task-id.ts'

/** The run that a task has come to: the last one of its chain. */
export interface TaskRun {
  readonly firstRunId: string
  readonly description: WorkflowExecutionDescription
}

const OUR_QUEUES: readonly string[] = Object.values(TASK_QUEUES)

/** Undefined for an unknown id, and for a workflow that is not of this system. */
export async function findRun(client: Client, taskId: string): Promise<TaskRun | undefined> {
  for (const ref of parseTaskId(taskId)) {
    const run = await runOf(client, ref)
    if (run && OUR_QUEUES.includes(run.description.taskQueue)) return run
  }
  return undefined
}

async function runOf(
  client: Client,
  { workflowId, firstRunId }: TaskRef,
): Promise<TaskRun | undefined> {
  const latest = await describe(client, workflowId)
  if (!latest) return undefined
  if (firstRunId === undefined || firstRunId === latest.firstRunId) return latest
  return lastOfChain(client, workflowId, firstRunId)
}

/** An older run of a workflow id that was used again since. */
async function lastOfChain(
  client: Client,
  workflowId: string,
  firstRunId: string,
): Promise<TaskRun | undefined> {
  let run = await describe(client, workflowId, firstRunId)
  while (run?.description.status.name === 'CONTINUED_AS_NEW') {
    const nextRunId = await successorOf(client, run.description)
    if (nextRunId === undefined) break
    run = await describe(client, workflowId, nextRunId)
  }
  return run
}

async function describe(
  client: Client,
  workflowId: string,
  runId?: string,
): Promise<TaskRun | undefined> {
  try {
    const description = await client.workflow.getHandle(workflowId, runId).describe()
    const { raw } = description
    return {
      firstRunId: raw.workflowExecutionInfo?.firstRunId ?? description.runId,
      description,
    }
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined
    throw error
  }
}

/** `HISTORY_EVENT_FILTER_TYPE_CLOSE_EVENT`. */
const CLOSE_EVENT_ONLY: FilterType = 2

type FilterType = NonNullable<GetWorkflowExecutionHistoryRequest['historyEventFilterType']>

async function successorOf(
  client: Client,
  { workflowId, runId }: WorkflowExecutionDescription,
): Promise<string | undefined> {
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    historyEventFilterType: CLOSE_EVENT_ONLY,
  })
  const continued = history?.events?.[0]?.workflowExecutionContinuedAsNewEventAttributes
  return continued?.newExecutionRunId ?? undefined
}
