import { randomInt } from 'node:crypto'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { startApi, type RunningApi } from '../../api/main.ts'
import { createCache } from '../../cache/cache.ts'
import { createConditionsCache } from '../../cache/conditions-cache.ts'
import { cacheKeys } from '../../cache/keys.ts'
import type { WarmCacheResult } from '../../contracts/warm-cache.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { createLogger } from '../../platform/logging/logger.ts'
import { startCuttableProxy, type CuttableProxy } from '../support/services/cuttable-proxy.ts'
import { startRefreshStack, type RefreshStack } from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { redisUrl } from '../support/services/test-database.ts'
import { until } from '../support/until.ts'
import { readCities, startWarming } from '../support/jobs/warming-runs.ts'

/** Other suites use the same Redis: random ids keep the entries apart. */
const FIRST_ID = randomInt(10_000_000, 2_000_000_000)
const CITIES = someCities(5).map((city) => ({ ...city, id: FIRST_ID + city.id }))
const IDS = CITIES.map(({ id }) => id)
const [ID = 0] = IDS

interface Current {
  readonly served_from: string
  readonly stale: boolean
}

describe.skipIf(!redisUrl)('a cache that API and workers share', () => {
  const redis = new URL(redisUrl ?? 'redis://none')
  let proxy: CuttableProxy
  let throughProxy: string
  let toDatabase: CuttableProxy
  let stack: RefreshStack
  let apis: { withDatabase: RunningApi; without: RunningApi }
  let direct: Redis

  const startApiOn = (databaseUrl: string): Promise<RunningApi> => {
    const env = readEnv({ ...stack.variables, PORT: '0', DATABASE_URL: databaseUrl })
    const log = createLogger({ name: 'api', level: 'fatal', format: 'json' })
    return startApi(toConnectedConfig(env), log)
  }

  beforeAll(async () => {
    proxy = await startCuttableProxy({ host: redis.hostname, port: Number(redis.port || 6379) })
    throughProxy = `redis://127.0.0.1:${proxy.port}${redis.pathname}`
    stack = await startRefreshStack({
      temporalAddress: ownTemporalAddress(),
      cities: CITIES,
      providers: ['open-meteo'],
      moreQueues: [TASK_QUEUES.cacheWarming],
      variables: { REDIS_URL: throughProxy },
    })
    await readCities(stack.database.db, IDS)
    const database = new URL(stack.database.url)
    toDatabase = await startCuttableProxy({ host: database.hostname, port: Number(database.port) })
    const throughOther = new URL(database)
    throughOther.host = `127.0.0.1:${toDatabase.port}`
    apis = {
      withDatabase: await startApiOn(stack.database.url),
      without: await startApiOn(throughOther.toString()),
    }
    // Whether it asks for tokens it learns from the database, which then goes away.
    await until(async () => (await fetch(`${apis.without.url}/api/weather/cities`)).ok, {
      what: 'an API that knows who may ask',
    })
    await toDatabase.cut()
    direct = new Redis(redisUrl ?? '')
  })
  beforeEach(async () => {
    await forget()
    stack.emulator.control.resetStats()
  })
  afterAll(async () => {
    await forget()
    direct.disconnect()
    await apis.withDatabase.close()
    await apis.without.close()
    await toDatabase.close()
    await stack.close()
    await proxy.close()
  })

  const keysOf = (id: number): string[] => [cacheKeys.conditions(id), cacheKeys.city(id)]
  const forget = (): Promise<number> => direct.del(...IDS.flatMap(keysOf))
  const requests = () => stack.emulator.control.stats()['open-meteo'].requests

  const warm = async (): Promise<WarmCacheResult> => (await startWarming(stack)).result()

  /** A process' own memory lags behind for seconds. */
  const read = async (api: RunningApi, id: number) => {
    const answer = await fetch(`${api.url}/api/weather/current/${id}`)
    return { status: answer.status, ...((await answer.json()) as Current) }
  }

  it('is filled by a worker, and then answers at the API without provider and database', async () => {
    expect(await warm()).toMatchObject({
      status: 'completed',
      cache: 'shared',
      totalCities: 5,
      warmed: 5,
      failed: 0,
      refreshed: 5,
      message:
        'Cache warming completed: 5 of 5 popular cities cached; of 5 due 5 were refreshed, 0 by others, 0 failed',
    })
    const asked = requests()
    for (const id of IDS) {
      expect(await read(apis.without, id)).toMatchObject({
        status: 200,
        served_from: 'cache',
        stale: false,
      })
    }
    expect(requests()).toBe(asked)
  })

  it('keeps what a warming put there for two of its periods', async () => {
    await warm()
    await forget()
    const asked = requests()
    expect(await warm()).toMatchObject({ warmed: 5, due: 0 })
    expect(requests()).toBe(asked)
    for (const key of IDS.flatMap(keysOf)) {
      const seconds = await direct.ttl(key)
      expect(seconds).toBeGreaterThan(2 * 30 * 60 - 60)
    }
  })

  it('knows no city that the database does not know', async () => {
    const stranger = FIRST_ID + 1_000
    expect(await read(apis.without, stranger)).toMatchObject({ status: 503 })
    expect(await read(apis.withDatabase, stranger)).toMatchObject({ status: 404 })
  })

  it('serves what is old and says so while the database is away', async () => {
    const id = IDS[4] ?? 0
    const reader = createCache({ kind: 'redis', url: redisUrl ?? '' }, QUIET)
    await until(() => reader.healthy(), { what: 'Redis answers' })
    const conditions = createConditionsCache(reader, 600)
    await warm()
    const [young] = [...(await conditions.get([id])).values()]
    const confirmedAt = new Date(Date.now() - 3_600_000)
    await conditions.set([{ ...young!, confirmedAt }])
    await reader.close()
    const old = await until(
      async () => {
        const answer = await read(apis.without, id)
        return answer.stale && answer
      },
      { what: 'the memory of the API is over' },
    )
    expect(old).toMatchObject({ status: 200, served_from: 'cache', stale: true })
    expect(await read(apis.withDatabase, id)).toMatchObject({ stale: false })
  })

  it('may die: the database answers, the warming says so, and later all is as before', async () => {
    await warm()
    await proxy.cut()
    // Beyond what the processes remember by themselves.
    await until(async () => (await read(apis.withDatabase, ID)).served_from === 'database', {
      what: 'the database serves',
    })
    const away = await warm()
    expect(away).toMatchObject({
      status: 'completed_partial',
      cache: 'away',
      warmed: 0,
      failed: 5,
    })
    expect(away.failedCityIds.toSorted((one, other) => one - other)).toEqual(IDS)
    const refused = await clear(apis.withDatabase)
    expect(refused).toMatchObject({ status: 503, kind: 'cache-unavailable' })
    await proxy.mend()
    await forget()
    await until(async () => (await warm()).cache === 'shared', { what: 'Redis is found again' })
    await until(async () => (await read(apis.without, ID)).status === 200, {
      what: 'the API finds Redis again',
    })
  })

  const clear = async (api: RunningApi) => {
    const answer = await fetch(`${api.url}/api/weather/cache/clear`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ city: String(ID) }),
    })
    return { status: answer.status, ...((await answer.json()) as object) }
  }

  it('forgets a city for the API and for the workers', async () => {
    await warm()
    expect(await clear(apis.withDatabase)).toMatchObject({ status: 200, removed: 2 })
    expect(await direct.exists(...keysOf(ID))).toBe(0)
    expect(await direct.exists(...keysOf(IDS[1] ?? 0))).toBe(2)
  })
})

const QUIET = { info: () => undefined, warn: () => undefined }
