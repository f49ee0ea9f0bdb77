import { sum } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startApi } from '../../api/main.ts'
import { createReadCounter } from '../../api/read-counter.ts'
import { importCities } from '../../db/queries/cities.ts'
import { mostRequested } from '../../db/queries/reads.ts'
import { cityReadHours, cityReads } from '../../db/schema/index.ts'
import { toConfig } from '../../platform/config.ts'
import { readEnv } from '../../platform/env.ts'
import { createLogger } from '../../platform/logger.ts'
import { someCities } from '../support/some-cities.ts'
import { storeConditions } from '../support/stored-conditions.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const CITIES = someCities(500)

describe('counting reads', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
    await importCities(database.db, CITIES)
    for (const id of [1, 2]) await storeConditions(database.db, id, new Date())
  })
  afterAll(() => database.close())

  it('outlives the API that counted', async () => {
    const readAt = async (cityIds: readonly number[]): Promise<void> => {
      const env = readEnv({
        PORT: '0',
        DATABASE_URL: database.url,
        TEMPORAL_ADDRESS: inject('temporalAddress'),
      })
      const log = createLogger({ name: 'api', level: 'fatal', format: 'json' })
      const api = await startApi(toConfig(env, { mode: 'live' }), log)
      for (const id of cityIds) {
        expect((await fetch(`${api.url}/api/weather/current/${id}`)).status).toBe(200)
      }
      await api.close()
    }
    await readAt([2, 2, 2, 1])
    await readAt([1])
    const requested = await mostRequested(database.db, { limit: 20, halfLifeHours: 24 })
    expect(requested.map(({ city }) => city.id)).toEqual([2, 1])
  })

  it('adds up what several processes write at once', async () => {
    await database.db.delete(cityReads)
    await database.db.delete(cityReadHours)
    const warnings: object[] = []
    const log = { info: () => undefined, warn: (fields: object) => void warnings.push(fields) }
    const counters = Array.from({ length: 4 }, () =>
      createReadCounter({ db: database.db, log, now: () => new Date(), halfLifeHours: 24 }),
    )
    for (let round = 0; round < 10; round++) {
      for (const [index, counter] of counters.entries()) {
        // Each in an order of its own: whoever locked in that order would deadlock.
        for (const { id } of index % 2 === 0 ? CITIES : CITIES.toReversed()) counter.countRead(id)
      }
      await Promise.all(counters.map((counter) => counter.flush()))
    }
    await Promise.all(counters.map((counter) => counter.close()))
    expect(warnings).toEqual([])
    const [total] = await database.db
      .select({ reads: sum(cityReadHours.reads).mapWith(Number) })
      .from(cityReadHours)
    expect(total?.reads).toBe(CITIES.length * 4 * 10)
  })
})
