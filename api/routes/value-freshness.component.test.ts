import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KEY_PREFIX } from '../../cache/keys.ts'
import { NOW } from '../../test/support/api/test-api.ts'
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
const api = withTestApi({ database })
const demo = withTestApi({ database, settings: { mode: 'demo' } })

const FETCHED = new Date('2026-11-22T10:20:00Z')
const CURRENT = `current/${LONDON.id}`

const read = async (path: string, headers: Record<string, string> = {}) => {
  const {
    statusCode,
    headers: sent,
    body,
  } = await api.app.inject({
    url: `/api/weather/${path}`,
    headers,
  })
  return { status: statusCode, etag: String(sent.etag), headers: sent, body }
}
const after = (seconds: number): void => {
  api.clock.now = new Date(NOW.getTime() + seconds * 1000)
}

beforeAll(async () => {
  await storeConditions(database.db, LONDON.id, FETCHED)
  await storeConditions(database.db, REYKJAVIK.id, FETCHED)
  await storeReading(database.db, LONDON.id, {
    forecast: forecastOf(FETCHED, [forecastDay('2026-11-22', 8), forecastDay('2026-11-23', 9)]),
    airQuality: airQualityAt(FETCHED, FETCHED),
  })
})

beforeEach(async () => {
  api.clock.now = NOW
  await api.cache.clear(KEY_PREFIX)
})

const BOTH = `${LONDON.id},${REYKJAVIK.id}`
const VALUES = [
  [CURRENT, 300],
  ['current?city=London,%20GB', 300],
  [`forecast/${LONDON.id}`, 10_200],
  [`air-quality/${LONDON.id}`, 3_000],
  [`multiple?cities=${BOTH}`, 300],
  [`compare?cities=${BOTH}`, 300],
] as const

describe('stored values over HTTP', () => {
  it.each(VALUES)('%s holds until it is due, and is not sent twice', async (path, left) => {
    const first = await read(path)
    expect(first.status).toBe(200)
    expect(first.headers).toMatchObject({
      'cache-control': `public, max-age=${left}, stale-while-revalidate=60`,
      'last-modified': 'Sun, 22 Nov 2026 10:20:00 GMT',
      vary: 'Authorization',
    })
    after(7)
    const again = await read(path, { 'if-none-match': `"other", ${first.etag}` })
    expect([again.status, again.body, again.etag]).toEqual([304, '', first.etag])
    expect(again.headers).toMatchObject({
      'cache-control': `public, max-age=${left - 7}, stale-while-revalidate=60`,
    })
    const since = await read(path, { 'if-modified-since': 'Sun, 22 Nov 2026 10:20:00 GMT' })
    expect(since.status).toBe(304)
  })

  it('are sent where the client has others, another date or other units', async () => {
    const { etag } = await read(CURRENT)
    const date = 'Sun, 22 Nov 2026 10:20:00 GMT'
    for (const [path, headers] of [
      [CURRENT, { 'if-none-match': 'W/"other"', 'if-modified-since': date }],
      [CURRENT, { 'if-modified-since': 'Sun, 22 Nov 2026 10:19:59 GMT' }],
      [CURRENT, { 'if-modified-since': 'yesterday' }],
      [`${CURRENT}?units=si`, { 'if-none-match': etag }],
      [`current/${REYKJAVIK.id}`, { 'if-none-match': etag }],
    ] as const) {
      expect((await read(path, headers)).status, `${path} ${JSON.stringify(headers)}`).toBe(200)
    }
    expect((await read(CURRENT, { 'if-none-match': '*' })).status).toBe(304)
  })

  it('change their tag when they are confirmed, corrected or judged otherwise, and with no second', async () => {
    const { etag } = await read(CURRENT)
    after(299)
    expect((await read(CURRENT)).etag).toBe(etag)
    after(300)
    const due = await read(CURRENT, { 'if-none-match': etag })
    expect([due.status, JSON.parse(due.body)]).toMatchObject([200, { freshness: 'fresh' }])
    expect(due.headers).toMatchObject({
      'cache-control': 'public, max-age=0, stale-while-revalidate=60',
      'last-modified': 'Sun, 22 Nov 2026 10:35:00 GMT',
    })
    after(1201)
    const stale = await read(CURRENT, { 'if-modified-since': String(due.headers['last-modified']) })
    expect([stale.status, JSON.parse(stale.body)]).toMatchObject([
      200,
      { freshness: 'stale', stale: true },
    ])
    expect([etag, due.etag]).not.toContain(stale.etag)
    expect(stale.headers['last-modified']).toBe('Sun, 22 Nov 2026 10:50:00 GMT')
    after(6601)
    const old = await read(CURRENT, { 'if-none-match': stale.etag })
    expect([old.status, JSON.parse(old.body)]).toMatchObject([200, { freshness: 'very_stale' }])
    await storeConditions(database.db, LONDON.id, api.clock.now, 9.1)
    const fresh = await read(CURRENT, { 'if-none-match': stale.etag })
    expect([fresh.status, fresh.etag]).not.toEqual([304, etag])
  })

  it('that credentials were sent for are kept by no one but its bearer', async () => {
    const { headers } = await read(CURRENT, { authorization: 'Basic b2Y6c29tZWJvZHk=' })
    expect(headers['cache-control']).toMatch(/^private, max-age=\d+/)
  })
})

