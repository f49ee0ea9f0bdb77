import type { WorkerOptions } from '@temporalio/worker'
import { createRefreshActivities, type RefreshDeps } from '../activities/index.ts'
import { TASK_QUEUES, type TaskQueue } from '../contracts/task-queues.ts'

export interface WorkerSpec {
  readonly activities: object
  readonly options: Pick<
    WorkerOptions,
    | 'maxConcurrentActivityTaskExecutions'
    | 'maxConcurrentWorkflowTaskExecutions'
    | 'maxCachedWorkflows'
    | 'maxHeartbeatThrottleInterval'
  >
}

/**
 * One row per queue. A refresh mostly waits, so it has many activity slots; a cached workflow is
 * about 1 MB, so there are few more of them than can be under way.
 */
export const workerSpecs = (
  deps: RefreshDeps,
  { concurrency }: { concurrency: number },
): Record<TaskQueue, WorkerSpec> => ({
  [TASK_QUEUES.weatherRefresh]: {
    activities: createRefreshActivities(deps),
    options: {
      maxConcurrentActivityTaskExecutions: concurrency,
      maxConcurrentWorkflowTaskExecutions: 20,
      maxCachedWorkflows: 300,
      // How fast a cancellation reaches an activity that waits.
      maxHeartbeatThrottleInterval: '2s',
    },
  },
})
