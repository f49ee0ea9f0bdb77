import type { Client } from '@temporalio/client'
import type { CityId } from '../domain/city.ts'
import type { StartedTask } from '../temporal/refreshes.ts'
import { findCities } from './cities/find-cities.ts'
import { parseCityWords } from './cities/city-words.ts'
import { wrongUsage } from './command-failure.ts'
import type { RefreshOptions } from './commands/refresh.ts'
import { temporalTargetOf, withDatabaseAt, withTemporal } from './connections.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { createProgressView, type ProgressView } from './progress/progress-view.ts'
import { endText, exitCodeOf } from './progress/refresh-end.ts'
import { watchRefresh } from './progress/watch-refresh.ts'
import { maxAgeSecondsOf } from './schedule-settings.ts'
import { note, say, sayJson } from './say.ts'
import { startedText } from './started-text.ts'
import { findTarget, type Target } from './target.ts'

const HOW_TO_WAIT = 'Wait for it, with progress: weather247 refresh --wait'

export async function refresh(options: RefreshOptions): Promise<ExitCode> {
  const target = await findTarget()
  const cityIds = options.cities && (await idsOf(target, options.cities))
  return withTemporal(temporalTargetOf(target.config.temporal), async (client) => {
    const task = await start(client, target, options, cityIds)
    if (options.wait === true) return waitFor(client, task, options)
    if (options.json === true) sayJson(task)
    else say(startedText({ what: 'Refresh started', ...task, next: HOW_TO_WAIT }, target))
    return EXIT.ok
  })
}

async function idsOf({ config }: Target, words: readonly string[]): Promise<CityId[]> {
  const parsed = parseCityWords(words)
  if (parsed.length === 0) throw wrongUsage('--cities names no city')
  if (config.database.kind !== 'external') throw new Error('a target has an external database')
  return withDatabaseAt(config.database.url.reveal(), (db) => findCities(db, parsed))
}

async function start(
  client: Client,
  { config }: Target,
  { force = false, maxAge, fanOut }: RefreshOptions,
  cityIds: readonly CityId[] | undefined,
): Promise<StartedTask> {
  const { startRefreshAllCities } = await import('../temporal/refreshes.ts')
  return startRefreshAllCities(client, {
    trigger: 'cli',
    ...(cityIds && { cityIds }),
    force,
    maxAgeSeconds: maxAgeSecondsOf(config, maxAge),
    fanOut,
  })
}

async function waitFor(
  client: Client,
  task: StartedTask,
  { json = false }: RefreshOptions,
): Promise<ExitCode> {
  const [{ taskStatus }, { isTemporalUnavailable }] = await Promise.all([
    import('../temporal/tasks.ts'),
    import('../temporal/unavailable.ts'),
  ])
  const end = await watchRefresh({
    status: () => taskStatus(client, task.taskId),
    isPassing: isTemporalUnavailable,
    view: json ? SILENT : createProgressView(process.stdout),
    onIdle: () => {
      note('No worker has taken up the refresh yet; start one with `weather247 worker`.')
    },
    signal: new AbortController().signal,
  })
  if (json) sayJson({ ...task, ...end })
  else say(endText(end))
  return exitCodeOf(end)
}

const SILENT: ProgressView = { show: () => undefined, end: () => undefined }
