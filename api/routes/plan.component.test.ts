import { expect, it } from 'vitest'
import { readPlanOf } from '../../cli/plan/read-plan.ts'
import { toConfig } from '../../platform/config/config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { plannedDay } from '../../domain/plan/planned-day.ts'
import { createTestApi, NOW, type TestApiOptions } from '../../test/support/api/test-api.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { NO_ADAPTERS } from '../../test/support/api/installed.ts'
import type { PlanBody } from '../schemas/plan.ts'

const CITIES = 150

const database = withTestDatabase({ cities: someCities(CITIES) })

async function planOf(settings: TestApiOptions['settings']): Promise<PlanBody> {
  const api = createTestApi({ db: database.db, settings: settings ?? {} })
  const answer = await api.app.inject('/api/weather/monitoring/plan')
  expect(answer.statusCode).toBe(200)
  await api.close()
  return answer.json()
}

const WEATHER_PROVIDERS = 'aviation-weather,open-meteo,met-norway'

const readPlan = (at: Date) =>
  readPlanOf(
    database.db,
    toConfig(readEnv({ HOME: '/none', WEATHER_PROVIDERS }), { mode: 'live' }),
    at,
  )

/** What the command says of it, too. */
const BESIDE_THE_PLAN = {
  never_fetched: CITIES,
  not_planned: [
    {
      provider: 'aviation-weather',
      is_in_use: true,
      reason: expect.stringContaining('stations') as string,
    },
  ],
}

it('says what the limits give, what that takes of each provider, and what another key changes', async () => {
  const adapters = { ...NO_ADAPTERS, readPlan }
  const { report, reason } = await planOf({ adapters })
  expect(reason).toBeNull()
  expect(report).toMatchObject({ is_short: true, cities: CITIES, ...BESIDE_THE_PLAN })
  expect(report?.sentence).toMatch(/^open-meteo cannot carry every refresh/)
  const openMeteo = report?.providers.find(({ provider }) => provider === 'open-meteo')
  expect(openMeteo?.calls_per_day).toBeLessThanOrEqual(openMeteo?.most_per_day ?? 0)
  expect(report?.with_one_more.map(({ provider }) => provider)).toContain('weatherapi')
})

it('is said by a dry run of all cities, too', async () => {
  const adapters = { ...NO_ADAPTERS, readPlan }
  const api = createTestApi({ db: database.db, settings: { adapters } })
  const dryRun = (payload: object) =>
    api.app.inject({ method: 'POST', url: '/api/weather/monitoring/refresh', payload })
  const answer = await dryRun({ dry_run: true })
  expect(answer.statusCode).toBe(200)
  const [openMeteo, met] = await readPlanDay()
  expect(answer.json()).toMatchObject({
    plan: {
      is_short: true,
      ...BESIDE_THE_PLAN,
      providers: [
        { provider: 'open-meteo', calls_now: openMeteo },
        { provider: 'met-norway', calls_now: met },
      ],
      promises: [{ name: 'every other city', cities: CITIES, held: CITIES }],
    },
  })
  const named = await dryRun({ dry_run: true, cities: [1] })
  expect(named.json()).toMatchObject({ plan: null })
  await api.close()
})

/** What the next tick asks of both. */
async function readPlanDay() {
  const { facts, priceOf } = await readPlan(NOW)
  const [next] = plannedDay(facts, 1, priceOf)
  return [next?.calls['open-meteo']?.weight ?? 0, next?.calls['met-norway']?.weight ?? 0]
}

it('says why there is none', async () => {
  const { report, reason } = await planOf({})
  expect(report).toBeNull()
  expect(reason).toContain('knows no provider')
})
