import { beforeAll, expect, test } from 'vitest'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import type { Conditions } from '../../domain/weather/reading.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const live = withTestApi({ database })
const demo = withTestApi({ database, settings: { mode: 'demo' } })

const READING: Conditions = {
  provider: 'met-norway',
  fetchedAt: new Date('2026-11-22T10:20:00Z'),
  validAt: new Date('2026-11-22T10:00:00Z'),
  basis: 'forecast',
  temperatureC: 8.4,
  apparentTemperatureC: 5.1,
  relativeHumidityPct: 81,
  pressureMslHpa: 1012.3,
  visibilityKm: null,
  uvIndex: 0.4,
  windSpeedKmh: 18.2,
  windGustKmh: null,
  windDirectionDeg: 240,
  cloudCoverPct: 90,
  precipitationMm: 0,
  precipitationWindowMinutes: 60,
  condition: 'overcast',
  intensity: null,
  isDay: true,
  sunriseAt: new Date('2026-11-22T07:30:00Z'),
  sunsetAt: null,
  derived: ['apparentTemperatureC'],
}

const store = (cityId: number, conditions: Conditions) =>
  saveRefreshes(database.db, [
    {
      cityId,
      runId: 'run-1',
      at: conditions.fetchedAt,
      outcome: 'ok',
      provider: conditions.provider,
      reading: { conditions },
      unchanged: [],
      attempts: [],
      memories: {},
    },
  ])

beforeAll(async () => {
  await store(LONDON.id, READING)
})

const EXPECTED = {
  city: {
    id: 2643743,
    name: 'London',
    country: 'GB',
    latitude: 51.50853,
    longitude: -0.12574,
    timezone: 'Europe/London',
    population: 8961989,
  },
  conditions: {
    temperature: 8.4,
    feels_like: 5.1,
    humidity: 81,
    pressure: 1012.3,
    visibility: null,
    uv_index: 0.4,
    wind_speed: 18.2,
    wind_gust: null,
    wind_direction: 240,
    cloudiness: 90,
    precipitation: 0,
    precipitation_window_minutes: 60,
    condition: 'overcast',
    intensity: null,
    is_day: true,
    sunrise: '2026-11-22T07:30:00.000Z',
    sunset: null,
  },
  flags: [],
  units: {
    temperature: '°C',
    feels_like: '°C',
    humidity: '%',
    pressure: 'hPa',
    visibility: 'km',
    wind_speed: 'km/h',
    wind_gust: 'km/h',
    wind_direction: '°',
    cloudiness: '%',
    precipitation: 'mm',
  },
  valid_at: '2026-11-22T10:00:00.000Z',
  fetched_at: '2026-11-22T10:20:00.000Z',
  confirmed_at: '2026-11-22T10:20:00.000Z',
  age_seconds: 600,
  valid_age_seconds: 1800,
  freshness: 'very_fresh',
  stale: false,
  run_id: 'run-1',
  source: {
    provider: 'met-norway',
    name: 'MET Norway',
    attribution: {
      text: 'Data from MET Norway',
      url: 'https://api.met.no/',
      licence: 'CC BY 4.0 or NLOD 2.0',
    },
  },
  basis: 'forecast',
  derived: ['feels_like'],
  served_from: 'database',
}

test('S29: conditions come with their age, units and source: first stored, then cached', async () => {
  const first = await live.app.inject(`/api/weather/current/${LONDON.id}`)
  expect(first.statusCode).toBe(200)
  expect(first.headers).not.toHaveProperty('x-weather247-data')
  expect(first.json()).toEqual(EXPECTED)
  const second = await live.app.inject(`/api/weather/current/${LONDON.id}/`)
  expect(second.json()).toEqual({ ...EXPECTED, served_from: 'cache' })
})

test('S29: in the demo the provider is named but not credited, and header and body say simulated', async () => {
  const answer = await demo.app.inject(`/api/weather/current/${LONDON.id}`)
  expect(answer.headers['x-weather247-data']).toBe('simulated')
  expect(answer.json()).toEqual({
    ...EXPECTED,
    simulated: true,
    source: {
      provider: 'met-norway',
      name: 'MET Norway',
      attribution: { text: 'Simulated data', url: null, licence: null },
    },
  })
})

test('a name finds its city by country, in the query or after a comma', async () => {
  for (const query of ['city=london&country=gb', 'city=London,%20GB', `city=${LONDON.id}`]) {
    const answer = await live.app.inject(`/api/weather/current?${query}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({ city: { id: LONDON.id } })
  }
})

test('E18: a name that two cities have is a 409 that lists both', async () => {
  const answer = await live.app.inject('/api/weather/current/?city=London')
  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toEqual({
    type: 'urn:weather247:problem:ambiguous-city',
    title: 'Several cities have this name',
    status: 409,
    detail: 'Say which London is meant: add a country, or use an id.',
    instance: '/api/weather/current/',
    kind: 'ambiguous-city',
    candidates: [
      {
        id: 2643743,
        name: 'London',
        country: 'GB',
        latitude: 51.50853,
        longitude: -0.12574,
        population: 8961989,
      },
      {
        id: 6058560,
        name: 'London',
        country: 'CA',
        latitude: 42.98339,
        longitude: -81.23304,
        population: 422324,
      },
    ],
  })
})

test('an unknown city and one without data are distinguished', async () => {
  const unknown = await live.app.inject('/api/weather/current?city=Atlantis')
  expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { kind: 'unknown-city' }])
  const empty = await live.app.inject('/api/weather/current?city=reykjavik')
  expect([empty.statusCode, empty.json()]).toMatchObject([404, { kind: 'no-data-yet' }])
})

test('E13: an old value is served, marked as stale, and read from the database', async () => {
  const fetchedAt = new Date('2026-11-22T09:59:00Z')
  await store(REYKJAVIK.id, { ...READING, fetchedAt, validAt: fetchedAt })
  for (let read = 1; read <= 2; read++) {
    const answer = await live.app.inject(`/api/weather/current/${REYKJAVIK.id}`)
    expect(answer.json()).toMatchObject({
      age_seconds: 1860,
      freshness: 'stale',
      stale: true,
      served_from: 'database',
    })
  }
})
