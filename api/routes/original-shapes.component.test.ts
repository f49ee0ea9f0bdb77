import { beforeAll, describe, expect, it } from 'vitest'
import { valuePeriod } from '../../domain/weather/value-period.ts'
import { ORIGINAL_TYPE } from '../schemas/original.ts'
import { originalForecast } from '../views/original.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import {
  airQualityAt,
  forecastDay,
  forecastOf,
  storeReading,
} from '../../test/support/data/stored-readings.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const live = withTestApi({ database })
const demo = withTestApi({ database, settings: { mode: 'demo' } })

const FETCHED = new Date('2026-11-22T10:20:00Z')
const DATES = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25']

beforeAll(async () => {
  await storeConditions(database.db, LONDON.id, FETCHED, 8.4)
  await storeConditions(database.db, REYKJAVIK.id, FETCHED, -2.1)
  await storeReading(database.db, LONDON.id, {
    forecast: forecastOf(
      FETCHED,
      DATES.map((date, index) => forecastDay(date, 8 + index)),
    ),
    airQuality: { ...airQualityAt(FETCHED, FETCHED), indices: { openweathermap: 2 } },
  })
})

const read = async <Body = Record<string, unknown>>(path: string, from = live) => {
  const { statusCode, headers, body } = await from.app.inject(`/api/weather/${path}`)
  expect([statusCode, headers['content-type']]).toEqual([
    200,
    'application/json; profile="original"; charset=utf-8',
  ])
  return JSON.parse(body) as Body
}

const CITY = {
  id: LONDON.id,
  name: 'London',
  country: 'GB',
  latitude: 51.50853,
  longitude: -0.12574,
  timezone: 'Europe/London',
  is_active: true,
  created_at: null,
  updated_at: null,
}

const WEATHER = {
  id: null,
  city: CITY,
  temperature: 8.4,
  feels_like: null,
  humidity: 81,
  pressure: 1012.3,
  visibility: null,
  uv_index: null,
  wind_speed: 18.2,
  wind_direction: 240,
  weather_condition: 'Clouds',
  weather_description: 'overcast',
  weather_icon: '04d',
  cloudiness: 90,
  sunrise: null,
  sunset: null,
  data_source: 'open-meteo',
  timestamp: '2026-11-22T10:20:00.000Z',
  attribution: 'Weather data by Open-Meteo.com',
  stale: false,
}

