import { randomBytes } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import postgres from 'postgres'
import { openDatabase, type DatabaseClient } from '../../../db/client.ts'
import { migrateDatabase } from '../../../db/migrate.ts'
import { startEmbeddedDatabase } from '../../../platform/embedded-postgres/gateway.ts'

export interface TestDatabase extends DatabaseClient {
  readonly url: string
}

/** Where PostgreSQL is, for tests of the real one; undefined skips them. */
export const postgresUrl = process.env['TEST_DATABASE_URL']

/** Name the file and the database of `test/setup/databases.ts`; without them a database is made from nothing. */
export const EMBEDDED_FILES_VARIABLE = 'TEST_EMBEDDED_FILES'
export const TEMPLATE_VARIABLE = 'TEST_TEMPLATE_DATABASE'

export const redisUrl = process.env['TEST_REDIS_URL']

/** A migrated database for one test file: on PostgreSQL where there is one, else embedded. */
export async function createTestDatabase(
  kind: 'postgres' | 'embedded' = postgresUrl ? 'postgres' : 'embedded',
): Promise<TestDatabase> {
  const { url, drop } = kind === 'postgres' ? await createCopy() : await createEmbedded()
  const client = openDatabase({ url, poolSize: 5 })
  await migrateDatabase(client.db, 'live')
  return {
    url,
    db: client.db,
    close: async () => {
      await client.close()
      await drop()
    },
  }
}

async function createEmbedded() {
  const path = process.env[EMBEDDED_FILES_VARIABLE]
  const files = path === undefined ? undefined : await openAsBlob(path)
  const { url, close } = await startEmbeddedDatabase({ files })
  return { url, drop: close }
}

async function createCopy() {
  if (!postgresUrl) throw new Error('TEST_DATABASE_URL is not set')
  return createOnPostgres(postgresUrl, process.env[TEMPLATE_VARIABLE])
}

/** A database there, empty or a copy. */
export async function createOnPostgres(serverUrl: string, template = 'template1') {
  const name = `weather247_test_${randomBytes(6).toString('hex')}`
  const admin = postgres(serverUrl, { max: 1, onnotice: () => undefined })
  await admin.unsafe(`create database ${name} template ${template}`)
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return {
    name,
    url: url.toString(),
    drop: async () => {
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}
