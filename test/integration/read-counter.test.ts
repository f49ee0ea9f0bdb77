import { sum } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { startApi } from '../../api/main.ts'
import { createReadCounter } from '../../api/background/read-counter.ts'
import { mostRequested } from '../../db/queries/city-reads.ts'
import { cityReadHours, cityReads } from '../../db/schema/index.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { someCities } from '../support/data/some-cities.ts'
import { storeConditions } from '../support/data/stored-conditions.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'

const CITIES = someCities(500)

describe('counting reads', () => {
  const database = withTestDatabase({ cities: CITIES })

  beforeAll(async () => {
    for (const id of [1, 2]) await storeConditions(database.db, id, new Date())
  })

  it('outlives the API that counted', async () => {
    const readAt = async (cityIds: readonly number[]): Promise<void> => {
      const env = readEnv({
        PORT: '0',
        DATABASE_URL: database.url,
        TEMPORAL_ADDRESS: ownTemporalAddress(),
      })
      const log = createLogger({ name: 'api', level: 'fatal', format: 'json' })
      const api = await startApi(toConnectedConfig(env), log)
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
        // Opposite orders: locks taken in the order of the reads would deadlock.
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
