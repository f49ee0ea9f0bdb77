import type { Client, WorkflowService } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import type { TaskQueue } from '../contracts/task-queues.ts'
import { withinMs } from './connect.ts'
import { QUEUE_TYPES } from './queue-types.ts'

const TIMEOUT_MS = 2_000

/** For how long the oldest task waits before the queue counts as stalled. */
const STALLED_AFTER_MS = 60_000

export interface WaitingTasks {
  readonly tasks: number
  readonly oldestSeconds: number
}

type Described = Awaited<ReturnType<WorkflowService['describeTaskQueue']>>

/** Tasks that wait while no worker takes any; nothing where work goes on, or there is none. */
export async function stalled(
  client: Client,
  queue: TaskQueue,
  afterMs = STALLED_AFTER_MS,
): Promise<WaitingTasks | undefined> {
  const described = await withinMs(client, TIMEOUT_MS, () =>
    Promise.all(
      QUEUE_TYPES.map((taskQueueType) =>
        client.workflowService.describeTaskQueue({
          namespace: client.options.namespace,
          taskQueue: { name: queue },
          taskQueueType,
          reportStats: true,
        }),
      ),
    ),
  )
  const waiting = described.flatMap((one) => waitingIn(one, afterMs) ?? [])
  if (waiting.length === 0) return undefined
  return {
    tasks: waiting.reduce((sum, { tasks }) => sum + tasks, 0),
    oldestSeconds: Math.max(...waiting.map(({ oldestSeconds }) => oldestSeconds)),
  }
}

function waitingIn({ stats }: Described, afterMs: number): WaitingTasks | undefined {
  if (!stats) return undefined
  const tasks = Number(stats.approximateBacklogCount ?? 0)
  const ageMs = stats.approximateBacklogAge ? tsToMs(stats.approximateBacklogAge) : 0
  const isTaken = (stats.tasksDispatchRate ?? 0) > 0
  if (tasks === 0 || isTaken || ageMs < afterMs) return undefined
  return { tasks, oldestSeconds: Math.round(ageMs / 1000) }
}
