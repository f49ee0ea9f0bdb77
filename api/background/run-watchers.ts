import type { FastifyBaseLogger } from 'fastify'
import type { WeatherClient } from '../../temporal/client.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'
import { runEvent, type RunEvent } from './run-events.ts'
import { watchRun, type ListenerPlace, type RunWatcher } from './run-watcher.ts'

export interface RunWatchersDeps {
  readonly temporal: Pick<WeatherClient, 'taskStatus'>
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  /** What listeners read of a task. */
  readonly bodyOf: (task: TaskStatus) => object
  readonly everyMs: number
}

/** One query of Temporal in each interval for each run that is listened to, however many listen. */
export interface RunWatchers {
  /** Undefined for an unknown task. */
  join(taskId: string): Promise<ListenerPlace | undefined>
  /** Lets everybody go. */
  close(): void
}

export function createRunWatchers(deps: RunWatchersDeps): RunWatchers {
  const { everyMs, log } = deps
  const watchers = new Map<string, RunWatcher>()

  function watcherOf(taskId: string): RunWatcher {
    const known = watchers.get(taskId)
    if (known) return known
    const watcher = watchRun({
      look: lookAt(deps, taskId),
      everyMs,
      onFailing(error) {
        log.warn({ err: error, taskId }, 'a run that is listened to cannot be seen')
      },
      onStopped() {
        if (watchers.get(taskId) === watcher) watchers.delete(taskId)
      },
    })
    watchers.set(taskId, watcher)
    return watcher
  }

  return {
    join: (taskId) => watcherOf(taskId).join(),
    close() {
      for (const watcher of [...watchers.values()]) watcher.stop()
    },
  }
}

function lookAt({ temporal, now, bodyOf }: RunWatchersDeps, taskId: string) {
  let lastMs = 0
  return async (): Promise<RunEvent | undefined> => {
    const task = await temporal.taskStatus(taskId)
    if (!task) return undefined
    const { closedAt } = task
    // The end has the same place for all who come, whenever they come.
    if (closedAt) return runEvent({ atMs: closedAt.getTime(), isEnd: true }, bodyOf(task))
    lastMs = Math.max(lastMs + 1, now().getTime())
    return runEvent({ atMs: lastMs, isEnd: false }, bodyOf(task))
  }
}
