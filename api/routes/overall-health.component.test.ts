import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import { reserve } from '../../db/queries/provider-ledgers.ts'
import { park } from '../../db/queries/provider-pauses.ts'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import { providerLedgers, refreshStates } from '../../db/schema/index.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { installed } from '../../test/support/api/installed.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createTestApi, NOW, type TestApi } from '../../test/support/api/test-api.ts'
import type { OverallHealthBody } from '../schemas/overall-health.ts'

const SETTINGS = {
  providers: installed({ 'open-meteo': [], nws: [] }),
}

const database = withTestDatabase({ cities: KNOWN_CITIES })
const apart = withTestApi({ settings: SETTINGS })
let api: TestApi
const apis: TestApi[] = []

beforeEach(async () => {
  await database.db.update(refreshStates).set({ conditionsConfirmedAt: null })
  await database.db.delete(providerLedgers)
  api = createTestApi({ db: database.db, settings: SETTINGS })
  apis.push(api)
})

afterAll(async () => {
  for (const { close } of apis) await close()
})

async function health(of: TestApi = api, url = '/api/weather/monitoring/health') {
  const answer = await of.app.inject(url)
  return { code: answer.statusCode, ...answer.json<OverallHealthBody>() }
}

const parkAll = async () => {
  const until = new Date(NOW.getTime() + 60_000)
  for (const provider of ['open-meteo', 'nws'] as const) {
    await reserve(database.db, { provider, weight: 1, limits: [], spacingMs: 0, now: NOW })
    await park(database.db, { provider, until, reason: 'rate-limited: too many' })
  }
}

describe('S24: health', () => {
  it('has the keys of the original, with true values, and each part with latency and reason', async () => {
    await recordRequest(database.db, {
      provider: 'open-meteo',
      outcome: 'ok',
      places: 1,
      weight: 1,
      durationMs: 120,
      at: NOW,
    })
    for (const url of ['/api/weather/health', '/api/weather/monitoring/health/']) {
      const { code, checks, api_services: services, ...body } = await health(api, url)
      expect(code).toBe(200)
      expect(body).toEqual({
        timestamp: NOW.toISOString(),
        overall_status: 'healthy',
        overall_healthy: true,
        started_at: NOW.toISOString(),
        web_ui: null,
        components: { celery: true, redis: null, database: true, weather_apis: true },
        primary_service: {
          service: 'open-meteo',
          name: 'Open-Meteo',
          status: 'healthy',
          api_key_status: 'not_needed',
          last_check: NOW.toISOString(),
          success_rate_24h: 1,
          error: null,
        },
        database: { status: 'healthy' },
      })
      expect(services).toMatchObject({
        primary_service: { service: 'open-meteo' },
        fallback_services: [{ service_1: { service: 'nws', last_check: null } }],
        cache_status: 'healthy',
      })
      expect(checks).toMatchObject({
        temporal: { status: 'healthy', reason: null, latency_ms: expect.any(Number) },
        workers: { status: 'healthy', queues: { length: 5 } },
        redis: { status: 'not_used', latency_ms: null },
      })
    }
  })

  it('is checked once every few seconds', async () => {
    expect(await health()).toMatchObject({ code: 200, overall_status: 'healthy' })
    api.temporal.serving = false
    const all = await Promise.all(Array.from({ length: 20 }, () => health()))
    for (const one of all) expect(one.overall_status).toBe('healthy')
    api.clock.now = new Date(NOW.getTime() + 3_000)
    expect(await health()).toMatchObject({ overall_status: 'degraded' })
  })
})

describe('E40: health says what is in the way', () => {
  it('queue by queue', async () => {
    api.temporal.unserved = ['maintenance']
    expect(await health()).toMatchObject({
      code: 200,
      overall_status: 'degraded',
      components: { celery: false },
      checks: { workers: { status: 'degraded', reason: 'no worker polls maintenance' } },
    })
    api.temporal.unserved = ['weather_refresh']
    api.clock.now = new Date(NOW.getTime() + 3_000)
    const { checks } = await health()
    expect(checks?.workers.status).toBe('unhealthy')
    expect(checks?.workers.queues).toContainEqual({
      queue: 'weather_refresh',
      status: 'unhealthy',
      reason: 'no worker polls it',
    })
  })

  it('workers are not known without Temporal', async () => {
    api.temporal.serving = false
    expect(await health()).toMatchObject({
      code: 200,
      checks: {
        temporal: { status: 'unhealthy', reason: 'Temporal does not answer' },
        workers: { status: 'unknown', latency_ms: null },
      },
    })
  })

  it('without the database nothing is served, and what it would say is not known', async () => {
    expect(await health(apart)).toMatchObject({
      code: 503,
      overall_status: 'unhealthy',
      overall_healthy: false,
      components: { database: false, weather_apis: null },
      primary_service: null,
      checks: { providers: { status: 'unknown' } },
    })
  })

  it('without a provider it is unusable, unless what is stored is young', async () => {
    await parkAll()
    expect(await health()).toMatchObject({
      code: 503,
      components: { weather_apis: false },
      checks: { providers: { reason: expect.stringContaining('Open-Meteo: paused until') } },
    })
    await saveRefreshes(database.db, [
      {
        cityId: KNOWN_CITIES[0]!.id,
        runId: 'run',
        at: NOW,
        outcome: 'ok',
        provider: 'nws',
        reading: {},
        unchanged: ['conditions'],
        attempts: [],
        memories: {},
      },
    ])
    api.clock.now = new Date(NOW.getTime() + 3_000)
    expect(await health()).toMatchObject({ code: 200, overall_status: 'degraded' })
  })

  it('Redis that does not answer costs speed only', async () => {
    const cache = {
      backend: 'redis',
      freshSeconds: { conditions: 900 },
      keepSeconds: 3600,
      analyticsSeconds: 14_400,
    } as const
    const withRedis = createTestApi({
      db: database.db,
      settings: { ...SETTINGS, cache },
      cache: { kind: 'redis', url: 'redis://127.0.0.1:1' },
    })
    expect(await health(withRedis)).toMatchObject({
      code: 200,
      overall_status: 'degraded',
      components: { redis: false },
      checks: { redis: { status: 'unhealthy' } },
    })
    await withRedis.cache.close()
    await withRedis.close()
  })

  it('a stranger gets the status alone', async () => {
    const settings = { ...SETTINGS, isOpenWithoutTokens: false }
    const closed = createTestApi({ db: database.db, settings })
    apis.push(closed)
    expect(await health(closed)).toEqual({
      code: 200,
      timestamp: NOW.toISOString(),
      overall_status: 'healthy',
      overall_healthy: true,
    })
  })
})
