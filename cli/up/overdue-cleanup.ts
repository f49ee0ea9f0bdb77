import { CLEANUP_BATCH_SIZE } from '../../contracts/schedules.ts'
import type { Database } from '../../db/database.ts'
import { installedAt } from '../../db/queries/installation.ts'
import { lastCompletedAt } from '../../db/queries/run-summaries.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import type { Config } from '../../platform/config/config.ts'
import type { WeatherClient } from '../../temporal/client.ts'

/** A day and a half: one cleanup at the hour it was meant for may be missed. */
const OVERDUE_MS = 36 * HOUR_MS

/** A machine that sleeps at the hour of the cleanup would never be cleaned. */
export async function isCleanupOverdue(db: Database, now: Date): Promise<boolean> {
  const since = (await lastCompletedAt(db, 'cleanupOldWeatherData')) ?? (await installedAt(db))
  return since !== null && now.getTime() - since.getTime() > OVERDUE_MS
}

export async function startOverdueCleanup(client: WeatherClient, { jobs }: Config): Promise<void> {
  const { keepDays } = jobs.cleanup
  const batchSize = CLEANUP_BATCH_SIZE
  await client.cleanup({ trigger: 'start', keepDays, dryRun: false, batchSize })
}
