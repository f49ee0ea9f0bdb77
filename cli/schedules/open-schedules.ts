import type { Database } from '../../db/database.ts'
import type { ScheduleClient, ScheduleControl, ScheduleState } from '../../temporal/schedules.ts'
import { temporalTargetOf } from '../../platform/connection-targets.ts'
import { withDatabaseAt, withTemporal } from '../target/connections.ts'
import { ASIDE_SECONDS, inTime } from '../target/in-time.ts'
import { announceTarget, databaseUrlOf, findTarget, type Target } from '../target/target.ts'

/** Opens the Temporal server of the instance that runs here, or of the services that are set. */
export async function withSchedules<T>(
  work: (schedules: ScheduleClient, target: Target) => Promise<T>,
): Promise<T> {
  const target = await findTarget()
  announceTarget(target)
  return withTemporal(temporalTargetOf(target.config.temporal), ({ schedules }) =>
    work(schedules, target),
  )
}

export const withScheduleControl = <T>(
  work: (control: ScheduleControl, target: Target) => Promise<T>,
): Promise<T> =>
  withSchedules(async (schedules, target) => {
    const { createScheduleControl } = await import('../../temporal/schedules.ts')
    return work(createScheduleControl(schedules), target)
  })

/** The database in which pauses outlive a Temporal server. */
export async function withPauses<T>(
  target: Target,
  work: (db: Database) => Promise<T>,
  use: 'read' | 'change' = 'change',
): Promise<T> {
  const url = databaseUrlOf(target)
  if (use === 'read') return withDatabaseAt(url, work)
  const { migrateDatabase } = await import('../../db/migrate.ts')
  return withDatabaseAt(url, async (db) => {
    await migrateDatabase(db, target.config.mode)
    return work(db)
  })
}

/** Also written down by the API, but that may not run, or be some seconds late. */
export async function mirror(target: Target, states: readonly ScheduleState[]): Promise<void> {
  const { mirrorPauses } = await import('../../db/queries/schedule-pauses.ts')
  await inTime(
    withPauses(target, (db) => mirrorPauses(db, states, new Date())),
    ASIDE_SECONDS,
  )
}
