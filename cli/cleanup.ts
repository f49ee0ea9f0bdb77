import type { Client } from '@temporalio/client'
import type { CleanupResult } from '../contracts/cleanup.ts'
import type { StartedTask } from '../temporal/refreshes.ts'
import type { CleanupOptions } from './commands/cleanup.ts'
import { temporalTargetOf, withTemporal } from './connections.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { cleanupEndText, cleanupExitCode } from './progress/cleanup-end.ts'
import { createMessageView } from './progress/message-view.ts'
import { watchTask, type TaskEnd } from './progress/watch-task.ts'
import { note, say, sayJson } from './say.ts'
import { describeCommand, startedText } from './started-text.ts'
import { findTarget, type Target } from './target.ts'

export async function cleanup(options: CleanupOptions): Promise<ExitCode> {
  const { wait, json = false } = options
  const target = await findTarget()
  return withTemporal(temporalTargetOf(target.config.temporal), async (client) => {
    const task = await start(client, target, options)
    if (!wait) {
      if (json) sayJson(task)
      else {
        const next = describeCommand(task.workflowId)
        say(startedText({ what: 'Cleanup started', ...task, next }, target))
      }
      return EXIT.ok
    }
    const end = await waitFor(client, task, json)
    if (json) sayJson({ ...task, ...end })
    else say(cleanupEndText(end))
    return cleanupExitCode(end)
  })
}

async function start(
  client: Client,
  { config: { jobs } }: Target,
  { days, forecastDays, dryRun = false, batchSize }: CleanupOptions,
): Promise<StartedTask> {
  const { startCleanup } = await import('../temporal/jobs.ts')
  const { keepDays } = jobs.cleanup
  return startCleanup(client, {
    trigger: 'cli',
    keepDays: {
      ...keepDays,
      readings: days ?? keepDays.readings,
      forecasts: forecastDays ?? keepDays.forecasts,
    },
    dryRun,
    batchSize,
  })
}

async function waitFor(
  client: Client,
  task: StartedTask,
  isSilent: boolean,
): Promise<TaskEnd<CleanupResult>> {
  const [{ taskStatus }, { isTemporalUnavailable }, { jobProgress }] = await Promise.all([
    import('../temporal/tasks.ts'),
    import('../temporal/unavailable.ts'),
    import('../temporal/jobs.ts'),
  ])
  return watchTask<CleanupResult, string>({
    status: () => taskStatus(client, task.taskId),
    isPassing: isTemporalUnavailable,
    async progressOf({ status }) {
      if (isSilent || status === 'PENDING') return null
      return (await jobProgress(client, task))?.message ?? null
    },
    finalProgress: ({ message }) => message,
    view: createMessageView(isSilent ? () => undefined : note),
    onIdle: () => {
      note('No worker has taken up the cleanup yet; start one with `weather247 worker`.')
    },
    signal: new AbortController().signal,
  })
}
