import type { Client, Connection } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import { TASK_QUEUE_NAMES, type TaskQueue } from '../contracts/task-queues.ts'
import { QUEUE_TYPES } from './queue-types.ts'

const CHECK_TIMEOUT_MS = 2_000
const SERVICE = 'temporal.api.workflowservice.v1.WorkflowService'
/** The health service's enum value for SERVING. */
const SERVING = 1
/** A poll lasts a minute at most; who was last seen longer ago is busy or gone. */
export const POLLER_SEEN_MS = 90_000

export async function isServing(connection: Connection): Promise<boolean> {
  try {
    const { status } = await connection.withDeadline(Date.now() + CHECK_TIMEOUT_MS, () =>
      connection.healthService.check({ service: SERVICE }),
    )
    return (status as number) === SERVING
  } catch {
    return false
  }
}

/** Queues that workers do not ask both for workflow tasks and for activities. */
export async function unservedQueues(client: Client, at: Date): Promise<TaskQueue[]> {
  const since = at.getTime() - POLLER_SEEN_MS
  const served = await Promise.all(TASK_QUEUE_NAMES.map((queue) => isPolled(client, queue, since)))
  return TASK_QUEUE_NAMES.filter((_, index) => served[index] !== true)
}

async function isPolled(client: Client, taskQueue: TaskQueue, since: number): Promise<boolean> {
  try {
    const polled = await Promise.all(
      QUEUE_TYPES.map((taskQueueType) => hasPoller(client, { taskQueue, taskQueueType, since })),
    )
    return polled.every(Boolean)
  } catch {
    return false
  }
}

interface PollersAsked {
  readonly taskQueue: TaskQueue
  readonly taskQueueType: (typeof QUEUE_TYPES)[number]
  readonly since: number
}

async function hasPoller(client: Client, { taskQueue, taskQueueType, since }: PollersAsked) {
  const { pollers } = await client.connection.withDeadline(Date.now() + CHECK_TIMEOUT_MS, () =>
    client.workflowService.describeTaskQueue({
      namespace: client.options.namespace,
      taskQueue: { name: taskQueue },
      taskQueueType,
    }),
  )
  return pollers.some(({ lastAccessTime }) => lastAccessTime && tsToMs(lastAccessTime) > since)
}
