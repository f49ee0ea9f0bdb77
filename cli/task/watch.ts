import type { CleanupResult } from '../../contracts/cleanup.ts'
import type { RefreshAllCitiesResult } from '../../contracts/refresh-results.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'
import type { TaskOptions } from './open-task.ts'
import { EXIT } from '../exit-codes.ts'
import { simulatedMark } from '../target/installation.ts'
import { cleanupEndText, cleanupExitCode } from '../cleanup/cleanup-end.ts'
import { createProgressView, SILENT } from '../refresh/progress-view.ts'
import { endText, exitCodeOf } from '../refresh/refresh-end.ts'
import { isInterrupted, untilInterrupted } from '../progress/until-interrupted.ts'
import { watchTask } from '../progress/watch-task.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { knownTask, withTasks } from './open-task.ts'
import { taskText } from './task-text.ts'

/** Answers with the exit code that the command would have had that started the task and waited. */
export const watch = (taskId: string, { json = false }: TaskOptions): Promise<number> =>
  withTasks(async (client, { config }) => {
    await knownTask(client, taskId)
    const end = await untilInterrupted(taskId, (signal) =>
      watchUntilClosed({ status: () => client.taskStatus(taskId), signal, isSilent: json }),
    )
    if (isInterrupted(end)) return end.exitCode
    const last = await knownTask(client, taskId)
    const { text, exitCode } = endOf(last)
    if (json) sayJson({ ...simulatedMark(config.mode), ...last })
    else say(text)
    return exitCode
  })

interface Watching {
  readonly status: () => Promise<TaskStatus | undefined>
  readonly signal: AbortSignal
  readonly isSilent: boolean
}

async function watchUntilClosed({ status, signal, isSilent }: Watching) {
  const { isTemporalUnavailable } = await import('../../temporal/unavailable.ts')
  return watchTask({
    status,
    isPassing: isTemporalUnavailable,
    progressOf: ({ progress }) => Promise.resolve(progress && progress.total > 0 ? progress : null),
    finalProgress: () => null,
    view: isSilent ? SILENT : createProgressView(process.stdout),
    onIdle: () => {
      note('No worker has taken it up yet; start one with `weather247 worker`.')
    },
    signal,
  })
}

function endOf(task: TaskStatus): { text: string; exitCode: number } {
  const { name, result, status } = task
  if (status === 'SUCCESS' && name === 'refreshAllCities') {
    const end = { kind: 'finished', result: result as RefreshAllCitiesResult } as const
    return { text: endText(end), exitCode: exitCodeOf(end) }
  }
  if (status === 'SUCCESS' && name === 'cleanupOldWeatherData') {
    const end = { kind: 'finished', result: result as CleanupResult } as const
    return { text: cleanupEndText(end), exitCode: cleanupExitCode(end) }
  }
  return { text: taskText(task), exitCode: status === 'SUCCESS' ? EXIT.ok : EXIT.failed }
}
