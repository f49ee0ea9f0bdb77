import type { CleanupResult } from '../../contracts/cleanup.ts'
import type { WeatherClient } from '../../temporal/client.ts'
import type { StartedTask } from '../../temporal/start-refreshes.ts'
import { temporalTargetOf } from '../../platform/connection-targets.ts'
import { withTemporal } from '../target/connections.ts'
import { EXIT } from '../exit-codes.ts'
import { simulatedMark } from '../target/installation.ts'
import { cleanupEndText, cleanupExitCode } from './cleanup-end.ts'
import { createMessageView } from '../progress/message-view.ts'
import { isInterrupted, untilInterrupted } from '../progress/until-interrupted.ts'
import { watchTask, type TaskEnd } from '../progress/watch-task.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { describeCommand, startedText } from '../progress/started-text.ts'
import { auditedAt } from '../target/audited.ts'
import { announceTarget, findTarget, type Target } from '../target/target.ts'

export interface CleanupOptions {
  readonly days?: number
  readonly forecastDays?: number
  readonly dryRun?: boolean
  readonly batchSize: number
  readonly wait: boolean
  readonly json?: boolean
}

export async function cleanup(options: CleanupOptions): Promise<number> {
  const { wait, json = false } = options
  const target = await findTarget()
  announceTarget(target)
  const mark = simulatedMark(target.config.mode)
  return withTemporal(temporalTargetOf(target.config.temporal), async (client) => {
    const { days, forecastDays, dryRun = false } = options
    const change = { command: 'cleanup', fields: { days, forecastDays } }
    const begin = () => start(client, target, options)
    const task = dryRun ? await begin() : await auditedAt(target, change, begin)
    if (!wait) {
      if (json) sayJson({ ...mark, ...task })
      else {
        const next = describeCommand(task.taskId)
        say(startedText({ what: 'Cleanup started', ...task, next }, target))
      }
      return EXIT.ok
    }
    const end = await untilInterrupted(task.taskId, (signal) => {
      note(`Cleanup started: ${task.taskId}`)
      return waitFor(client, task, { isSilent: json, signal })
    })
    if (isInterrupted(end)) {
      if (json) sayJson({ ...mark, ...task, kind: end.kind })
      return end.exitCode
    }
    if (json) sayJson({ ...mark, ...task, ...end })
    else say(cleanupEndText(end))
    return cleanupExitCode(end)
  })
}

function start(
  client: WeatherClient,
  { config: { jobs } }: Target,
  { days, forecastDays, dryRun = false, batchSize }: CleanupOptions,
): Promise<StartedTask> {
  const { keepDays } = jobs.cleanup
  return client.cleanup({
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
  client: WeatherClient,
  task: StartedTask,
  { isSilent, signal }: { isSilent: boolean; signal: AbortSignal },
): Promise<TaskEnd<CleanupResult>> {
  const { isTemporalUnavailable } = await import('../../temporal/unavailable.ts')
  return watchTask<CleanupResult, string>({
    status: () => client.taskStatus(task.taskId),
    isPassing: isTemporalUnavailable,
    async progressOf({ status }) {
      if (isSilent || status === 'PENDING') return null
      return (await client.jobProgress(task))?.message ?? null
    },
    finalProgress: ({ message }) => message,
    view: createMessageView(isSilent ? () => undefined : note),
    onIdle: () => {
      note('No worker has taken up the cleanup yet; start one with `weather247 worker`.')
    },
    signal,
  })
}
