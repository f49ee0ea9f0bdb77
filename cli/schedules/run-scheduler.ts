import { wrongUsage } from '../command-failure.ts'
import type { SchedulerOptions } from '../commands/scheduler.ts'
import { temporalTargetOf, withTemporal } from '../connections.ts'
import type { ExitCode } from '../exit-codes.ts'
import { say } from '../say.ts'
import { scheduleSettingsOf } from '../schedule-settings.ts'
import { findTarget } from '../target.ts'
import { applyTo } from './apply.ts'
import { changesText, changeText } from './change-text.ts'

const DAY_MINUTES = 1440
/** As the setting WEATHER247_REFRESH_INTERVAL_MINUTES. */
const LONGEST_REFRESH_MINUTES = 1440

export async function runScheduler({
  refreshInterval,
  cleanupInterval,
  daemon,
}: SchedulerOptions): Promise<ExitCode> {
  if (cleanupInterval !== DAY_MINUTES)
    throw wrongUsage(
      `--cleanup-interval ${cleanupInterval} is not possible: the cleanup runs once a day, at 02:00`,
      'leave the option out; WEATHER247_CLEANUP_TIME_ZONE moves the hour, and `weather247 schedules ' +
        'trigger cleanup-old-weather-data` runs it now',
    )
  if (refreshInterval !== undefined && refreshInterval > LONGEST_REFRESH_MINUTES)
    throw wrongUsage(
      `--refresh-interval ${refreshInterval} is more than ${LONGEST_REFRESH_MINUTES} minutes`,
      `give 1 to ${LONGEST_REFRESH_MINUTES}`,
    )
  if (daemon === true) return runDaemon(refreshInterval)
  if (refreshInterval !== undefined)
    throw wrongUsage(
      '--refresh-interval says how often, but without --daemon there is one refresh only',
      'add --daemon, or leave the interval out',
    )
  const { refresh } = await import('../refresh.ts')
  return refresh({ fanOut: 'auto', wait: true })
}

async function runDaemon(refreshInterval: number | undefined): Promise<ExitCode> {
  // As `worker` does: it works for live data only.
  const target = await findTarget(['live'])
  const settings = scheduleSettingsOf(target.config)
  const refreshEveryMinutes = refreshInterval ?? settings.refreshEveryMinutes
  const changes = await withTemporal(temporalTargetOf(target.config.temporal), (client) =>
    applyTo(client, target, { ...settings, refreshEveryMinutes }, {}),
  )
  say([...changes.map(changeText), changesText(changes, false)].join('\n'))
  const { runWorker } = await import('../run-worker.ts')
  return runWorker({})
}
