import type { WorkerOptions } from '@temporalio/worker'
import {
  createAnalyticsActivities,
  createCleanupActivities,
  createMonitoringActivities,
  createNotificationActivities,
  createRefreshActivities,
  createWarmingActivities,
} from '../activities/index.ts'
import { REFRESH_SHAPE } from '../contracts/refresh-shape.ts'
import type { TaskQueue } from '../contracts/task-queues.ts'
import type { WorkerDependencies } from './dependencies.ts'

export interface QueueLimits {
  /** Activities at once, by default. */
  readonly activities: number
  /** Upper limit of what may be set. */
  readonly maxActivities: number
  /** Slots beside those: a run in bulk keeps one for each shard, and a person must not wait for it. */
  readonly spareActivities: number
  readonly workflowTasks: number
  readonly cachedWorkflows: number
}

/** The work of these queues is the database's: more at once would only wait there. */
const JOB: Omit<QueueLimits, 'activities'> = {
  maxActivities: 4,
  spareActivities: 0,
  // One scheduled run at a time, and at most a person's beside it.
  workflowTasks: 2,
  cachedWorkflows: 5,
}

/**
 * One row per queue. A refresh mostly waits, so it has many activity slots; a cached workflow is
 * about 1 MB, so there are few more of them than can be under way.
 */
export const QUEUE_LIMITS: Readonly<Record<TaskQueue, QueueLimits>> = {
  weather_refresh: {
    activities: 100,
    maxActivities: 10_000,
    spareActivities: REFRESH_SHAPE.shardsInFlight,
    workflowTasks: 20,
    cachedWorkflows: 300,
  },
  cache_warming: { ...JOB, activities: 2 },
  monitoring: { ...JOB, activities: 2 },
  analytics: { ...JOB, activities: 1 },
  maintenance: { ...JOB, activities: 1 },
}

type Activities = (deps: WorkerDependencies) => object

export const ACTIVITIES: Readonly<Record<TaskQueue, Activities>> = {
  weather_refresh: ({ refresh }) => createRefreshActivities(refresh),
  cache_warming: ({ warming }) => createWarmingActivities(warming),
  monitoring: ({ monitoring, notifications }) => ({
    ...createMonitoringActivities(monitoring),
    ...createNotificationActivities(notifications),
  }),
  analytics: ({ analytics }) => createAnalyticsActivities(analytics),
  maintenance: ({ cleanup }) => createCleanupActivities(cleanup),
}

/** How fast a cancellation reaches an activity that waits. */
const HEARTBEAT_THROTTLE = '2s'

export function optionsOf(queue: TaskQueue, concurrency: number | undefined) {
  const limits = QUEUE_LIMITS[queue]
  const activities = Math.min(concurrency ?? limits.activities, limits.maxActivities)
  return {
    maxConcurrentActivityTaskExecutions: activities + limits.spareActivities,
    maxConcurrentWorkflowTaskExecutions: limits.workflowTasks,
    maxCachedWorkflows: limits.cachedWorkflows,
    maxHeartbeatThrottleInterval: HEARTBEAT_THROTTLE,
  } satisfies Partial<WorkerOptions>
}
