import type { Client } from '@temporalio/client'
import type { ScheduleId } from '../../contracts/schedules.ts'
import type { Database } from '../../db/client.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { cannotRun, type CommandFailure } from '../command-failure.ts'
import { temporalTargetOf, withDatabaseAt, withTemporal } from '../connections.ts'
import { findTarget, type Target } from '../target.ts'

/** Opens the Temporal server of the instance that runs here, or of the services that are set. */
export async function withSchedules<T>(
  work: (client: Client, target: Target) => Promise<T>,
): Promise<T> {
  const target = await findTarget()
  return withTemporal(temporalTargetOf(target.config.temporal), (client) => work(client, target))
}

/** The database in which pauses outlive a Temporal server. */
export async function withPauses<T>(
  { config }: Target,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  if (config.database.kind !== 'external') throw new Error('a target has an external database')
  const { migrateDatabase } = await import('../../db/migrate.ts')
  return withDatabaseAt(config.database.url.reveal(), async (db) => {
    await migrateDatabase(db, config.mode)
    return work(db)
  })
}

/** Also written down by the API, but that may not run, or be some seconds late. */
export async function mirror(target: Target, states: readonly ScheduleState[]): Promise<void> {
  const { mirrorPauses } = await import('../../db/queries/schedule-pauses.ts')
  await withPauses(target, (db) => mirrorPauses(db, states, new Date()))
}

export function onServer<T>(id: ScheduleId, found: T | undefined): T {
  if (found === undefined) throw notOnServer(id)
  return found
}

const notOnServer = (id: ScheduleId): CommandFailure =>
  cannotRun(
    `the schedule ${id} is not on the server, or is not ours there`,
    'create it with `weather247 schedules apply`',
  )
