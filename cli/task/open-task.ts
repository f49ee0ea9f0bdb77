import type { WeatherClient } from '../../temporal/client.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'
import { temporalTargetOf } from '../../platform/connection-targets.ts'
import { wrongUsage, type CommandError } from '../errors/command-error.ts'
import { withTemporal } from '../target/connections.ts'
import { announceTarget, databaseUrlOf, findTarget, type Target } from '../target/target.ts'

export interface TaskOptions {
  readonly json?: boolean
}

/** Opens the Temporal server on which the task is, and the database, where its cities are counted. */
export async function withTasks<T>(
  work: (client: WeatherClient, target: Target) => Promise<T>,
): Promise<T> {
  const target = await findTarget()
  announceTarget(target)
  return withTemporal(
    temporalTargetOf(target.config.temporal),
    (client) => work(client, target),
    databaseUrlOf(target),
  )
}

/** @throws CommandError when neither Temporal nor the database knows it. */
export async function knownTask(client: WeatherClient, taskId: string): Promise<TaskStatus> {
  const status = await client.taskStatus(taskId)
  if (status === undefined) throw unknownTask(taskId)
  return status
}

export const unknownTask = (taskId: string): CommandError =>
  wrongUsage(
    `no task ${taskId} was ever started here, or its history has expired`,
    '`weather247 temporal workflow list` shows what there is',
  )
