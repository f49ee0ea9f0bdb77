import type { WorkerOptions } from '@temporalio/worker'
import {
  createAnalyticsActivities,
  createCleanupActivities,
  createMonitoringActivities,
  createRefreshActivities,
  createWarmingActivities,
} from '../activities/index.ts'
import { TASK_QUEUES, type TaskQueue } from '../contracts/task-queues.ts'
import type { WorkerDependencies } from './dependencies.ts'

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

/** A job has one run at a time, and at most a person's beside it. */
const JOB_WORKFLOWS = {
  maxConcurrentWorkflowTaskExecutions: 2,
  maxCachedWorkflows: 5,
  maxHeartbeatThrottleInterval: '2s',
} as const

/**
 * One row per queue. A refresh mostly waits, so it has many activity slots; a cached workflow is
 * about 1 MB, so there are few more of them than can be under way. The other queues' work is the
 * database's, and more slots would only make it wait there.
 */
export const workerSpecs = (
  deps: WorkerDependencies,
  { concurrency }: { concurrency: number },
): Record<TaskQueue, WorkerSpec> => ({
  [TASK_QUEUES.weatherRefresh]: {
    activities: createRefreshActivities(deps.refresh),
    options: {
      maxConcurrentActivityTaskExecutions: concurrency,
      maxConcurrentWorkflowTaskExecutions: 20,
      maxCachedWorkflows: 300,
      // How fast a cancellation reaches an activity that waits.
      maxHeartbeatThrottleInterval: '2s',
    },
  },
  [TASK_QUEUES.cacheWarming]: {
    activities: createWarmingActivities(deps.warming),
    options: { ...JOB_WORKFLOWS, maxConcurrentActivityTaskExecutions: 2 },
  },
  [TASK_QUEUES.monitoring]: {
    activities: createMonitoringActivities(deps.monitoring),
    options: { ...JOB_WORKFLOWS, maxConcurrentActivityTaskExecutions: 2 },
  },
  [TASK_QUEUES.analytics]: {
    activities: createAnalyticsActivities(deps.analytics),
    options: { ...JOB_WORKFLOWS, maxConcurrentActivityTaskExecutions: 1 },
  },
  [TASK_QUEUES.maintenance]: {
    activities: createCleanupActivities(deps.cleanup),
    options: { ...JOB_WORKFLOWS, maxConcurrentActivityTaskExecutions: 1 },
  },
})
