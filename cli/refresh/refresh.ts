import type { GearChoice } from '../../contracts/refresh.ts'
import type { Mode } from '../../domain/mode.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { WeatherClient } from '../../temporal/client.ts'
import type { StartedTask } from '../../temporal/start-refreshes.ts'
import { temporalTargetOf } from '../../platform/connection-targets.ts'
import { findCities } from '../cities/find-cities.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { withDatabaseAt, withTemporal } from '../target/connections.ts'
import { EXIT } from '../exit-codes.ts'
import { simulatedMark } from '../target/installation.ts'
import { createProgressView, SILENT } from './progress-view.ts'
import { endText, exitCodeOf } from './refresh-end.ts'
import { isInterrupted, untilInterrupted } from '../progress/until-interrupted.ts'
import { watchRefresh } from './watch-refresh.ts'
import { maxAgeSecondsOf } from '../config/schedule-settings.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { startedText, watchCommand } from '../progress/started-text.ts'
import {
  ALL_MODES,
  announceTarget,
  databaseUrlOf,
  findTarget,
  type Target,
} from '../target/target.ts'

export interface RefreshOptions {
  readonly cities?: readonly string[]
  readonly force?: boolean
  /** Minutes. */
  readonly maxAge?: number
  readonly fanOut: GearChoice
  readonly wait?: boolean
  readonly json?: boolean
}

export async function refresh(
  options: RefreshOptions,
  modes: readonly Mode[] = ALL_MODES,
): Promise<number> {
  const target = await findTarget(modes)
  announceTarget(target)
  const cityIds = options.cities && (await idsOf(target, options.cities))
  const work = async (client: WeatherClient) => {
    const task = await start(client, target, options, cityIds)
    const mark = simulatedMark(target.config.mode)
    if (options.wait === true) return waitFor(client, { ...mark, ...task }, options)
    if (options.json === true) sayJson({ ...mark, ...task })
    else {
      const next = watchCommand(task.taskId)
      say(startedText({ what: 'Refresh started', ...task, next }, target))
    }
    return EXIT.ok
  }
  const databaseUrl = options.wait === true ? databaseUrlOf(target) : undefined
  return withTemporal(temporalTargetOf(target.config.temporal), work, databaseUrl)
}

async function idsOf(target: Target, words: readonly string[]): Promise<CityId[]> {
  const ids = await withDatabaseAt(databaseUrlOf(target), (db) => findCities(db, words))
  if (ids.length === 0) throw wrongUsage('--cities names no city')
  return ids
}

const start = (
  client: WeatherClient,
  { config }: Target,
  { force = false, maxAge, fanOut }: RefreshOptions,
  cityIds: readonly CityId[] | undefined,
): Promise<StartedTask> =>
  client.refreshAllCities({
    trigger: 'cli',
    ...(cityIds && { cityIds }),
    force,
    maxAgeSeconds: maxAgeSecondsOf(config, maxAge),
    fanOut,
  })

async function waitFor(
  client: WeatherClient,
  task: StartedTask,
  { json = false }: RefreshOptions,
): Promise<number> {
  const { isTemporalUnavailable } = await import('../../temporal/unavailable.ts')
  const started = `Refresh started: ${task.taskId}`
  const end = await untilInterrupted(task.taskId, (signal) => {
    if (json) note(started)
    else say(started)
    return watchRefresh({
      status: () => client.taskStatus(task.taskId),
      isPassing: isTemporalUnavailable,
      view: json ? SILENT : createProgressView(process.stdout),
      onIdle: () => {
        note('No worker has taken up the refresh yet; start one with `weather247 worker`.')
      },
      signal,
    })
  })
  if (isInterrupted(end)) {
    if (json) sayJson({ ...task, kind: end.kind })
    return end.exitCode
  }
  if (json) sayJson({ ...task, ...end })
  else say(endText(end))
  return exitCodeOf(end)
}
