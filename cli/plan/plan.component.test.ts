import { expect, it, vi } from 'vitest'
import { planReport, type PlanReport } from '../../domain/plan/plan-report.ts'
import { toConfig } from '../../platform/config/config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { hideTestSettings } from '../../test/support/data/no-test-settings.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { promise } from '../cities/manage-stored.ts'
import { plan } from './plan.ts'
import { planText } from './plan-text.ts'
import { readPlanOf } from './read-plan.ts'

const CITIES = 150
const NOW = new Date('2026-11-22T12:00:00Z')

const database = withTestDatabase({ cities: someCities(CITIES) })

const reportWith = async (variables: Record<string, string>): Promise<PlanReport> => {
  const config = toConfig(readEnv({ HOME: '/none', ...variables }), { mode: 'live' })
  return planReport(await readPlanOf(database.db, config, NOW))
}

/** The command finds the database of the test. */
function promisedByHand() {
  hideTestSettings()
  vi.stubEnv('DATABASE_URL', database.url)
  return vi.spyOn(console, 'log').mockImplementation(() => undefined)
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
  expect(text).toContain(
    `Not everything of ${CITIES} cities was ever fetched: that goes before the promises of others`,
  )
})

it('says which providers in use are not planned, and why', async () => {
  const report = await reportWith({ WEATHER_PROVIDERS: 'aviation-weather,open-meteo,nws' })
  expect(report.notPlanned.map(({ id }) => id)).toEqual(['aviation-weather', 'nws'])
  const text = planText(report)
  expect(text).toMatch(/^aviation-weather is not planned, and keeps its place: .*stations.*\.$/m)
  expect(text).toMatch(/^nws is not planned, and keeps its place: .*no daily limit.*\.$/m)
  expect(text).not.toContain('open-meteo is not planned')
})

it('E48: advises no key of a provider that is left out of commercial use, and says why', async () => {
  const report = await reportWith({ WEATHER247_COMMERCIAL: 'true' })
  const reason =
    'its free plan forbids commercial use, and WEATHER247_COMMERCIAL says that this is one'
  expect(report.notPlanned).toContainEqual({ id: 'open-meteo', isInUse: false, reason })
  expect(report.providers.map(({ id }) => id)).toEqual(['met-norway'])
  expect(report.withOneMore.map(({ id }) => id)).toEqual(['openweathermap', 'weatherapi'])
  const text = planText(report)
  expect(text).toContain(`open-meteo is left out: ${reason}.`)
  expect(text).not.toContain('With open-meteo')
  const paid = { WEATHER247_COMMERCIAL: 'true', OPEN_METEO_API_KEY: 'of-a-paid-plan' }
  const { notPlanned } = await reportWith(paid)
  expect(notPlanned.filter(({ isInUse }) => !isInUse)).toEqual([])
})

it('goes by what the settings and a person promise, and says for whom it is kept', async () => {
  const out = promisedByHand()
  await promise(['1', '2'], { within: 30 })
  expect(out.mock.calls.join('\n')).toMatch(/City 1, DE .*: within 30 minutes/)
  const report = await reportWith({
    WEATHER_PROVIDERS: 'open-meteo',
    OPEN_METEO_QUOTA: '1500/day',
    WEATHER247_PROMISES: 'population:100140=15',
  })
  await promise(['1', '2'], {})
  expect(report.promises).toMatchObject([
    {
      name: 'those chosen by hand for 30 min',
      cities: 2,
      held: 2,
      keptMinutes: 30,
      longestGap: 15,
    },
    { name: 'those of 100140 people or more', cities: 10, held: 8, longestGap: 15 },
    { name: 'every other city', keptMinutes: 1_440 },
  ])
  const text = planText(report)
  expect(text).toContain('of those of 100140 people or more 8 are held at 15 min')
  expect(text).toContain('never over 15 min; kept for 8 of 10: the limits carry no more.')
  expect(text).toMatch(/It costs the others: \d+ min instead of \d+ min/)
})

it('has nothing to plan for few cities, or high limits', async () => {
  const report = await reportWith({
    WEATHER_PROVIDERS: 'open-meteo',
    OPEN_METEO_QUOTA: '1000000/day',
  })
  expect(report.isShort).toBe(false)
  expect(planText(report)).toContain(`carry every refresh of all ${CITIES} cities`)
})

it('says it of another number of cities, and tells the calls of the next day', async () => {
  const out = promisedByHand()
  vi.stubEnv('WEATHER_PROVIDERS', 'open-meteo')
  vi.stubEnv('OPEN_METEO_QUOTA', '300/day')
  await plan({ cities: 40, day: true, json: true })
  const few = JSON.parse(out.mock.calls.at(-1)?.join('') ?? '') as Said
  expect(few.cities).toBe(40)
  expect(few.day).toHaveLength(96)
  const weight = few.day.reduce((sum, { calls }) => sum + (calls['open-meteo']?.weight ?? 0), 0)
  expect(weight).toBeGreaterThan(200)
  expect(weight).toBeLessThanOrEqual(600)
  expect(few.providers[0]?.callsNow).toBe(few.day[0]?.calls['open-meteo']?.weight)
  await plan({ cities: 300, day: true })
  expect(out.mock.calls.at(-1)?.join('')).toMatch(/24 hours from .* UTC/)
  expect(out.mock.calls.at(-1)?.join('')).toMatch(/all others +│ +200/)
})

interface Said {
  readonly cities: number
  readonly providers: readonly { readonly callsNow: number }[]
  readonly day: readonly { readonly calls: Readonly<Record<string, { readonly weight: number }>> }[]
}
