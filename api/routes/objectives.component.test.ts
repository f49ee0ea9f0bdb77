import { beforeAll, expect, it } from 'vitest'
import { measureFreshness } from '../../db/queries/measure-freshness.ts'
import { cityReads, refreshStates } from '../../db/schema/index.ts'
import { objectiveOf } from '../../domain/objectives/freshness-objective.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES, LONDON } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

const URL = '/api/weather/analytics/objectives'
const MEASURING = { objectives: ['top:1=20@95', 'all=30@95'].map(objectiveOf), halfLifeHours: 24 }

const minutesAgo = (minutes: number): Date => new Date(NOW.getTime() - minutes * MINUTE_MS)

beforeAll(async () => {
  const { db } = database
  await db.update(refreshStates).set({ conditionsConfirmedAt: minutesAgo(35) })
  await db.insert(cityReads).values({ cityId: LONDON.id, score: 1, scoredAt: minutesAgo(60) })
})

it('E39: before anything is measured there is none, then each with what is left of its budget', async () => {
  expect((await api.app.inject(URL)).json()).toMatchObject({ objectives: [] })
  await measureFreshness(database.db, MEASURING, minutesAgo(30))
  await measureFreshness(database.db, MEASURING, NOW)
  api.clock.now = new Date(NOW.getTime() + MINUTE_MS)
  const { objectives } = (await api.app.inject(URL)).json<{ objectives: { spans: object[] }[] }>()
  const [all, top] = objectives
  expect(objectives).toHaveLength(2)
  expect(all).toMatchObject({
    objective: 'all=30@95',
    description: 'all cities no older than 30 minutes',
    max_age_minutes: 30,
    target_percent: 95,
    cities: KNOWN_CITIES.length,
    late_cities: KNOWN_CITIES.length,
    measured_at: NOW.toISOString(),
  })
  expect(all?.spans[1]).toEqual({
    span: 'hour',
    minutes: 60,
    attained_percent: 83.3,
    burn_rate: 3.3,
    budget_left_percent: -233.3,
  })
  expect(top).toMatchObject({ objective: 'top:1=20@95', cities: 1, late_cities: 1 })
  expect(top?.spans[1]).toMatchObject({ attained_percent: 50, burn_rate: 10 })
})

it('are scraped with their burn rate', async () => {
  const { body } = await api.app.inject('/metrics')
  expect(body).toContain(
    'weather247_objective_attained_ratio{objective="top:1=20@95",span="hour"} 0.5',
  )
  expect(body).toMatch(
    /weather247_objective_burn_rate\{objective="top:1=20@95",span="hour"\} (10|9\.99)/,
  )
})
