import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { openDatabase } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import {
  createOnPostgres,
  EMBEDDED_FILES_VARIABLE,
  postgresUrl,
  TEMPLATE_VARIABLE,
} from '../support/services/test-database.ts'

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url))

/** A database of each kind, made and migrated once: the others of the run are copies. */
export default async function setUp(): Promise<() => Promise<void>> {
  const [dropEmbedded, dropTemplate] = await Promise.all([makeEmbedded(), makeTemplate()])
  return async () => {
    await dropEmbedded()
    await dropTemplate()
  }
}

async function makeEmbedded(): Promise<() => Promise<void>> {
  if (process.env[EMBEDDED_FILES_VARIABLE] !== undefined) return nothing
  const dir = await mkdtemp(join(tmpdir(), 'weather247-embedded-'))
  const path = join(dir, 'files.tar')
  const database = await PGlite.create()
  await migrate(drizzle(database), { migrationsFolder: MIGRATIONS })
  const files = await database.dumpDataDir('none')
  await database.close()
  await writeFile(path, files.stream())
  process.env[EMBEDDED_FILES_VARIABLE] = path
  return () => rm(dir, { recursive: true, force: true })
}

async function makeTemplate(): Promise<() => Promise<void>> {
  if (postgresUrl === undefined || process.env[TEMPLATE_VARIABLE] !== undefined) return nothing
  const { name, url, drop } = await createOnPostgres(postgresUrl)
  const client = openDatabase({ url, poolSize: 1 })
  await migrateDatabase(client.db, 'live')
  // PostgreSQL copies a database only while no client is connected to it.
  await client.close()
  process.env[TEMPLATE_VARIABLE] = name
  return drop
}

async function nothing(): Promise<void> {}
