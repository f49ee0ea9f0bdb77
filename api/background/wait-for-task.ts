import { setTimeout as sleep } from 'node:timers/promises'
import type { TaskStatus } from '../../temporal/tasks.ts'
import type { ApiDeps } from '../deps.ts'

/** Two queries a second for each task that is waited for. */
const POLL_MS = 500

/** The task at its end; undefined where it is not known, or the signal comes first. */
export async function taskAtItsEnd(
  temporal: Pick<ApiDeps['temporal'], 'taskStatus'>,
  taskId: string,
  signal: AbortSignal,
): Promise<TaskStatus | undefined> {
  while (!signal.aborted) {
    const task = await temporal.taskStatus(taskId)
    if (task?.closedAt !== null) return task
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined)
  }
  return undefined
}
