import type { Client, WorkflowService } from '@temporalio/client'
import { tsToMs } from '@temporalio/common/lib/time.js'
import { TASK_QUEUE_NAMES, type TaskQueue } from '../contracts/task-queues.ts'
import { withinMs } from './connect.ts'
import { POLLER_SEEN_MS } from './health.ts'
import { QUEUE_TYPES } from './queue-types.ts'

const TIMEOUT_MS = 3_000

export interface QueueState {
  readonly queue: TaskQueue
  /** Processes that took tasks of it lately, by the names they give themselves. */
  readonly workers: readonly string[]
  /** Steps that wait for a worker, as the server estimates them. */
  readonly waiting: number
  /** Of the step that waits longest; null where none does. */
  readonly oldestWaitSeconds: number | null
}

type Described = Awaited<ReturnType<WorkflowService['describeTaskQueue']>>

/** A few descriptions, however many runs there are. */
export const queueStates = (client: Client, at: Date): Promise<QueueState[]> =>
  withinMs(client, TIMEOUT_MS, () =>
    Promise.all(TASK_QUEUE_NAMES.map((queue) => queueState(client, queue, at))),
  )

async function queueState(client: Client, queue: TaskQueue, at: Date): Promise<QueueState> {
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
  const waiting = described.reduce((sum, one) => sum + waitingIn(one), 0)
  const waits = described.filter((one) => waitingIn(one) > 0).map(waitSeconds)
  return {
    queue,
    workers: workersOf(described, at.getTime() - POLLER_SEEN_MS),
    waiting,
    oldestWaitSeconds: waits.length > 0 ? Math.max(...waits) : null,
  }
}

const waitingIn = ({ stats }: Described): number => Number(stats?.approximateBacklogCount ?? 0)

const waitSeconds = ({ stats }: Described): number =>
  stats?.approximateBacklogAge ? Math.round(tsToMs(stats.approximateBacklogAge) / 1000) : 0

function workersOf(described: readonly Described[], since: number): string[] {
  const seen = described.flatMap(({ pollers }) =>
    pollers.flatMap(({ identity, lastAccessTime }) =>
      identity && lastAccessTime && tsToMs(lastAccessTime) > since ? [identity] : [],
    ),
  )
  return [...new Set(seen)].sort()
}
