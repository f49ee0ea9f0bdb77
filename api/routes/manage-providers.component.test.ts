import { beforeEach, describe, expect, it } from 'vitest'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import { providerChanges, providerControls, providerUsage } from '../../db/schema/index.ts'
import type { ProviderTest } from '../../domain/provider/provider-test.ts'
import { installed, NO_ADAPTERS } from '../../test/support/api/installed.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES, LONDON } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const SECRET = 'a-key-that-must-not-be-seen'

const NEW_YORK = {
  ...LONDON,
  id: 5128581,
  name: 'New York',
  countryCode: 'US',
  timeZone: 'America/New_York',
}

const database = withTestDatabase({ cities: [...KNOWN_CITIES, NEW_YORK] })
const tested: [string, number][] = []
const api = withTestApi({
  database,
  settings: {
    providers: installed(
      { 'open-meteo': [{ window: 'day', limit: 10_000 }], 'met-norway': [] },
      {
        keys: { openweathermap: 'missing' },
        barred: { openweathermap: 'its key is missing' },
      },
    ),
    adapters: {
      ...NO_ADAPTERS,
      test: async (id, { id: cityId }): Promise<ProviderTest> => {
        tested.push([id, cityId])
        return {
          provider: id,
          outcome: 'ok',
          message: null,
          product: 'conditions',
          weight: 1,
          durationMs: 12,
          temperatureC: 7.5,
          validAt: NOW.toISOString(),
          released: ['unauthorized: wrong key'],
        }
      },
    },
  },
})

beforeEach(async () => {
  await database.db.delete(providerControls)
  await database.db.delete(providerChanges)
  await database.db.delete(providerUsage)
  tested.length = 0
})

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) {
  const url = `/api/weather${path}`
  const answer = await api.app.inject({ method, url, ...(payload && { payload }) })
  return {
    code: answer.statusCode,
    text: answer.body,
    body: answer.json<Record<string, unknown>>(),
  }
}

const provider = async (id: string) =>
  (await call('GET', `/providers/${id}`)).body['provider'] as Record<string, unknown>

const order = async (): Promise<unknown[]> => {
  const { services } = (await call('GET', '/monitoring/quota')).body as {
    services: { service: string }[]
  }
  return services.map(({ service }) => service)
}

describe('S52, E45: a change of a provider', () => {
  it('takes one into use before another, with limits, without a restart, and says who did it', async () => {
    expect(await order()).toEqual(['open-meteo', 'met-norway'])
    const created = await call('POST', '/providers/create', {
      name: 'nws',
      priority: 5,
      limits: [{ window: 'day', limit: 500, time_zone: 'America/New_York' }],
      max_in_flight: 3,
    })
    expect(created).toMatchObject({
      code: 201,
      body: {
        provider: {
          id: 'nws',
          order: 1,
          priority: 5,
          is_active: true,
          is_primary: true,
          max_in_flight: 3,
          spacing_ms: 250,
          limits: [
            {
              window: 'day',
              limit: 500,
              time_zone: 'America/New_York',
              source: 'changed by loopback',
              as_of: NOW.toISOString().slice(0, 10),
            },
          ],
          changed_by: 'loopback',
        },
      },
    })
    expect(await order()).toEqual(['nws', 'open-meteo', 'met-norway'])
    const { body } = await call('GET', '/providers/nws')
    expect(body['changes']).toMatchObject([
      {
        changed_by: 'loopback',
        change: { isEnabled: true, priority: 5 },
        before: { priority: null },
      },
    ])
  })

  it('keeps what it does not name, and is taken back with null', async () => {
    await call('PUT', '/providers/open-meteo', { max_in_flight: 8, cost_per_request: 0.01 })
    await call('PUT', '/providers/open-meteo', {
      limits: [{ window: 'hour', limit: 7, kind: 'sliding' }],
    })
    expect(await provider('open-meteo')).toMatchObject({
      max_in_flight: 8,
      cost_per_request: 0.01,
      limits: [{ window: 'hour', limit: 7, kind: 'sliding' }],
    })
    await call('PUT', '/providers/open-meteo', { limits: null, cost_per_request: null })
    expect(await provider('open-meteo')).toMatchObject({
      max_in_flight: 1,
      cost_per_request: null,
      limits: [{ window: 'day', limit: 10_000, source: 'test' }],
    })
  })

  it('S52: never leaves none in use, and says what to do instead', async () => {
    expect((await call('DELETE', '/providers/open-meteo/delete')).code).toBe(200)
    expect(await order()).toEqual(['met-norway'])
    for (const [method, path, body] of [
      ['DELETE', '/providers/met-norway', undefined],
      ['PUT', '/providers/met-norway', { is_active: false }],
    ] as const) {
      expect(await call(method, path, body)).toMatchObject({
        code: 400,
        body: { kind: 'last-provider', detail: expect.stringContaining('Enable another provider') },
      })
    }
    expect(await order()).toEqual(['met-norway'])
    expect((await call('PUT', '/providers/open-meteo', { is_active: true })).code).toBe(200)
  })

  it('of two at once that would leave none is made once', async () => {
    const codes = await Promise.all(
      ['open-meteo', 'met-norway'].map(
        async (id) => (await call('DELETE', `/providers/${id}`)).code,
      ),
    )
    expect(codes.sort()).toEqual([200, 400])
  })

  it('is refused for one whose key is missing, naming the setting', async () => {
    expect(await call('POST', '/providers', { name: 'openweathermap' })).toMatchObject({
      code: 409,
      body: {
        kind: 'provider-not-usable',
        detail: expect.stringContaining('OPENWEATHERMAP_API_KEY'),
      },
    })
  })

  it.each([
    [
      'POST',
      '/providers/create',
      { name: 'openweathermap', api_key: SECRET },
      'OPENWEATHERMAP_API_KEY',
    ],
    ['PUT', '/providers/open-meteo', { api_key: SECRET }, 'OPEN_METEO_API_KEY'],
    [
      'PUT',
      '/providers/open-meteo',
      { base_url: `https://${SECRET}.example` },
      'OPEN_METEO_BASE_URL',
    ],
    ['POST', '/providers', { base_url: `https://${SECRET}.example` }, '_BASE_URL'],
  ] as const)('with a key or an address is refused: %s %s', async (method, path, body, setting) => {
    const answer = await call(method, path, body)
    expect(answer).toMatchObject({ code: 400, body: { kind: 'invalid-request' } })
    expect(answer.text).toContain(setting)
    expect(answer.text).not.toContain(SECRET)
    expect(await database.db.select().from(providerChanges)).toEqual([])
  })

  it.each([
    [
      {
        limits: [
          { window: 'day', limit: 1 },
          { window: 'day', limit: 2 },
        ],
      },
      'limited twice',
    ],
    [
      { limits: [{ window: 'minute', limit: 1, time_zone: 'Europe/Berlin' }] },
      'turns by the clock',
    ],
    [{ limits: [{ window: 'day', limit: 1, time_zone: 'Mars/Base' }] }, 'no time zone'],
    [{ places_per_request: 2 }, 'from 1 to 1'],
    [{ priority: 0 }, 'priority'],
    [{ limits: [{ window: 'day', limit: -1 }] }, 'limit'],
    [{ monthly_budget: -1 }, 'monthly_budget'],
    [{ isactive: true }, 'isactive'],
    [{}, 'body'],
  ])('that makes no sense is refused: %j', async (body, said) => {
    const answer = await call('PUT', '/providers/met-norway', body)
    expect(answer).toMatchObject({ code: 400, body: { kind: 'invalid-request' } })
    expect(answer.text).toContain(said)
  })
})

