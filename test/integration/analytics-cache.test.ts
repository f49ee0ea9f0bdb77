import { randomInt } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { startApi, type RunningApi } from '../../api/main.ts'
import { analyticsKeys } from '../../cache/keys.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { startCuttableProxy, type CuttableProxy } from '../support/services/cuttable-proxy.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { startAnalytics } from '../support/scenes/analytics-scenes.ts'
import { someCities } from '../support/data/some-cities.ts'
import { redisUrl } from '../support/services/test-database.ts'
import { until } from '../support/until.ts'

/** Other suites use the same Redis: random ids keep the entries apart. */
const FIRST_ID = randomInt(10_000_000, 2_000_000_000)
const CITIES = someCities(3).map((city) => ({ ...city, id: FIRST_ID + city.id }))
const TWO_HOURS_S = 7200

describe.skipIf(!redisUrl)('analytics in the cache that API and workers share', () => {
  const stack = withRefreshStack({
    cities: CITIES,
    moreQueues: [TASK_QUEUES.analytics],
    variables: { REDIS_URL: redisUrl ?? '' },
  })
  let api: RunningApi
  let redis: Redis
  let toDatabase: CuttableProxy

  beforeAll(async () => {
    redis = new Redis(redisUrl ?? '')
    await stack.refreshAll()
    await (await startAnalytics(stack)).result()
    const through = new URL(stack.database.url)
    toDatabase = await startCuttableProxy({ host: through.hostname, port: Number(through.port) })
    through.host = `127.0.0.1:${toDatabase.port}`
    const env = readEnv({
      ...stack.variables,
      PORT: '0',
      DATABASE_URL: through.toString(),
      TEMPORAL_ADDRESS: '127.0.0.1:1',
    })
    const log = createLogger({ name: 'api', level: 'fatal', format: 'json' })
    api = await startApi(toConnectedConfig(env), log)
    // Whether it asks for tokens it learns from the database, which then goes away.
    await until(async () => (await fetch(`${api.url}/api/weather/cities`)).ok, {
      what: 'an API that knows who may ask',
    })
    await toDatabase.cut()
    await until(async () => (await fetch(`${api.url}/api/weather/analytics/dashboard`)).ok, {
      what: 'the API finds Redis',
    })
  })
  afterAll(async () => {
    await api.close()
    await toDatabase.close()
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
