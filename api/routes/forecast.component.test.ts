import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createCopyReader } from '../readers/stored-values.ts'
import { KEY_PREFIX } from '../../cache/keys.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { createForecastCache } from '../../cache/read-copies.ts'
import { latestForecastsOf } from '../../db/queries/latest-forecasts.ts'
import { openDatabase } from '../../db/client.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import {
  KNOWN_CITIES,
  LONDON,
  LONDON_ONTARIO,
  REYKJAVIK,
} from '../../test/support/data/known-cities.ts'
import {
  airQualityAt,
  forecastDay,
  forecastOf,
  storeReading,
} from '../../test/support/data/stored-readings.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })
const demo = withTestApi({ database, settings: { mode: 'demo' } })

const DATES = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']
const FETCHED = new Date('2026-11-22T09:30:00Z')

const read = async (path: string, from = api) => {
  const answer = await from.app.inject(`/api/weather/${path}`)
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}
const dates = (body: Record<string, unknown>) =>
  (body['days'] as { date: string }[]).map(({ date }) => date)

beforeAll(async () => {
  const days = DATES.map((date, index) => forecastDay(date, 5 + index))
  const forecast = forecastOf(FETCHED, days)
  await storeReading(database.db, LONDON.id, {
    forecast,
    airQuality: airQualityAt(new Date('2026-11-22T09:00:00Z'), FETCHED),
  })
  await storeReading(database.db, LONDON.id, {
    airQuality: { ...airQualityAt(new Date('2026-11-22T08:00:00Z'), FETCHED), pm10: 99 },
  })
  await storeReading(database.db, LONDON_ONTARIO.id, { forecast })
})

beforeEach(async () => {
  api.clock.now = NOW
  await api.cache.clear(KEY_PREFIX)
})

describe('forecast', () => {
  it('S29: gives the days from the city’s today on, with age, units and source', async () => {
    const { status, body } = await read(`forecast/${LONDON.id}?days=2`)
    expect(status).toBe(200)
    expect(body).toEqual({
      city: expect.objectContaining({ id: LONDON.id, timezone: 'Europe/London' }),
      days: [
        expect.objectContaining({ date: '2026-11-22' }),
        {
          date: '2026-11-23',
          starts_at: '2026-11-23T00:00:00.000Z',
          partial: false,
          temperature_max: 7,
          temperature_min: 2,
          precipitation: 25.4,
          precipitation_probability: 0.35,
          wind_speed_max: 36,
          wind_gust_max: null,
          uv_index_max: 0.7,
          condition: 'rain',
          intensity: 'light',
          sunrise: '2026-11-23T07:30:00.000Z',
          sunset: null,
        },
      ],
      units: {
        temperature_max: '°C',
        temperature_min: '°C',
        precipitation: 'mm',
        precipitation_probability: '1',
        wind_speed_max: 'km/h',
        wind_gust_max: 'km/h',
      },
      valid_at: '2026-11-22T00:00:00.000Z',
      fetched_at: '2026-11-22T09:30:00.000Z',
      confirmed_at: '2026-11-22T09:30:00.000Z',
      age_seconds: 3600,
      valid_age_seconds: 37_800,
      freshness: 'very_fresh',
      stale: false,
      run_id: 'run-1',
      source: expect.objectContaining({ provider: 'met-norway', name: 'MET Norway' }),
      basis: 'forecast',
      derived: ['temperature_max', 'temperature_min'],
      served_from: 'database',
    })
  })

  it('S29: gives five days where none are asked for, by id and by name', async () => {
    for (const path of [`forecast/${LONDON.id}/`, 'forecast?city=london&country=GB']) {
      expect(dates((await read(path)).body)).toEqual(DATES.slice(1))
    }
    expect(dates((await read(`forecast/${LONDON.id}?days=16`)).body)).toEqual(DATES.slice(1))
    for (const days of ['0', '17', '2.5', 'all']) {
      expect((await read(`forecast/${LONDON.id}?days=${days}`)).status).toBe(400)
    }
  })

  it('begins with the local day of the city, where UTC is a day ahead', async () => {
    api.clock.now = new Date('2026-11-23T03:00:00Z')
    const { body } = await read(`forecast/${LONDON_ONTARIO.id}?days=1`)
    expect(body).toMatchObject({ valid_at: '2026-11-22T05:00:00.000Z' })
    expect(dates(body)).toEqual(['2026-11-22'])
  })

  it('is served and marked when it is old, and not there when its days have passed', async () => {
    api.clock.now = new Date('2026-11-24T12:00:00Z')
    const old = await read(`forecast/${LONDON.id}`)
    expect(old.body).toMatchObject({ stale: true, freshness: 'very_stale' })
    expect(dates(old.body)).toEqual(DATES.slice(3))
    api.clock.now = new Date('2026-11-28T12:00:00Z')
    expect(await read(`forecast/${LONDON.id}`)).toMatchObject({
      status: 404,
      body: { kind: 'no-data-yet' },
    })
  })

  it('is that of the answer confirmed last, without days of older ones', async () => {
    const earlier = new Date('2026-11-22T06:00:00Z')
    await storeReading(database.db, REYKJAVIK.id, {
      forecast: forecastOf(
        earlier,
        DATES.slice(1).map((date) => forecastDay(date, 1)),
      ),
    })
    const other = {
      ...forecastOf(FETCHED, [forecastDay('2026-11-22', 2)]),
      provider: 'nws' as const,
    }
    await storeReading(database.db, REYKJAVIK.id, { forecast: other })
    const { body } = await read(`forecast/${REYKJAVIK.id}`)
    expect(body).toMatchObject({ source: { provider: 'nws' } })
    expect(dates(body)).toEqual(['2026-11-22'])
  })

  it('that was kept is served while the database is away', async () => {
    const { cache, clock } = api
    const entries = createForecastCache(cache, 3600)
    const counter = {
      countRead() {},
      countCacheUse() {},
      flush: async () => {},
      close: async () => {},
    }
    const away = openDatabase({ url: 'postgres://127.0.0.1:1/none', poolSize: 1 })
    const shared = { kind: 'forecast', entries, counter, now: () => clock.now } as const
    const load = (db: typeof away.db) => (ids: readonly number[]) =>
      latestForecastsOf(db, ids, '2026-11-22')
    await createCopyReader({ ...shared, load: load(database.db) }).read([LONDON.id])
    clock.now = new Date(clock.now.getTime() + 120_000)
    const reader = createCopyReader({ ...shared, load: load(away.db) })
    expect((await reader.read([LONDON.id])).get(LONDON.id)).toMatchObject({ from: 'cache' })
    await expect(reader.read([LONDON.id, LONDON_ONTARIO.id])).rejects.toThrow()
    await away.close()
  })
})

