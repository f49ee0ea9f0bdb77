import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { openDatabase } from '../../db/client.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { importCities } from '../../db/queries/cities.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { startPrinting } from './child.ts'
import { meterOfBackends } from './postgres-usage.ts'
import { meterOfProcess, type Meter } from './process-usage.ts'

export interface BenchDatabase {
  readonly kind: string
  readonly url: string
  readonly meter: Meter
  /** Leaves this number of active cities, without any weather. */
  prepare(cities: number): Promise<void>
  close(): Promise<void>
}

interface Place {
  readonly kind: string
  readonly url: string
  readonly meter?: Meter
  drop(): Promise<void>
}

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres'

/** On PostgreSQL where it answers, in a database of its own, else embedded. */
export async function openBenchDatabase(options: {
  embedded: boolean
  maxCities: number
}): Promise<BenchDatabase> {
  const place = (options.embedded ? undefined : await onPostgres()) ?? (await embedded())
  const { db, close } = openDatabase({
    url: place.url,
    poolSize: 2,
    applicationName: 'weather247-bench',
  })
  const backendPids = async (): Promise<number[]> => {
    const rows = await db.execute<{ pid: number }>(
      sql`select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    )
    return rows.map(({ pid }) => pid)
  }
  await migrateDatabase(db, 'live')
  await importCities(db, someCities(options.maxCities))
  return {
    kind: place.kind,
    url: place.url,
    meter: place.meter ?? meterOfBackends(backendPids),
    async prepare(cities) {
      await db.execute(sql`truncate latest_conditions, conditions, provider_places`)
      await db.execute(
        sql`update cities set active = id <= ${cities} where active <> (id <= ${cities})`,
      )
      await db.execute(sql`vacuum (analyze) cities`)
      await db.execute(sql`vacuum (analyze) refresh_states`)
    },
    async close() {
      await close()
      await place.drop()
    },
  }
}

async function onPostgres(): Promise<Place | undefined> {
  const url = process.env['BENCH_DATABASE_URL'] ?? process.env['TEST_DATABASE_URL'] ?? LOCAL
  const admin = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => undefined })
  const name = `weather247_bench_${randomBytes(6).toString('hex')}`
  try {
    await admin.unsafe(`create database ${name}`)
  } catch (error) {
    await admin.end()
    if (url !== LOCAL) throw error
    return undefined
  }
  const own = new URL(url)
  own.pathname = `/${name}`
  const [version] = await admin<{ server_version: string }[]>`show server_version`
  return {
    kind: `PostgreSQL ${version?.server_version.split(' ')[0] ?? ''}`.trim(),
    url: own.toString(),
    async drop() {
      await admin.unsafe(`drop database if exists ${name} with (force)`)
      await admin.end()
    },
  }
}

async function embedded(): Promise<Place> {
  const { url, pid, close } = await startPrinting({
    name: 'database',
    script: 'platform/embedded-postgres/main.js',
    args: ['--exit-with-stdin'],
  })
  return { kind: 'embedded', url, meter: meterOfProcess(pid), drop: close }
}
