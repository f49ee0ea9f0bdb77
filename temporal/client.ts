import type { FindPlacesResult } from '../contracts/find-places.ts'
import type { JobProgress } from '../contracts/job.ts'
import type { StoredOutcomesOf } from '../contracts/refresh-progress.ts'
import type { TaskQueue } from '../contracts/task-queues.ts'
import type { PlaceQuery } from '../domain/city/geocoder.ts'
import type { TemporalConnection } from './connect.ts'
import { findPlaces } from './find-places.ts'
import { isServing, unservedQueues } from './health.ts'
import { jobProgress, startCleanup, type CleanupOptions } from './jobs.ts'
import { startDelivery, type WebhookToDeliver } from './start-delivery.ts'
import {
  startRefreshAllCities,
  startRefreshCity,
  type RefreshAllCitiesOptions,
  type RefreshCityOptions,
  type StartedTask,
} from './start-refreshes.ts'
import { createScheduleClient, type ScheduleClient } from './schedules.ts'
import { stalled, type WaitingTasks } from './stalled-queue.ts'
import { queueStates, type QueueState } from './queues.ts'
import { listTasks, type TaskListOptions, type TaskPage } from './task-list.ts'
import { workload, type Workload } from './workload.ts'
import {
  cancelTask,
  taskStatus,
  terminateTask,
  type CancelOutcome,
  type TaskStatus,
  type TerminateOutcome,
} from './tasks.ts'

/** Calls to Temporal on behalf of people and programs. */
export interface WeatherClient {
  refreshAllCities(options: RefreshAllCitiesOptions): Promise<StartedTask>
  refreshCity(options: RefreshCityOptions): Promise<StartedTask>
  /** @throws where Temporal, or every worker, is away. */
  findPlaces(query: PlaceQuery): Promise<FindPlacesResult>
  cleanup(options: CleanupOptions): Promise<StartedTask>
  /** Starts the delivery to a webhook, or tells the one that is under way that there is more. */
  deliver(webhook: WebhookToDeliver): Promise<void>
  /** Null while no worker answers. */
  jobProgress(task: StartedTask): Promise<JobProgress | null>
  /** Undefined for an unknown task. */
  taskStatus(taskId: string): Promise<TaskStatus | undefined>
  listTasks(options: TaskListOptions): Promise<TaskPage>
  cancelTask(taskId: string): Promise<CancelOutcome>
  terminateTask(taskId: string, reason: string): Promise<TerminateOutcome>
  readonly schedules: ScheduleClient
  isServing(): Promise<boolean>
  /** Queues that no worker polls. */
  unservedQueues(): Promise<readonly TaskQueue[]>
  /** How much is under way, and how much waits. */
  workload(): Promise<Workload>
  /** Who works on each queue, and what waits there. */
  queues(): Promise<readonly QueueState[]>
  /** Tasks that wait on the queue while no worker takes any. */
  stalled(queue: TaskQueue): Promise<WaitingTasks | undefined>
}

export function createWeatherClient(
  { client, connection }: Pick<TemporalConnection, 'client' | 'connection'>,
  storedOutcomesOf: StoredOutcomesOf,
  now: () => Date,
): WeatherClient {
  return {
    refreshAllCities: (options) => startRefreshAllCities(client, options),
    refreshCity: (options) => startRefreshCity(client, options),
    findPlaces: (query) => findPlaces(client, query),
    cleanup: (options) => startCleanup(client, options),
    deliver: (webhook) => startDelivery(client, webhook),
    jobProgress: (task) => jobProgress(client, task),
    taskStatus: (taskId) => taskStatus(client, taskId, storedOutcomesOf),
    listTasks: (options) => listTasks(client, options),
    cancelTask: (taskId) => cancelTask(client, taskId),
    terminateTask: (taskId, reason) => terminateTask(client, taskId, reason),
    schedules: createScheduleClient(client),
    isServing: () => isServing(connection),
    unservedQueues: () => unservedQueues(client, now()),
    workload: () => workload(client),
    queues: () => queueStates(client, now()),
    stalled: (queue) => stalled(client, queue),
  }
}
