import type { FastifyBaseLogger } from 'fastify'
import type { ApiDeps } from '../deps.ts'
import { knownTask, type KnownTask } from '../readers/known-task.ts'
import { runEvent, type RunEvent } from './run-events.ts'
import { RunWatcher, type ListenerPlace } from './run-watcher.ts'

export interface RunWatchersDeps extends Pick<ApiDeps, 'temporal' | 'db'> {
  readonly log: FastifyBaseLogger
  readonly now: () => Date
  /** What listeners read of a task. */
  readonly bodyOf: (known: KnownTask) => object
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
    const watcher = new RunWatcher({
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

function lookAt({ now, bodyOf, ...deps }: RunWatchersDeps, taskId: string) {
  let lastMs = 0
  return async (): Promise<RunEvent | undefined> => {
    const known = await knownTask(deps, taskId)
    if (!known) return undefined
    const { closedAt } = known.task
    // The end has the same place for all who come, whenever they come.
    if (closedAt) return runEvent({ atMs: closedAt.getTime(), isEnd: true }, bodyOf(known))
    lastMs = Math.max(lastMs + 1, now().getTime())
    return runEvent({ atMs: lastMs, isEnd: false }, bodyOf(known))
  }
}
