import { beforeAll, describe, expect, it } from 'vitest'
import { reserve } from '../../db/queries/provider-ledgers.ts'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { installed } from '../../test/support/api/installed.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { NOW } from '../../test/support/api/test-api.ts'

const DAY_MS = 86_400_000
const daysAgo = (days: number) => new Date(NOW.getTime() - days * DAY_MS)

const database = withTestDatabase()
const api = withTestApi({
  database,
  settings: {
    providers: installed(
      { openweathermap: [], 'open-meteo': [{ window: 'day', limit: 10_000 }] },
      {
        keys: { weatherapi: 'set', openweathermap: 'missing' },
        barred: { openweathermap: 'its key is missing' },
      },
    ),
  },
})

beforeAll(async () => {
  const provider = 'open-meteo'
  const request = { provider, places: 10, weight: 2 } as const
  const { db } = database
  await reserve(db, { provider, weight: 2, limits: [], spacingMs: 0, now: NOW })
  await recordRequest(db, { ...request, outcome: 'ok', durationMs: 100, at: NOW })
  await recordRequest(db, { ...request, outcome: 'ok', durationMs: 300, at: NOW })
  await recordRequest(db, { ...request, outcome: 'timeout', durationMs: 8_000, at: daysAgo(0.01) })
  await recordRequest(db, { ...request, outcome: 'ok', at: daysAgo(3) })
  await recordRequest(db, { ...request, outcome: 'unavailable', at: daysAgo(8) })
  const air = { provider: 'weatherapi', endpoint: 'air-quality', places: 1, weight: 1 } as const
  await recordRequest(db, { ...air, outcome: 'ok', durationMs: 40, at: NOW })
  await recordRequest(db, { ...air, outcome: 'timeout', at: NOW })
  await recordRequest(db, { ...air, endpoint: 'conditions', outcome: 'ok', at: NOW })
})

const get = async (path: string) => {
  const answer = await api.app.inject(`/api/weather/providers${path}`)
  return { code: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

describe('S47, S50: the providers', () => {
  it('are all there are adapters for, those in use first, with facts, limits and health', async () => {
    const { code, body } = await get('/')
    expect(code).toBe(200)
    const providers = body['providers'] as { id: string }[]
    expect(providers.map(({ id }) => id).sort()).toEqual([...PROVIDER_IDS].sort())
    expect(providers.find(({ id }) => id === 'openweathermap')).toMatchObject({
      order: null,
      is_active: false,
      not_usable_reason: 'its key is missing',
      api_key_status: 'missing',
      health_status: 'unhealthy',
      health_reason: 'its key is missing',
      last_success_at: null,
    })
    expect(providers[0]).toEqual({
      id: 'open-meteo',
      name: 'Open-Meteo',
      attribution: {
        text: 'Weather data by Open-Meteo.com',
        url: 'https://open-meteo.com/',
        licence: 'CC BY 4.0',
      },
      commercial_use: 'paid plan only',
      products: ['conditions', 'forecast', 'air-quality'],
      countries: null,
      order: 1,
      priority: 20,
      is_active: true,
      is_primary: true,
      not_usable_reason: null,
      api_key_status: 'not_needed',
      limits: [
        {
          window: 'day',
          limit: 10_000,
          kind: 'fixed',
          time_zone: 'UTC',
          reset_hour: 0,
          reset_day: 1,
          reserved: 500,
          source: 'test',
          as_of: '2026-11-22',
        },
      ],
      max_in_flight: 1,
      spacing_ms: 0,
      places_per_request: 100,
      cost_per_request: null,
      monthly_budget: null,
      month_cost: null,
      changed_at: null,
      changed_by: null,
      health_status: 'healthy',
      health_reason: null,
      success_rate_24h: 2 / 3,
      error_count_24h: 1,
      main_failure_24h: 'timeout',
      last_success_at: NOW.toISOString(),
      last_failure_at: daysAgo(0.01).toISOString(),
      used_today: 2,
      parked_until: null,
      parked_reason: null,
      is_key_refused: false,
      circuits: [],
    })
    expect(providers).toContainEqual(
      expect.objectContaining({ id: 'weatherapi', api_key_status: 'set', order: null }),
    )
  })
})

describe('S53: the statistics of a provider', () => {
  it('count its requests by UTC day, and time those that were measured', async () => {
    const { code, body } = await get('/open-meteo/stats?days=7')
    expect(code).toBe(200)
    expect(body).toMatchObject({
      provider: 'open-meteo',
      period: { start_date: '2026-11-16', end_date: '2026-11-22', days: 7 },
      usage: {
        total_requests: 4,
        total_success: 3,
        total_errors: 1,
        success_rate: 0.75,
        total_weight: 8,
        total_cost: null,
        avg_response_time_ms: 2_800,
        max_response_time_ms: 8_000,
        avg_response_time: 2.8,
        max_response_time: 8,
      },
      daily_usage: [
        { date: '2026-11-19', total_requests: 1, avg_response_time_ms: null },
        { date: '2026-11-22', total_requests: 3 },
      ],
      failover_events: 0,
      health_status: 'healthy',
    })
    const { body: longer } = await get('/open-meteo/stats?days=9')
    expect(longer).toMatchObject({ usage: { total_requests: 5 } })
  })

  it('S49: are distinguished by endpoint, with errors by kind', async () => {
    const { body } = await get('/weatherapi/stats')
    expect(body['endpoints']).toMatchObject([
      {
        endpoint: 'air-quality',
        total_requests: 2,
        total_errors: 1,
        avg_response_time_ms: 40,
        errors: [{ kind: 'timeout', requests: 1 }],
      },
      { endpoint: 'conditions', total_requests: 1, total_errors: 0, errors: [] },
    ])
    expect(body['usage']).toMatchObject({ total_requests: 3, total_weight: 3 })
  })

  it('of one that was never asked are zeros and nulls', async () => {
    expect((await get('/nws/stats')).body).toMatchObject({
      usage: {
        total_requests: 0,
        success_rate: null,
        max_response_time_ms: null,
        avg_response_time: null,
      },
      daily_usage: [],
    })
  })

  it('of one that is not known are 404, and of too many days 400', async () => {
    expect(await get('/accuweather/stats')).toMatchObject({
      code: 404,
      body: { kind: 'unknown-provider', ids: [...PROVIDER_IDS] },
    })
    expect((await get('/nws/stats?days=46')).code).toBe(400)
  })
})
