import { count, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { RefreshAllCitiesResult } from '../../../contracts/refresh-results.ts'
import { ledgerOf } from '../../../db/queries/provider-ledgers.ts'
import { conditions, refreshStates, runSummaries } from '../../../db/schema/index.ts'
import { windowStart } from '../../../domain/quota/windows.ts'
import type { ChaosStack } from './chaos-stack.ts'

/** What holds after every refresh, whichever process was killed during it. */
export async function expectEveryCityOnce(
  { database: { db } }: ChaosStack,
  runId: string,
  cities: number,
  result: RefreshAllCitiesResult,
): Promise<void> {
  const { ok, partial, failed, joined, skipped, left, total } = result
  expect(ok + partial + failed + joined + skipped + left).toBe(total)
  expect(result).toMatchObject({ runId, status: 'completed', total: cities, ok: cities })
  const states = await db.select().from(refreshStates)
  const byThisRun = states.filter(({ outcomeRunId }) => outcomeRunId === runId)
  expect(byThisRun).toHaveLength(cities)
  expect(states.filter(({ claimedBy }) => claimedBy !== null)).toEqual([])
  const summaries = await db.select().from(runSummaries)
  expect(summaries.filter((summary) => summary.runId === runId)).toHaveLength(1)
}

/** One row per natural key, and every city has its row. */
export async function expectRowsOnce({ database: { db } }: ChaosStack, cities: number) {
  const rowsPerKey = await db
    .select({ rows: count() })
    .from(conditions)
    .groupBy(conditions.cityId, conditions.provider, conditions.validAt)
  expect(Math.max(...rowsPerKey.map(({ rows }) => rows))).toBe(1)
  const [served] = await db
    .select({ cities: sql<number>`count(distinct ${conditions.cityId})`.mapWith(Number) })
    .from(conditions)
  expect(served?.cities).toBe(cities)
}

/** Charged for open-meteo since `startedAt`, and what arrived there. */
export async function expectEveryCallCharged(
  { database: { db }, emulator }: ChaosStack,
  startedAt: Date,
): Promise<{ charged: number; arrived: number }> {
  const row = await ledgerOf(db, 'open-meteo')
  const charged = row?.monthUsed ?? 0
  const arrived = emulator.control.stats()['open-meteo'].weight
  const isSameMonth =
    windowStart('month', startedAt).getTime() === windowStart('month', new Date()).getTime()
  if (isSameMonth) expect(charged).toBeGreaterThanOrEqual(arrived)
  return { charged, arrived }
}
