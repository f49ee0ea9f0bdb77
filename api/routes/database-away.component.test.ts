import { beforeAll, beforeEach, expect, it } from 'vitest'
import { createCityCache } from '../../cache/city-cache.ts'
import { createConditionsCache } from '../../cache/conditions-cache.ts'
import { createAirQualityCache, createForecastCache } from '../../cache/read-copies.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { airQualityAt, forecastDay, forecastOf } from '../../test/support/data/stored-readings.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'

/** Without a database. */
const api = withTestApi()
/** The driver waits longer after each failed connection: rows that add some have their own. */
const refreshing = withTestApi()
const waiting = withTestApi()

const OLD = new Date(NOW.getTime() - 4 * 3_600_000)

// What is cached in memory is kept for seconds, in which a first request builds the API.
beforeAll(async () => {
  await Promise.all([api, refreshing, waiting].map(({ app }) => app.ready()))
})

beforeEach(async () => {
  const stored = { cityId: LONDON.id, confirmedAt: OLD, runId: 'run-1' }
  for (const { cache } of [api, refreshing, waiting]) {
    await createCityCache(cache, 60).set([{ ...LONDON, population: null }])
    await createConditionsCache(cache, 60).set([{ ...CONDITIONS, ...stored }])
  }
  const days = [forecastDay('2026-11-22', 8)]
  await createForecastCache(api.cache, 60).set([
    { value: { ...forecastOf(OLD, days), ...stored }, readAt: OLD },
  ])
  await createAirQualityCache(api.cache, 60).set([
    { value: { ...airQualityAt(OLD, OLD), ...stored }, readAt: OLD },
  ])
})

it.each([
  [`current/${LONDON.id}`],
  [`forecast/${LONDON.id}`],
  [`air-quality/${LONDON.id}`],
  [`multiple?cities=${LONDON.id}`],
])(
  '%s is served from the cache, marked as stale where it is, while the database is away',
  async (path) => {
    const answer = await api.app.inject(`/api/weather/${path}`)
    expect(answer.statusCode).toBe(200)
    const { cities: [value] = [answer.json<object>()] } = answer.json<{ cities?: object[] }>()
    expect(value).toMatchObject({ served_from: 'cache', age_seconds: 14_400 })
    expect(value).toMatchObject({ stale: !path.startsWith('forecast') })
  },
)

it('S29: where a refresh could not be read back, the stale value is served with its task', async () => {
  const path = `/api/weather/current/${LONDON.id}?refresh=if-stale`
  const answer = await refreshing.app.inject(path)
  expect([answer.statusCode, answer.json()]).toMatchObject([
    200,
    { served_from: 'cache', stale: true, age_seconds: 14_400, refresh_task_id: expect.any(String) },
  ])
})

it.each([
  [`current/${REYKJAVIK.id}`],
  ['multiple?cities=London'],
  [`multiple?cities=${LONDON.id},${REYKJAVIK.id}`],
])('%s waits for the database, which alone has it', async (path) => {
  const answer = await waiting.app.inject(`/api/weather/${path}`)
  expect([answer.statusCode, answer.json()]).toMatchObject([503, { kind: 'database-unavailable' }])
})

const CONDITIONS = {
  provider: 'open-meteo',
  fetchedAt: OLD,
  validAt: OLD,
  basis: 'analysis',
  temperatureC: 8.4,
  apparentTemperatureC: null,
  relativeHumidityPct: 81,
  pressureMslHpa: 1012.3,
  visibilityKm: null,
  uvIndex: null,
  windSpeedKmh: 18.2,
  windGustKmh: null,
  windDirectionDeg: 240,
  cloudCoverPct: 90,
  precipitationMm: 0,
  precipitationWindowMinutes: null,
  condition: 'overcast',
  intensity: null,
  isDay: true,
  sunriseAt: null,
  sunsetAt: null,
  derived: [],
  flags: null,
} as const
