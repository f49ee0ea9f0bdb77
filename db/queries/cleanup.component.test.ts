import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import {
  AS_OF,
  at,
  CITY,
  clean,
  cutoffFor,
  emptyTables,
  OTHER_CITY,
  reading,
  refreshed,
  storeConditionsOverTime,
  storeEdges,
  usage,
} from '../../test/support/data/aged-rows.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import * as tables from '../schema/index.ts'
import { CLEANED_TABLES } from './cleanup-rules.ts'
import { countOld, deletedBy, takeCleanupDay } from './cleanup.ts'
import { unreadTotals, requestTotals } from './provider-usage.ts'
import { refreshTotals } from './refresh-counts.ts'

const database = withTestDatabase({ kind: 'embedded', cities: someCities(2) })

beforeEach(() => emptyTables(database.db))

const count = (table: string): Promise<number> =>
  countOld(database.db, { table, cutoff: cutoffFor(table) })

describe('what is old', () => {
  it('goes from every table, to the second, and the rest stays', async () => {
    await storeEdges(database.db)
    for (const table of CLEANED_TABLES) {
      expect([table, await count(table)]).toEqual([table, 1])
      await clean(database.db, table)
      expect([table, await count(table)]).toEqual([table, 0])
    }
    const once = Object.fromEntries(CLEANED_TABLES.map((table) => [table, 1]))
    expect(await deletedBy(database.db, 'run')).toEqual(once)
    const [left] = await database.db.select().from(tables.conditions)
    expect(left?.validAt).toEqual(at(30))
  })

  it('is known for every table that grows with time', () => {
    const growing = Object.values(tables)
      .map((table: PgTable) => getTableName(table))
      .filter((name) => !ONE_ROW_PER_THING.includes(name))
    expect([...CLEANED_TABLES].sort()).toEqual(growing.sort())
  })

  it('goes in batches, and all of what was counted before', async () => {
    const old = { count: 100, newestAt: at(30, -1), everyMs: 60_000, cities: 2 }
    const young = { count: 50, newestAt: AS_OF, everyMs: 60_000, cities: 2 }
    await storeConditionsOverTime(database.db, old)
    await storeConditionsOverTime(database.db, young)
    expect(await count('conditions')).toBe(100)
    expect(await clean(database.db, 'conditions', { size: 30 })).toBe(4)
    expect(await deletedBy(database.db, 'run')).toEqual({ conditions: 100 })
    expect(await database.db.$count(tables.conditions)).toBe(50)
  })

  it('is counted for the run that deleted it', async () => {
    await database.db.insert(tables.conditions).values(reading(40))
    await clean(database.db, 'conditions', { runId: 'first' })
    await database.db.insert(tables.conditions).values([reading(41), reading(42)])
    await clean(database.db, 'conditions', { runId: 'second' })
    expect(await deletedBy(database.db, 'first')).toEqual({ conditions: 1 })
    expect(await deletedBy(database.db, 'second')).toEqual({ conditions: 2 })
  })
})

/** They hold a row per city, provider, schedule or such, whatever the time. */
const ONE_ROW_PER_THING: readonly string[] = [
  'api_tokens',
  'cities',
  'city_analytics',
  'city_names',
  'city_reads',
  'installation',
  'latest_plan',
  'provider_files',
  'provider_circuits',
  'provider_controls',
  'provider_ledgers',
  'provider_places',
  'refresh_states',
  'rollup_progress',
  'schedule_pauses',
  'second_opinions',
  'thresholds',
  'webhooks',
  'write_probe',
]

describe('pointers to the latest conditions', () => {
  it('go with the row they point to, also where it has gone before', async () => {
    const pointed = [reading(1), reading(2, 0, OTHER_CITY)]
    await database.db.insert(tables.conditions).values(pointed.slice(0, 1))
    await database.db.insert(tables.latestConditions).values(pointed)
    await clean(database.db, 'latest_conditions')
    const left = await database.db.select().from(tables.latestConditions)
    expect(left.map(({ cityId }) => cityId)).toEqual([CITY])
  })
})

describe('counters that are too old', () => {
  it('are added up, so that totals never fall, however often', async () => {
    const failed = { ...usage(60, 0, 7), outcome: 'timeout' as const }
    await database.db
      .insert(tables.providerUsage)
      .values([usage(50, 0, 3), usage(50, 3600, 4), usage(46, 0, 5), usage(1, 0, 6), failed])
    await database.db
      .insert(tables.refreshCounts)
      .values([refreshed('2026-10-06', 2), refreshed('2026-10-07', 3), refreshed('2026-11-21', 4)])
    const totals = async () => [
      await requestTotals(database.db),
      await unreadTotals(database.db),
      await refreshTotals(database.db),
    ]
    const before = await totals()
    for (const asOf of [at(2), AS_OF]) {
      await clean(database.db, 'provider_usage', { asOf, size: 2 })
      await clean(database.db, 'refresh_counts', { asOf, size: 2 })
    }
    expect(await totals()).toEqual(before)
    expect(await database.db.$count(tables.providerUsage)).toBe(3)
    expect(await database.db.$count(tables.refreshCounts)).toBe(2)
    expect(await deletedBy(database.db, 'run')).toEqual({ provider_usage: 4, refresh_counts: 2 })
  })
})

describe('a local day', () => {
  it('is of the run that takes it first, whenever it takes it again', async () => {
    const take = (runId: string, localDate = '2026-03-29') =>
      takeCleanupDay(database.db, { localDate, runId, claimedAt: AS_OF })
    expect(await take('first')).toBe(true)
    expect(await take('second')).toBe(false)
    expect(await take('first')).toBe(true)
    expect(await take('second', '2026-03-30')).toBe(true)
  })
})
