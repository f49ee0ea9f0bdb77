import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { AS_OF, at, clean, storeConditionsOverTime } from '../../test/support/data/aged-rows.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { until } from '../../test/support/until.ts'
import { changedTables, hasAutovacuum, analyzeTable } from './vacuum.ts'

const DAY = 2880

const database = withTestDatabase({ kind: 'embedded', cities: someCities(2) })

it('the embedded database does not grow without end, although no autovacuum runs', async () => {
  const { db } = database
  expect(await hasAutovacuum(db)).toBe(false)
  const sizes: number[] = []
  for (let day = 0; day < 8; day++) {
    const runId = `day ${day}`
    await storeConditionsOverTime(db, {
      count: DAY,
      newestAt: at(-day),
      everyMs: 30_000,
      cities: 2,
    })
    await clean(db, 'conditions', { asOf: at(-day - 31), runId })
    const changed = await changedTables(db, runId)
    expect(changed).toContain('conditions')
    for (const table of changed) await analyzeTable(db, table, { vacuum: true })
    sizes.push(await sizeOf('conditions'))
  }
  expect(sizes.at(-1)).toBeLessThanOrEqual(sizes[1]!)
})

it('a table is tended when much of it has changed, not when little has', async () => {
  const { db } = database
  await storeConditionsOverTime(db, { count: 2000, newestAt: AS_OF, everyMs: 1000, cities: 2 })
  // Statistics are reported about once a second.
  await until(async () => (await modifiedRows()) >= 2000, {
    what: 'the rows are in the statistics',
  })
  await analyzeTable(db, 'conditions', { vacuum: false })
  const change = (seconds: number) =>
    db.execute(sql`
      update conditions set temperature_c = 1 where valid_at > ${at(0, -seconds).toISOString()}`)
  await change(60)
  await until(async () => (await modifiedRows()) === 60, {
    what: 'the change is in the statistics',
  })
  expect(await changedTables(db, 'none')).not.toContain('conditions')
  await change(200)
  await until(async () => (await changedTables(db, 'none')).includes('conditions'), {
    what: 'the table is one that has changed',
    timeoutMs: 10_000,
  })
})

async function modifiedRows(): Promise<number> {
  const [row] = await database.db.execute<{ rows: number }>(sql`
    select n_mod_since_analyze::int as rows from pg_stat_user_tables where relname = 'conditions'`)
  return row!.rows
}

async function sizeOf(table: string): Promise<number> {
  const [row] = await database.db.execute<{ bytes: number }>(
    sql`select pg_total_relation_size(${table})::int as bytes`,
  )
  return row!.bytes
}