describe('E14', () => {
  const REQUIRED = [
    'valid_at',
    'fetched_at',
    'confirmed_at',
    'age_seconds',
    'valid_age_seconds',
    'freshness',
    'stale',
    'run_id',
    'source',
    'basis',
    'derived',
    'served_from',
  ]

  it('E14: every value says its ages, source, its link and licence, basis and units', async () => {
    for (const server of [api, demo]) {
      for (const [path] of VALUES) {
        const body = (await server.app.inject(`/api/weather/${path}`)).json<{
          units: object
          cities?: object[]
        }>()
        expect(Object.keys(body.units).length, path).toBeGreaterThan(0)
        for (const value of body.cities ?? [body]) {
          const said = value as Record<string, unknown>
          for (const name of REQUIRED) expect(said[name] ?? null, `${path}: ${name}`).not.toBeNull()
          expect(said['source']).toMatchObject({
            provider: expect.any(String),
            attribution: {
              text: expect.any(String),
              url: server === api ? expect.stringMatching(/^https:\/\//) : null,
              licence: server === api ? expect.any(String) : null,
            },
          })
        }
      }
    }
  })
})

describe('units', () => {
  it.each([
    ['metric', { temperature: 8.4, pressure: 1012.3, wind_speed: 18.2, visibility: null }, '°C'],
    ['imperial', { temperature: 47.1, pressure: 29.89, wind_speed: 11.3, visibility: null }, '°F'],
    ['si', { temperature: 281.55, pressure: 101_230, wind_speed: 5.06, visibility: null }, 'K'],
  ])('S29: %s are converted at the edge and named', async (units, conditions, temperature) => {
    const { body } = await read(`current/${REYKJAVIK.id}?units=${units}`)
    expect(JSON.parse(body)).toMatchObject({ conditions, units: { temperature } })
  })

  it('S29: also convert forecasts, and other systems are refused', async () => {
    const { body } = await read(`forecast/${LONDON.id}?units=imperial&days=1`)
    expect(JSON.parse(body)).toMatchObject({
      days: [
        {
          temperature_max: 46.4,
          temperature_min: 37.4,
          precipitation: 1,
          wind_speed_max: 22.4,
          wind_gust_max: null,
        },
      ],
      units: { temperature_max: '°F', precipitation: 'in', precipitation_probability: '1' },
    })
    expect((await read(`${CURRENT}?units=kelvin`)).status).toBe(400)
  })
})
