import { temporalTargetOf } from '../../platform/connection-targets.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { withTemporal } from '../target/connections.ts'
import type { ExitCode } from '../exit-codes.ts'
import { say } from '../terminal/output.ts'
import { scheduleSettingsOf } from '../config/schedule-settings.ts'
import { auditedAt } from '../target/audited.ts'
import { findTarget } from '../target/target.ts'
import { applyTo } from '../schedules/apply.ts'
import { changesText, changeText } from '../schedules/change-text.ts'

export interface SchedulerOptions {
  /** Minutes. */
  readonly refreshInterval?: number
  /** Minutes. */
  readonly cleanupInterval: number
  readonly daemon?: boolean
}

const DAY_MINUTES = 1440

export async function runScheduler({
  refreshInterval,
  cleanupInterval,
  daemon,
}: SchedulerOptions): Promise<number> {
  if (cleanupInterval !== DAY_MINUTES) {
    throw wrongUsage(
      `--cleanup-interval ${cleanupInterval} is not possible: the cleanup runs once a day, at 02:00`,
      'leave the option out; WEATHER247_CLEANUP_TIME_ZONE moves the hour, and `weather247 schedules ' +
        'trigger cleanup-old-weather-data` runs it now',
    )
  }
  if (daemon === true) return runDaemon(refreshInterval)
  if (refreshInterval !== undefined) {
    throw wrongUsage(
      '--refresh-interval says how often, but without --daemon there is one refresh only',
      'add --daemon, or leave the interval out',
    )
  }
  const { refresh } = await import('../refresh/refresh.ts')
  return refresh({ fanOut: 'auto', wait: true })
}

async function runDaemon(refreshInterval: number | undefined): Promise<ExitCode> {
  // As `worker` does: it works for live data only.
  const target = await findTarget(['live'])
  const settings = scheduleSettingsOf(target.config)
  const refreshEveryMinutes = refreshInterval ?? settings.refreshEveryMinutes
  const change = { command: 'scheduler', fields: { refreshInterval, daemon: true } }
  const changes = await withTemporal(temporalTargetOf(target.config.temporal), ({ schedules }) =>
    auditedAt(target, change, () =>
      applyTo(schedules, target, { ...settings, refreshEveryMinutes }, {}),
    ),
  )
  say([...changes.map(changeText), changesText(changes, false)].join('\n'))
  const { runWorker } = await import('../worker/run-worker.ts')
  return runWorker({})
}
