import type { TaskStatus } from '../../temporal/tasks.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import type { ApiDeps } from '../deps.ts'
import { storedTask, storedTaskIfThere } from './stored-task.ts'

export interface KnownTask {
  readonly task: TaskStatus
  readonly source: 'temporal' | 'history'
}

/** As Temporal knows the task, or, where it does not or is away, as our own history does. */
export async function knownTask(
  { temporal, db }: Pick<ApiDeps, 'temporal' | 'db'>,
  taskId: string,
): Promise<KnownTask | undefined> {
  try {
    const task = await temporal.taskStatus(taskId)
    if (task) return { task, source: 'temporal' }
  } catch (error) {
    if (!isTemporalUnavailable(error)) throw error
    const stored = await storedTaskIfThere(db, taskId)
    if (!stored) throw error
    return { task: stored, source: 'history' }
  }
  const stored = await storedTask(db, taskId)
  return stored && { task: stored, source: 'history' }
}
