import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../db/database.ts'
import { toConfig, type Config } from '../../platform/config/config.ts'
import { inheritedVariables, readEnv } from '../../platform/config/env.ts'
import { readInstanceFile } from '../../platform/files/instance-file.ts'
import { cannotRun, orCannotRun, type CommandError } from '../errors/command-error.ts'
import { audited, type Change } from './audited.ts'
import { withDatabaseAt } from './connections.ts'
import { announce, type DatabaseState } from './installation.ts'
import { ALL_MODES } from './target.ts'

type Work<T> = (db: Database, config: Config) => Promise<T>

/**
 * What a command does to the database that is there. A reading one leaves the schema of a database
 * that runs alone; an embedded one that does not run is brought up to date, by either.
 */
export type Use = 'read' | Change

/** What changes nothing stored, or is written down in a table of its own. */
export const NOT_AUDITED = 'not audited'

/**
 * Opens the database that is set, that of the instance that runs here, or, when none runs, the
 * embedded one for as long as the work takes, made where there is none. Its schema is up to date.
 */
export async function withDatabase<T>(
  change: Change | typeof NOT_AUDITED,
  work: Work<T>,
): Promise<T> {
  const done = change === NOT_AUDITED ? work : auditing(change, work)
  const found = await findServed()
  if (found !== undefined) return openMigrated(found, done)
  return withEmbedded(configOf('live'), done)
}

/** Opens what is stored, and makes nothing; the live data come first. */
export async function withStoredDatabase<T>(use: Use, work: Work<T>): Promise<T> {
  const found = await findServed()
  if (found !== undefined && use === 'read') return openAsIs(found, work)
  const done = use === 'read' ? work : auditing(use, work)
  if (found !== undefined) return openMigrated(found, done)
  const stored = ALL_MODES.map(configOf).find(({ dataDir }) =>
    existsSync(join(dataDir, 'database')),
  )
  if (stored === undefined) throw nothingStored()
  return withEmbedded(stored, done)
}

const auditing =
  <T>(change: Change, work: Work<T>): Work<T> =>
  (db, config) =>
    audited(db, change, () => work(db, config))

interface Served {
  readonly url: string
  readonly config: Config
  readonly state: DatabaseState
}

const configOf = (mode: Config['mode']): Config => toConfig(readEnv(inheritedVariables()), { mode })

async function findServed(): Promise<Served | undefined> {
  const live = configOf('live')
  if (live.database.kind === 'external') {
    return { url: live.database.url.reveal(), config: live, state: 'external' }
  }
  for (const config of ALL_MODES.map(configOf)) {
    const url = (await readInstanceFile(config.dataDir))?.databaseUrl
    if (url !== undefined) return { url, config, state: 'of the running instance' }
  }
  return undefined
}

async function openMigrated<T>({ url, config, state }: Served, work: Work<T>): Promise<T> {
  const { migrateDatabase } = await import('../../db/migrate.ts')
  announce(config, state)
  return withDatabaseAt(url, async (db) => {
    await migrateDatabase(db, config.mode)
    return work(db, config)
  })
}

async function openAsIs<T>({ url, config, state }: Served, work: Work<T>): Promise<T> {
  const [{ isSchemaMissing }, { installedMode }] = await Promise.all([
    import('../../db/queries/faults.ts'),
    import('../../db/queries/installation.ts'),
  ])
  try {
    return await withDatabaseAt(url, async (db) => {
      const found = { ...config, mode: (await installedMode(db)) ?? config.mode }
      announce(found, state)
      return work(db, found)
    })
  } catch (error) {
    if (!isSchemaMissing(error)) throw error
    throw cannotRun(
      'the database has no tables of Weather247, or those of another version',
      'bring it up to date with `weather247 migrate`',
      error,
    )
  }
}

async function withEmbedded<T>(config: Config, work: Work<T>): Promise<T> {
  const [{ lockDataDir }, { startDatabaseAlone }] = await Promise.all([
    import('../../platform/processes/index.ts'),
    import('../up/database-alone.ts'),
  ])
  const lock = await orCannotRun(lockDataDir(config.dataDir))
  try {
    const database = await startDatabaseAlone(config)
    try {
      return await openMigrated({ url: database.url, config, state: 'not running otherwise' }, work)
    } finally {
      await database.stop()
    }
  } finally {
    await lock.release()
  }
}

function nothingStored(): CommandError {
  const folders = ALL_MODES.map((mode) => configOf(mode).dataDir).join(' or ')
  return cannotRun(
    `nothing is stored in ${folders}, and no instance runs there`,
    'start one with `weather247 up` or `weather247 demo`, or set WEATHER247_DATA_DIR or DATABASE_URL',
  )
}
