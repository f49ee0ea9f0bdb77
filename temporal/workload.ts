import type { Client } from '@temporalio/client'
import { TASK_QUEUE_NAMES, type TaskQueue } from '../contracts/task-queues.ts'
import { withinMs } from './connect.ts'
import { QUEUE_TYPES } from './queue-types.ts'

const TIMEOUT_MS = 3_000

/** Runs that were started as such: what a run starts itself is a part of it. */
const RUNNING_TASKS =
  'ExecutionStatus = "Running" AND ParentWorkflowId IS NULL AND WeatherRunKind IS NOT NULL'

export interface Workload {
  readonly runningTasks: number
  /** Steps of runs that wait for a worker, as the server estimates them. */
  readonly queuedSteps: number
}

/** One count and a few descriptions, however many runs there are. */
export async function workload(client: Client): Promise<Workload> {
  return withinMs(client, TIMEOUT_MS, async () => {
    const [{ count }, ...backlogs] = await Promise.all([
      client.workflow.count(RUNNING_TASKS),
      ...TASK_QUEUE_NAMES.map((queue) => backlogOf(client, queue)),
    ])
    return { runningTasks: count, queuedSteps: backlogs.reduce((sum, one) => sum + one, 0) }
  })
}

async function backlogOf(client: Client, queue: TaskQueue): Promise<number> {
  const described = await Promise.all(
    QUEUE_TYPES.map((taskQueueType) =>
      client.workflowService.describeTaskQueue({
        namespace: client.options.namespace,
        taskQueue: { name: queue },
        taskQueueType,
        reportStats: true,
      }),
    ),
  )
  return described.reduce((sum, { stats }) => sum + Number(stats?.approximateBacklogCount ?? 0), 0)
}