describe('S52: a look at a provider', () => {
  it('by what was counted tells whether it can be asked', async () => {
    expect(await call('POST', '/providers/met-norway/health')).toMatchObject({
      code: 200,
      body: { provider: 'met-norway', is_healthy: true, reason: null },
    })
    expect(await call('POST', '/bulk-health-check')).toMatchObject({
      code: 200,
      body: { total_checked: 2, results: [{ provider: 'open-meteo' }, { provider: 'met-norway' }] },
    })
  })

  it('by one request is made for a city that it serves', async () => {
    expect(await call('POST', '/providers/nws/test')).toMatchObject({
      code: 200,
      body: { outcome: 'ok', temperature_c: 7.5, released: ['unauthorized: wrong key'] },
    })
    expect(tested).toEqual([['nws', NEW_YORK.id]])
    expect(await call('POST', '/providers/nws/test', { city_id: LONDON.id })).toMatchObject({
      code: 400,
    })
    expect(await call('POST', '/providers/openweathermap/test')).toMatchObject({
      code: 409,
      body: { kind: 'provider-not-usable' },
    })
    expect(tested).toHaveLength(1)
  })
})

describe('S54: the cost of requests', () => {
  it('is their weight times what was set, with a warning at 75 % and 90 % of the budget', async () => {
    await call('PUT', '/providers/open-meteo', { cost_per_request: 0.5, monthly_budget: 100 })
    const spend = (weight: number) =>
      recordRequest(database.db, {
        provider: 'open-meteo',
        outcome: 'ok',
        places: 1,
        weight,
        at: NOW,
      })
    await spend(160)
    const { code, body } = await call('GET', '/cost-analysis?days=30')
    expect(code).toBe(200)
    expect(body).toMatchObject({
      period: { days: 30 },
      totals: { requests: 1, weight: 160, cost: 80 },
      provider_breakdown: [
        { provider: 'open-meteo', cost: 80, month_cost: 80, budget_share: 0.8, status: 'warning' },
        { provider: 'met-norway', cost: null, monthly_budget: null, status: 'healthy' },
      ],
      daily_costs: [{ date: NOW.toISOString().slice(0, 10), cost: 80 }],
    })
    expect((await call('GET', '/monitoring/quota')).body).toMatchObject({
      status: 'warning',
      recommendations: [expect.stringMatching(/^Open-Meteo: 80 % of this month's budget/)],
      services: [
        {
          cost: {
            cost_per_request: 0.5,
            money: 80,
            // Eight days and 13.5 hours more like the last one.
            projected_money: 80 + 80 * (8 + 13.5 / 24),
            budget_status: 'warning',
          },
        },
        { cost: { cost_per_request: null, projected_money: null, budget_status: null } },
      ],
    })
    await spend(20)
    api.passShared()
    expect((await call('GET', '/monitoring/quota')).body).toMatchObject({ status: 'critical' })
    expect((await call('GET', '/providers/open-meteo/stats')).body).toMatchObject({
      usage: { total_cost: 90 },
    })
  })
})
