import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { afterReads, decayed, type Score } from '../../domain/analytics/popularity.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { cities, cityReadHours, cityReads } from '../schema/index.ts'
import { addCacheUse, cacheUseSince } from './cache-hours.ts'
import { mostRequested, saveReads } from './city-reads.ts'

const HALF_LIFE_HOURS = 24
const START = new Date('2026-11-22T10:59:59.500Z')
const later = (hours: number): Date => new Date(START.getTime() + hours * 3_600_000)

const database = withTestDatabase({ kind: 'embedded', cities: someCities(5) })

beforeEach(async () => {
  await database.db.delete(cityReads)
  await database.db.delete(cityReadHours)
})

const save = (reads: Readonly<Record<number, number>>, at: Date) => {
  const byCity = new Map(Object.entries(reads).map(([id, count]) => [Number(id), count]))
  return saveReads(database.db, byCity, at, HALF_LIFE_HOURS)
}

const ranked = async (limit = 10): Promise<number[]> => {
  const found = await mostRequested(database.db, { limit, halfLifeHours: HALF_LIFE_HOURS })
  return found.map(({ city }) => city.id)
}

test('the database scores reads by the rule of the domain', async () => {
  let expected: Score | undefined
  const steps: [hours: number, reads: number][] = [
    [0, 100],
    [0, 20],
    [6, 1],
    [5, 3],
    [30, 7],
    [24 * 400, 2],
    [24 * 40_000, 5],
  ]
  for (const [hours, reads] of steps) {
    expected = afterReads(expected, reads, later(hours), HALF_LIFE_HOURS)
    await save({ 1: reads }, later(hours))
    const [stored] = await database.db.select().from(cityReads).where(eq(cityReads.cityId, 1))
    expect(stored?.scoredAt).toEqual(expected.scoredAt)
    expect(stored?.score).toBeCloseTo(expected.score, 9)
  }
})

test('cities rank as their scores have decayed by then, whenever they were read', async () => {
  const reads: [cityId: number, hours: number, reads: number][] = [
    [1, 0, 1000],
    [2, 24, 600],
    [3, 48, 240],
    [4, 24 * 400, 1],
  ]
  for (const [cityId, hours, count] of reads) await save({ [cityId]: count }, later(hours))
  const at = later(24 * 400)
  const byRule = reads
    .map(([cityId, hours, score]) => ({
      cityId,
      score: decayed({ score, scoredAt: later(hours) }, at, HALF_LIFE_HOURS),
    }))
    .sort((one, other) => other.score - one.score)
    .map(({ cityId }) => cityId)
  expect(byRule).toEqual([4, 2, 1, 3])
  expect(await ranked()).toEqual(byRule)
  expect(await ranked(2)).toEqual([4, 2])
})

test('neither a city that is gone nor one that is not active ranks, and others are counted', async () => {
  await save({ 1: 5, 2: 3, 99: 1000 }, START)
  await database.db.update(cities).set({ active: false }).where(eq(cities.id, 1))
  expect(await ranked()).toEqual([2])
  await database.db.update(cities).set({ active: true })
  expect(await ranked()).toEqual([1, 2])
})

test('reads are kept by the hour they were counted in', async () => {
  await save({ 1: 5, 2: 1 }, START)
  await save({ 1: 2 }, START)
  await save({ 1: 7 }, later(1))
  const hours = await database.db.select().from(cityReadHours).orderBy(cityReadHours.reads)
  expect(hours).toEqual([
    { cityId: 2, hour: new Date('2026-11-22T10:00:00Z'), reads: 1 },
    { cityId: 1, hour: new Date('2026-11-22T10:00:00Z'), reads: 7 },
    { cityId: 1, hour: new Date('2026-11-22T11:00:00Z'), reads: 7 },
  ])
})

test('hits and misses add up by kind over the hours looked at', async () => {
  const use = (hits: number, misses: number, at: Date) =>
    addCacheUse(
      database.db,
      [
        { kind: 'conditions', hits, misses },
        { kind: 'city', hits: 1, misses: 0 },
      ],
      at,
    )
  await use(100, 100, later(-24))
  await use(5, 2, START)
  await use(2, 1, later(1))
  const found = await cacheUseSince(database.db, new Date('2026-11-22T10:00:00Z'))
  expect(new Map(found.map((kind) => [kind.kind, kind]))).toEqual(
    new Map([
      ['conditions', { kind: 'conditions', hits: 7, misses: 3 }],
      ['city', { kind: 'city', hits: 2, misses: 0 }],
    ]),
  )
})