describe('the original’s shapes', () => {
  it('S29: current is a row of weather, by name one of three parts', async () => {
    expect(await read(`current/${LONDON.id}/?compat=1`)).toEqual(WEATHER)
    expect(await read('current/?city=London&country=GB&compat=1')).toEqual({
      current: WEATHER,
      air_quality: await read(`air-quality/${LONDON.id}?compat=1`),
      forecast: await read(`forecast/${LONDON.id}?compat=1`),
    })
    expect(await read('current?city=Reykjavik&compat=1')).toMatchObject({
      air_quality: null,
      forecast: [],
    })
  })

  it('S29: forecast is a list of days', async () => {
    const days = await read<Record<string, unknown>[]>(`forecast/${LONDON.id}/?days=2&compat=1`)
    expect(days).toHaveLength(2)
    expect(days[1]).toEqual({
      id: null,
      city: CITY,
      forecast_date: '2026-11-23T00:00:00+00:00',
      temperature_min: 4,
      temperature_max: 9,
      temperature_avg: null,
      humidity: null,
      pressure: null,
      wind_speed: 36,
      wind_direction: null,
      weather_condition: 'Rain',
      weather_description: 'light rain',
      weather_icon: '10d',
      cloudiness: null,
      precipitation_probability: 0.35,
      precipitation_amount: 25.4,
      data_source: 'met-norway',
      created_at: '2026-11-22T10:20:00.000Z',
      attribution: 'Data from MET Norway',
      stale: false,
    })
  })

  it.each([
    ['Asia/Tokyo', '2026-11-23T00:00:00+09:00'],
    ['Pacific/Auckland', '2026-11-23T00:00:00+13:00'],
    ['America/Los_Angeles', '2026-11-23T00:00:00-08:00'],
  ])('S29: the date of a forecast is that of the city, in %s', (timeZone, date) => {
    const day = { ...forecastOf(FETCHED, [forecastDay('2026-11-23', 8)]), cityId: LONDON.id }
    const stored = { ...day, confirmedAt: FETCHED, runId: 'run-1' }
    const [row] = originalForecast({ ...LONDON, population: null, timeZone }, stored, 1, {
      now: FETCHED,
      mode: 'live',
      units: 'metric',
      periodOf: () => valuePeriod('forecast', 10_800, 0),
    })
    expect(row?.forecast_date).toBe(date)
  })

  it('S29: air quality is a row of concentrations', async () => {
    expect(await read(`air-quality/${LONDON.id}/?compat=1`)).toEqual({
      id: null,
      city: CITY,
      aqi: 2,
      co: 201,
      no: null,
      no2: 18.4,
      o3: 55,
      so2: null,
      pm2_5: 6.1,
      pm10: 12.5,
      nh3: null,
      data_source: 'open-meteo',
      timestamp: '2026-11-22T10:20:00.000Z',
      attribution: 'Weather data by Open-Meteo.com',
      stale: false,
    })
  })

  it('S29: multiple lists cities by name', async () => {
    const body = await read(`multiple/?cities=${LONDON.id},Atlantis&compat=1`)
    expect(body).toEqual({
      cities: [
        {
          city: 'London',
          current: WEATHER,
          air_quality: await read(`air-quality/${LONDON.id}?compat=1`),
        },
      ],
      unknown: ['Atlantis'],
      ambiguous: [],
    })
  })

  it('S29: compare has forecasts, air quality and insights', async () => {
    const body = await read(`compare/?cities=${LONDON.id},${REYKJAVIK.id}&compat=1`)
    expect(body).toMatchObject({
      cities: [
        {
          city: 'London',
          current: WEATHER,
          air_quality: { aqi: 2 },
          forecast_summary: { avg_temp: 6.5, conditions: ['Rain', 'Rain', 'Rain'] },
        },
        {
          city: 'Reykjavík',
          air_quality: null,
          forecast_summary: { avg_temp: null, conditions: [] },
        },
      ],
      insights: {
        warmest_city: 'London',
        coolest_city: 'Reykjavík',
        temperature_range: 10.5,
        average_temperature: 3.2,
      },
      comparison_time: '2026-11-22T10:30:00.000Z',
    })
  })

  it('say in the demo that they are simulated, each day of a list as well', async () => {
    const weather = await read(`current/${LONDON.id}?compat=1`, demo)
    expect(weather).toMatchObject({ simulated: true, attribution: 'Simulated data' })
    const days = await read<object[]>(`forecast/${LONDON.id}?compat=1`, demo)
    expect(days).toHaveLength(4)
    for (const day of days) expect(day).toMatchObject({ simulated: true })
  })

  it('have their own tag, and no other units', async () => {
    const tagOf = async (query: string) =>
      (await live.app.inject(`/api/weather/current/${LONDON.id}${query}`)).headers.etag
    expect(await tagOf('?compat=1')).not.toBe(await tagOf(''))
    expect(await tagOf('?compat=0')).toBe(await tagOf(''))
    const refused = await live.app.inject(`/api/weather/current/${LONDON.id}?compat=1&units=si`)
    expect([refused.statusCode, refused.json()]).toMatchObject([400, { kind: 'invalid-request' }])
  })
})

it('S29: the description has the original’s shape of each route that gives one', async () => {
  interface Operation {
    readonly parameters?: readonly { readonly name: string }[]
    readonly responses: Readonly<Record<string, { readonly content?: object }>>
  }
  const { paths } = (await live.app.inject('/docs/json')).json<{
    paths: Record<string, Record<string, Operation>>
  }>()
  const giving = Object.entries(paths).filter(([, { get }]) =>
    get?.parameters?.some(({ name }) => name === 'compat'),
  )
  expect(giving).toHaveLength(10)
  for (const [path, { get }] of giving) {
    expect(get?.responses['200']?.content, path).toHaveProperty([ORIGINAL_TYPE])
  }
})
