import type { Database } from '../db/client.ts'
import { toConfig, type Config } from '../platform/config.ts'
import { inheritedVariables, readEnv } from '../platform/env.ts'
import { readInstanceFile } from '../platform/instance-file.ts'
import { orCannotRun } from './command-failure.ts'
import { withDatabaseAt } from './connections.ts'
import { ALL_MODES } from './target.ts'

/**
 * Opens the database that is set, that of the instance that runs here, or, when none runs, the
 * embedded one for as long as the work takes. Its schema is up to date by then.
 */
export async function withDatabase<T>(
  work: (db: Database, config: Config) => Promise<T>,
): Promise<T> {
  const env = readEnv(inheritedVariables())
  const live = toConfig(env, { mode: 'live' })
  if (live.database.kind === 'external') return openMigrated(live.database.url.reveal(), live, work)
  for (const mode of ALL_MODES) {
    const config = toConfig(env, { mode })
    const url = (await readInstanceFile(config.dataDir))?.databaseUrl
    if (url !== undefined) return openMigrated(url, config, work)
  }
  return withEmbedded(live, work)
}

async function openMigrated<T>(
  url: string,
  config: Config,
  work: (db: Database, config: Config) => Promise<T>,
): Promise<T> {
  const { migrateDatabase } = await import('../db/migrate.ts')
  return withDatabaseAt(url, async (db) => {
    await migrateDatabase(db, config.mode)
    return work(db, config)
  })
}

async function withEmbedded<T>(
  config: Config,
  work: (db: Database, config: Config) => Promise<T>,
): Promise<T> {
  const [{ lockDataDir }, { startDatabaseAlone }] = await Promise.all([
    import('../platform/processes/index.ts'),
    import('./stack/database-alone.ts'),
  ])
  const lock = await orCannotRun(lockDataDir(config.dataDir))
  try {
    const database = await startDatabaseAlone(config)
    try {
      return await openMigrated(database.url, config, work)
    } finally {
      await database.stop()
    }
  } finally {
    await lock.release()
  }
}
