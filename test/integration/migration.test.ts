import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { afterEach, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import type { Database } from '../../db/database.ts'
import { migrateDatabase } from '../../db/migrate.ts'
import { findCity } from '../../db/queries/find-city.ts'
import { usedIn } from '../../db/queries/ledger-windows.ts'
import { ledgerOf } from '../../db/queries/provider-ledgers.ts'
import { requestTotals } from '../../db/queries/provider-usage.ts'
import { QUOTA_WINDOWS, windowEnd, windowStart } from '../../domain/quota/windows.ts'
import { startEmbeddedDatabase } from '../../platform/embedded-postgres/gateway.ts'

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url))

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

interface Journal {
  entries: { idx: number }[]
}

/** As a release with only the first migrations left it. */
async function migrateTo(db: Database, last: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'weather247-migrations-'))
  closers.push(() => rm(folder, { recursive: true }))
  await cp(MIGRATIONS, folder, { recursive: true })
  const file = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8')) as Journal
  const entries = journal.entries.filter(({ idx }) => idx <= last)
  await writeFile(file, JSON.stringify({ ...journal, entries }))
  await migrate(db, { migrationsFolder: folder })
}

it('keeps the counters of a database that is migrated', async () => {
  const { url, close } = await startEmbeddedDatabase({})
  closers.push(close)
  const { db, close: disconnect } = openDatabase({ url, poolSize: 1 })
  closers.push(disconnect)
  await migrateTo(db, 0)
  await db.execute(sql`
    insert into provider_usage (provider, day, outcome, requests, places, weight)
    values ('open-meteo', '2026-11-20', 'ok', 7, 70, 70), ('open-meteo', '2026-11-21', 'ok', 3, 30, 30)`)
  await migrateDatabase(db, 'live')
  expect(await requestTotals(db)).toEqual([
    { provider: 'open-meteo', outcome: 'ok', requests: 10, places: 100, weight: 100 },
  ])
  const hours = await db.execute(sql`select hour from provider_usage order by hour`)
  expect(hours.map(({ hour }) => new Date(String(hour)).toISOString())).toEqual([
    '2026-11-20T00:00:00.000Z',
    '2026-11-21T00:00:00.000Z',
  ])
})

it('finds the cities of a database that is migrated by any name', async () => {
  const { url, close } = await startEmbeddedDatabase({})
  closers.push(close)
  const { db, close: disconnect } = openDatabase({ url, poolSize: 1 })
  closers.push(disconnect)
  await migrateTo(db, 1)
  await db.execute(sql`
    insert into cities (id, name, name_key, country_code, latitude, longitude, time_zone)
    select id, name, lower(name), 'PL', 51.75, 19.47, 'Europe/Warsaw'
    from (values (3093133, 'Łódź'), (5128581, 'New York City'), (756135, 'Warsaw')) city (id, name)`)
  await migrateDatabase(db, 'live')
  for (const [name, id] of [
    ['Lodz', 3093133],
    ['New York', 5128581],
    ['warszawa', 756135],
  ] as const) {
    expect(await findCity(db, name)).toMatchObject({ kind: 'found', city: { id } })
  }
})

it('counts on what a database that is migrated has used of its quota', async () => {
  const { url, close } = await startEmbeddedDatabase({})
  closers.push(close)
  const { db, close: disconnect } = openDatabase({ url, poolSize: 1 })
  closers.push(disconnect)
  await migrateTo(db, 13)
  const at = new Date('2026-12-31T23:30:30Z')
  const used = { minute: 1, hour: 2, day: 3, month: 4 } as const
  const starts = QUOTA_WINDOWS.map((window) => windowStart(window, at).toISOString())
  const columns = QUOTA_WINDOWS.flatMap((window) => [`${window}_start`, `${window}_used`])
  const values = QUOTA_WINDOWS.flatMap((window, index) => [`'${starts[index]}'`, used[window]])
  await db.execute(
    sql.raw(`insert into provider_ledgers (provider, next_send_at, ${columns.join()})
      values ('open-meteo', '${at.toISOString()}', ${values.join()})`),
  )
  await migrateDatabase(db, 'live')
  const row = await ledgerOf(db, 'open-meteo')
  for (const window of QUOTA_WINDOWS) {
    expect(row && usedIn(row, window, at)).toBe(used[window])
    expect(row && usedIn(row, window, windowEnd(window, at))).toBe(0)
  }
})
