import { fileURLToPath } from 'node:url'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type { Database } from './database.ts'
import type { Mode } from '../domain/mode.ts'
import { ModeMismatchError } from './mode-mismatch-error.ts'
import { keepNamesCurrent } from './queries/city-names.ts'
import { installation } from './schema/index.ts'

/**
 * Brings the schema up to date and stamps the mode at the first migration.
 * @throws ModeMismatchError when demo meets a live database or the other way round.
 */
export async function migrateDatabase(db: Database, mode: Mode): Promise<void> {
  await migrate(db, { migrationsFolder: fileURLToPath(new URL('migrations', import.meta.url)) })
  await db.insert(installation).values({ mode, stampedAt: new Date() }).onConflictDoNothing()
  const [stamped] = await db.select().from(installation)
  if (stamped && stamped.mode !== mode) {
    throw new ModeMismatchError(
      `This database holds ${stamped.mode} data and cannot be used in ${mode} mode. ` +
        `Point DATABASE_URL or WEATHER247_DATA_DIR elsewhere, or start it in ${stamped.mode} mode.`,
    )
  }
  await keepNamesCurrent(db)
}
