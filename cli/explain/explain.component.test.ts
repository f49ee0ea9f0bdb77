import { expect, it, vi } from 'vitest'
import { saveLatestPlan } from '../../db/queries/latest-plan.ts'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import { refreshStates } from '../../db/schema/index.ts'
import { FLAT_DEMAND } from '../../domain/plan/demand-curve.ts'
import type { Attempt } from '../../domain/provider/attempt.ts'
import { explain } from './explain.ts'
import { installed } from '../../test/support/api/installed.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES, LONDON } from '../../test/support/data/known-cities.ts'
import { hideTestSettings } from '../../test/support/data/no-test-settings.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { CONDITIONS } from '../../test/support/providers/fake-provider.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({
  database,
  settings: { providers: installed({ 'open-meteo': [], 'met-norway': [] }) },
})

const refresh = (runId: string, at: Date, attempts: readonly Attempt[], reading = {}) =>
  saveRefreshes(database.db, [
    {
      cityId: LONDON.id,
      runId,
      at,
      outcome: 'ok',
      provider: 'met-norway',
      reading,
      unchanged: [],
      attempts,
      memories: {},
    },
  ])

const earlier = new Date(NOW.getTime() - 900_000)

it('says of each product who was asked in its own last refresh, what is stored and when it is due', async () => {
  await refresh('first', earlier, [
    { provider: 'open-meteo', products: ['conditions', 'forecast'], outcome: 'timeout' },
    { provider: 'met-norway', products: ['conditions', 'forecast'], outcome: 'ok' },
  ])
  const conditions = {
    ...CONDITIONS,
    provider: 'met-norway',
    fetchedAt: NOW,
    validAt: NOW,
  } as const
  await refresh(
    'second',
    NOW,
    [
      {
        provider: 'open-meteo',
        products: ['conditions'],
        outcome: 'circuit-open',
        message: 'open-meteo: circuit open',
        retryAfterMs: 2_000,
      },
      { provider: 'met-norway', products: ['conditions'], outcome: 'ok' },
    ],
    { conditions },
  )
  const answer = await api.app.inject(`/api/weather/cities/${LONDON.id}/explain`)
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({
    city: 'London',
    products: [
      {
        product: 'conditions',
        run_id: 'second',
        tried: [
          { provider: 'open-meteo', outcome: 'circuit-open', was_asked: false, retry_after_s: 2 },
          { provider: 'met-norway', outcome: 'ok', was_asked: true, message: null },
        ],
        stored: { provider: 'met-norway', valid_at: NOW.toISOString(), run_id: 'second' },
        next_due_at: new Date(NOW.getTime() + 900_000).toISOString(),
      },
      {
        product: 'forecast',
        run_id: 'first',
        refreshed_at: earlier.toISOString(),
        tried: [
          { provider: 'open-meteo', outcome: 'timeout', was_asked: true },
          { provider: 'met-norway', outcome: 'ok' },
        ],
        stored: null,
      },
      {
        product: 'air-quality',
        run_id: null,
        tried: [],
        skipped: expect.arrayContaining([
          { provider: 'met-norway', why: 'does not offer air-quality' },
          { provider: 'nws', why: 'does not offer air-quality' },
        ]),
      },
    ],
  })
})

it('is said on the command line, too', async () => {
  hideTestSettings()
  vi.stubEnv('WEATHER_PROVIDERS', 'open-meteo,met-norway')
  vi.stubEnv('DATABASE_URL', database.url)
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await explain('London, GB', {})
  const text = out.mock.calls.join('\n')
  expect(text).toMatch(/conditions: last refreshed .* in second/)
  expect(text).toContain('kept off open-meteo: circuit-open (open-meteo: circuit open)')
  expect(text).toContain('asked    met-norway: ok')
  expect(text).toContain('skipped  nws: does not serve GB')
  await expect(explain('Nowhere at all', {})).rejects.toMatchObject({ exitCode: 2 })
})

it('is next due by the plan where limits are short, and not late before it', async () => {
  const layer = { latenessMark: 1, firstMark: 1, urgencyMark: null, sources: [], price: 9 * 8 }
  const rule = {
    atMs: NOW.getTime(),
    tickMinutes: 15,
    seed: 0,
    curve: FLAT_DEMAND,
    cities: 1,
    requests: 0,
    halfLifeHours: 24,
    products: { conditions: { value: 1, leastTicks: 1, tiers: [{ mostTicks: 94 }], layer } },
  }
  await saveLatestPlan(database.db, { current: rule, usual: rule, at: NOW })
  const at = new Date(NOW.getTime() - 3_600_000)
  await database.db.update(refreshStates).set({ conditionsConfirmedAt: at })
  const answer = await api.app.inject(`/api/weather/cities/${LONDON.id}/explain`)
  expect(answer.json()).toMatchObject({
    products: [
      {
        product: 'conditions',
        next_due_by: 'plan',
        next_due_at: new Date(at.getTime() + 8 * 900_000).toISOString(),
        planned_period_s: 7_200,
        late: false,
      },
      { product: 'forecast', next_due_by: 'age' },
      { product: 'air-quality', late: true },
    ],
  })
  const listed = await api.app.inject('/api/weather/cities?late=true')
  expect(listed.json()).toMatchObject({ cities: [] })
  const state = await api.app.inject(`/api/weather/cities/${LONDON.id}`)
  expect(state.json()).toMatchObject({
    last_refresh: { freshness: 'very_fresh', planned_period_s: 7_200 },
  })
})

it('of a city that is not known is 404', async () => {
  expect((await api.app.inject('/api/weather/cities/999999999/explain')).statusCode).toBe(404)
})
