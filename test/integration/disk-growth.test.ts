import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { BYTES_PER_ROW, temporalBytesPerRun } from '../../cli/up/disk-growth.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'

const CITIES = 60
const RUNS = 3
const ALL_PRODUCTS = { conditions: 900, forecast: 10_800, 'air-quality': 3_600 }

const startStack = (temporalAddress: string) =>
  startRefreshStack({ temporalAddress, cities: someCities(CITIES) })

const refresh = (stack: RefreshStack, fanOut: 'city' | 'bulk') =>
  stack.refreshAll({ force: true, fanOut, maxAgeSeconds: ALL_PRODUCTS })

describe("the growth of Temporal's file", () => {
  let server: TestTemporalServer
  afterEach(() => server.close())

  /** The size of the file of a server that has ended in order: nothing waits beside it. */
  async function sizeAfter(runs: number, fanOut: 'city' | 'bulk'): Promise<number> {
    const stack = await startStack(server.address)
    for (let run = 1; run <= runs; run += 1) await refresh(stack, fanOut)
    await stack.close()
    await server.stop()
    const bytes = await server.fileBytes()
    await server.restart()
    return bytes
  }

  it.each(['city', 'bulk'] as const)(
    'is what the formula says, within a factor of two, in gear %s',
    async (fanOut) => {
      server = await startTemporalServer()
      const first = await sizeAfter(1, fanOut)
      const grown = ((await sizeAfter(RUNS, fanOut)) - first) / RUNS
      const formula = temporalBytesPerRun(CITIES, fanOut)
      expect(grown / formula).toBeGreaterThan(0.5)
      expect(grown / formula).toBeLessThan(2)
    },
  )
})

describe('the growth of PostgreSQL', () => {
  it('is what the formula says for each row, within a factor of two', async () => {
    const stack = await startStack(ownTemporalAddress())
    await refresh(stack, 'bulk')
    for (const [table, moment, step] of [
      ['conditions', 'valid_at', '15 minutes'],
      ['air_quality', 'valid_at', '1 hour'],
      ['forecast_days', 'date', '7 days'],
    ] as const) {
      const { db } = stack.database
      // A day of what was stored: the same values at earlier moments.
      await db.execute(
        sql.raw(`INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, to_jsonb(old)
          || jsonb_build_object('${moment}', old.${moment} - n * interval '${step}'))).*
          FROM ${table} old, generate_series(1, 50) n`),
      )
      const [measured] = await db.execute<{ bytes: string }>(
        sql.raw(`SELECT pg_total_relation_size('${table}') / count(*) AS bytes FROM ${table}`),
      )
      const ratio = Number(measured?.bytes) / BYTES_PER_ROW
      expect({ table, isNear: ratio > 0.5 && ratio < 2 }).toEqual({ table, isNear: true })
    }
    await stack.close()
  })
})
