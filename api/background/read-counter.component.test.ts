import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import type { Database } from '../../db/database.ts'
import { mostRequested } from '../../db/queries/city-reads.ts'
import { cacheHours, cityReadHours, cityReads, conditions } from '../../db/schema/index.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { createReadCounter } from './read-counter.ts'

const NOW = new Date('2026-11-22T10:30:00.000Z')
const HALF_LIFE_HOURS = 24
const [X, Y] = [1, 2]

const database = withTestDatabase({ kind: 'embedded', cities: someCities(2500) })

afterEach(async () => {
  await database.db.delete(cityReads)
  await database.db.delete(cityReadHours)
  await database.db.delete(cacheHours)
})

function createCounter(db: Database = database.db) {
  const said: string[] = []
  const say = (_: object, message: string) => void said.push(message)
  const log = { info: say, warn: say }
  const options = { db, log, now: () => NOW, halfLifeHours: HALF_LIFE_HOURS }
  return { said, counter: createReadCounter(options) }
}

const times = (count: number, act: () => void): void => {
  for (let done = 0; done < count; done++) act()
}

const ranked = async (): Promise<number[]> => {
  const found = await mostRequested(database.db, { limit: 20, halfLifeHours: HALF_LIFE_HOURS })
  return found.map(({ city }) => city.id)
}

const readsOf = async (cityId: number): Promise<number | undefined> => {
  const rows = await database.db
    .select()
    .from(cityReadHours)
    .where(eq(cityReadHours.cityId, cityId))
  return rows[0]?.reads
}

/** Fails like a server that is down, after its first writes. */
function breakable(db: Database, writesLeft: number) {
  const state = { writesLeft }
  const proxy = new Proxy(db, {
    get(target, key, receiver): unknown {
      if (key === 'transaction' || key === 'insert') {
        state.writesLeft -= 1
        if (state.writesLeft < 0) throw Object.assign(new Error('down'), { code: 'ECONNREFUSED' })
      }
      return Reflect.get(target, key, receiver)
    },
  })
  return { state, db: proxy }
}

test('what is read ranks, not what has many rows, and a restart keeps the rank', async () => {
  const minutes = Array.from(
    { length: 5000 },
    (_, minute) => new Date(NOW.getTime() - minute * 60_000),
  )
  for (let page = 0; page < 5000; page += 1000) {
    await database.db.insert(conditions).values(
      minutes.slice(page, page + 1000).map((validAt) => ({
        cityId: Y,
        provider: 'open-meteo' as const,
        validAt,
        basis: 'analysis' as const,
        derived: [],
        fetchedAt: validAt,
        confirmedAt: validAt,
        runId: 'run-1',
      })),
    )
  }
  const first = createCounter().counter
  times(1000, () => {
    first.countRead(X)
  })
  first.countRead(Y)
  await first.close()
  expect(await ranked()).toEqual([X, Y])
  const second = createCounter().counter
  second.countRead(Y)
  await second.close()
  expect(await ranked()).toEqual([X, Y])
  expect([await readsOf(X), await readsOf(Y)]).toEqual([1000, 2])
})

test('while the database is down nothing is lost, and that is said once', async () => {
  const { state, db } = breakable(database.db, 0)
  const { counter, said } = createCounter(db)
  times(3, () => {
    counter.countRead(X)
    counter.countCacheUse('conditions', 'hit')
  })
  await counter.flush()
  counter.countRead(X)
  counter.countCacheUse('conditions', 'miss')
  await counter.flush()
  expect(await readsOf(X)).toBeUndefined()
  state.writesLeft = 10
  await counter.flush()
  await counter.close()
  expect(await readsOf(X)).toBe(4)
  expect(await database.db.select().from(cacheHours)).toEqual([
    { hour: new Date('2026-11-22T10:00:00Z'), kind: 'conditions', hits: 3, misses: 1 },
  ])
  expect(said).toEqual([
    'reads cannot be stored; they are counted in memory until they can',
    'reads are stored again',
  ])
})

test('a write that breaks half-way counts nothing twice', async () => {
  const { state, db } = breakable(database.db, 2)
  const { counter } = createCounter(db)
  for (let cityId = 1; cityId <= 2500; cityId++) counter.countRead(cityId)
  await counter.flush()
  expect(await database.db.$count(cityReadHours)).toBe(2000)
  state.writesLeft = 10
  counter.countRead(X)
  await counter.close()
  const hours = await database.db.select().from(cityReadHours)
  expect(hours).toHaveLength(2500)
  expect(hours.filter(({ reads }) => reads !== 1)).toMatchObject([{ cityId: X, reads: 2 }])
})

test('what is counted while the counts are written is written the next time', async () => {
  const { counter } = createCounter()
  counter.countRead(X)
  const writing = counter.flush()
  counter.countRead(X)
  counter.countRead(Y)
  await Promise.all([writing, counter.flush(), counter.flush()])
  expect([await readsOf(X), await readsOf(Y)]).toEqual([2, 1])
  await counter.close()
})

test('without a database that runs, closing ends all the same', async () => {
  const nowhere = openDatabase({ url: 'postgres://127.0.0.1:1/none', poolSize: 1 })
  const { counter, said } = createCounter(nowhere.db)
  counter.countRead(X)
  await counter.close()
  await nowhere.close()
  expect(said).toHaveLength(1)
})
