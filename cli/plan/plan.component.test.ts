import { expect, it } from 'vitest'
import { planReport } from '../../domain/plan/plan-report.ts'
import { toConfig } from '../../platform/config/config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { planText } from './plan-text.ts'
import { readPlanOf } from './read-plan.ts'

const CITIES = 150
const NOW = new Date('2026-11-22T12:00:00Z')

const database = withTestDatabase({ cities: someCities(CITIES) })

const reportWith = async (variables: Record<string, string>) => {
  const config = toConfig(readEnv({ HOME: '/none', ...variables }), { mode: 'live' })
  const { input, others } = await readPlanOf(database.db, config, NOW)
  return planReport(input, others)
}

it('says of a stored installation what its limits give, and what another key would change', async () => {
  const report = await reportWith({ WEATHER_PROVIDERS: 'open-meteo,met-norway' })
  expect(report).toMatchObject({ isShort: true, cities: CITIES })
  expect(report.products.map(({ product }) => product)).toEqual([
    'conditions',
    'forecast',
    'air-quality',
  ])
  expect(report.products.every(({ unserved }) => unserved === 0)).toBe(true)
  expect(report.products[0]?.longestGap).toBeLessThanOrEqual(60)
  const openMeteo = report.providers.find(({ id }) => id === 'open-meteo')
  expect(openMeteo?.callsPerDay).toBeLessThanOrEqual(openMeteo?.mostPerDay ?? 0)
  expect(report.withOneMore.map(({ id }) => id)).toEqual(['openweathermap', 'weatherapi'])
  for (const { meanAge } of report.withOneMore) {
    expect(meanAge).toBeLessThanOrEqual(report.meanAge ?? 0)
  }
  const text = planText(report)
  expect(text).toMatch(/^open-meteo cannot carry every refresh/)
  expect(text).toContain('With openweathermap the mean age is')
})

it('has nothing to plan for few cities, or high limits', async () => {
  const report = await reportWith({
    WEATHER_PROVIDERS: 'open-meteo',
    OPEN_METEO_QUOTA: '1000000/day',
  })
  expect(report.isShort).toBe(false)
  expect(planText(report)).toContain(`carry every refresh of all ${CITIES} cities`)
})
