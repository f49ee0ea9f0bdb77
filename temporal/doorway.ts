import type { TaskQueue } from '../contracts/task-queues.ts'
import type { TemporalConnection } from './connect.ts'
import { isServing, unservedQueues } from './health.ts'
import {
  startRefreshAllCities,
  startRefreshCity,
  type RefreshAllCitiesOptions,
  type RefreshCityOptions,
  type StartedTask,
} from './refreshes.ts'
import { createScheduleDoorway, type ScheduleDoorway } from './schedules.ts'
import { cancelTask, taskStatus, type TaskStatus } from './tasks.ts'

/** All that is asked of Temporal on behalf of people and programs. */
export interface TemporalDoorway {
  refreshAllCities(options: RefreshAllCitiesOptions): Promise<StartedTask>
  refreshCity(options: RefreshCityOptions): Promise<StartedTask>
  /** Nothing for a task that nobody knows. */
  taskStatus(taskId: string): Promise<TaskStatus | undefined>
  cancelTask(taskId: string): Promise<'cancelling' | 'closed' | 'unknown'>
  readonly schedules: ScheduleDoorway
  isServing(): Promise<boolean>
  /** Queues that no worker asks for work. */
  unservedQueues(): Promise<readonly TaskQueue[]>
}

export function createTemporalDoorway({
  client,
  connection,
}: Pick<TemporalConnection, 'client' | 'connection'>): TemporalDoorway {
  return {
    refreshAllCities: (options) => startRefreshAllCities(client, options),
    refreshCity: (options) => startRefreshCity(client, options),
    taskStatus: (taskId) => taskStatus(client, taskId),
    cancelTask: (taskId) => cancelTask(client, taskId),
    schedules: createScheduleDoorway(client),
    isServing: () => isServing(connection),
    unservedQueues: () => unservedQueues(client),
  }
}
