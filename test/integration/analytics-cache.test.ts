import { randomInt } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startApi, type RunningApi } from '../../api/main.ts'
import { analyticsKeys } from '../../cache/keys.ts'
import { toConfig } from '../../platform/config.ts'
import { readEnv } from '../../platform/env.ts'
import { createLogger } from '../../platform/logger.ts'
import { startAnalytics } from '../support/analytics-scenes.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh-stack.ts'
import { someCities } from '../support/some-cities.ts'
import { redisUrl } from '../support/test-database.ts'

/** The Redis is everybody's: ids nobody else has keep the entries apart. */
const FIRST_ID = randomInt(10_000_000, 2_000_000_000)
const CITIES = someCities(3).map((city) => ({ ...city, id: FIRST_ID + city.id }))
const TWO_HOURS_S = 7200

describe.skipIf(!redisUrl)('analytics in the cache that API and workers share', () => {
  let stack: RefreshStack
  let api: RunningApi
  let redis: Redis

  beforeAll(async () => {
    redis = new Redis(redisUrl ?? '')
    stack = await startRefreshStack({
      temporalAddress: inject('temporalAddress'),
      cities: CITIES,
      variables: { REDIS_URL: redisUrl ?? '' },
    })
    await stack.refreshAll()
    await (await startAnalytics(stack)).result()
    const env = readEnv({
      ...stack.variables,
      PORT: '0',
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
    })
    const log = createLogger({ name: 'api', level: 'fatal', format: 'json' })
    api = await startApi(toConfig(env, { mode: 'live' }), log)
  })
  afterAll(async () => {
    await api.close()
    await stack.close()
    redis.disconnect()
  })

  it('are what an API shows whose database is away', async () => {
    for (const { id, name } of CITIES) {
      const answer = await fetch(`${api.url}/api/weather/analytics/cities/${id}`)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toMatchObject({ city_id: id, city: name, data_points: 1 })
    }
    const dashboard = await fetch(`${api.url}/api/weather/analytics/dashboard`)
    expect(await dashboard.json()).toMatchObject({ cache_performance: { cache_backend: 'redis' } })
  })

  it('outlive two periods of the job that fills them', async () => {
    for (const key of [analyticsKeys.overview, analyticsKeys.city(FIRST_ID + 1)]) {
      expect(await redis.ttl(key)).toBeGreaterThan(2 * TWO_HOURS_S - 120)
    }
  })
})