describe('air quality', () => {
  it('S29: gives the newest concentrations and indices, with age, units and source', async () => {
    const { status, body } = await read(`air-quality/${LONDON.id}`)
    expect(status).toBe(200)
    expect(body).toEqual({
      city: expect.objectContaining({ id: LONDON.id }),
      air_quality: {
        pm2_5: 6.1,
        pm10: 12.5,
        carbon_monoxide: 201,
        nitrogen_dioxide: 18.4,
        sulphur_dioxide: null,
        ozone: 55,
        ammonia: null,
      },
      indices: {
        european_aqi: 32,
        us_aqi: 41,
        us_epa_band: null,
        gb_defra: null,
        openweathermap: null,
      },
      units: Object.fromEntries(
        [
          'pm2_5',
          'pm10',
          'carbon_monoxide',
          'nitrogen_dioxide',
          'sulphur_dioxide',
          'ozone',
          'ammonia',
        ].map((name) => [name, 'µg/m³']),
      ),
      valid_at: '2026-11-22T09:00:00.000Z',
      fetched_at: '2026-11-22T09:30:00.000Z',
      confirmed_at: '2026-11-22T09:30:00.000Z',
      age_seconds: 3600,
      valid_age_seconds: 5400,
      freshness: 'fresh',
      stale: false,
      run_id: 'run-1',
      source: expect.objectContaining({ provider: 'open-meteo' }),
      basis: 'forecast',
      derived: [],
      served_from: 'database',
    })
  })

  it('S29: by name and in the demo, and none is a problem', async () => {
    const { body } = await read('air-quality?city=London,%20GB', demo)
    expect(body).toMatchObject({
      simulated: true,
      source: { provider: 'open-meteo', attribution: { text: 'Simulated data' } },
    })
    await api.cache.clear('')
    // Another second for each: within one an answer is given again as it was.
    for (const [seconds, from] of [
      [1, 'database'],
      [2, 'cache'],
    ] as const) {
      api.clock.now = new Date(NOW.getTime() + seconds * 1000)
      expect((await read(`air-quality/${LONDON.id}`)).body).toMatchObject({ served_from: from })
    }
    for (const [path, kind] of [
      [`air-quality/${REYKJAVIK.id}`, 'no-data-yet'],
      ['air-quality/1', 'unknown-city'],
      ['air-quality?city=Atlantis', 'unknown-city'],
    ] as const) {
      expect(await read(path)).toMatchObject({ status: 404, body: { kind } })
    }
  })
})
