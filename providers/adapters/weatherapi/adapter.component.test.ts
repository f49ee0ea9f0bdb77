import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Place } from '../../../domain/city/city.ts'
import type { PlaceReading } from '../../../domain/provider/provider.ts'
import { PRODUCTS, type Product } from '../../../domain/weather/product.ts'
import { createHttpClient, type HttpClient } from '../../http-client.ts'
import { createWeatherApi } from './adapter.ts'
import { toAirQuality } from './air-quality.ts'
import { toConditions } from './conditions.ts'
import { toForecast } from './forecast.ts'
import { skyOf } from './sky.ts'
import { parseAir, parseCurrent, parseForecast } from './wire.ts'
import {
  outcomeOf,
  startProviderStub,
  verdictOf,
  type StubAnswer,
} from '../../../test/support/providers/provider-stub.ts'

const KEY = 'a-secret-key'
const LONDON: Place = {
  id: 2643743,
  latitude: 51.50853,
  longitude: -0.12574,
  timeZone: 'Europe/London',
  countryCode: 'GB',
}

interface Recording {
  readonly current: Record<string, unknown>
  readonly forecast: { readonly forecastday: readonly Record<string, unknown>[] }
}

const recorded = (name: string): Recording =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')) as Recording

const WITHOUT_AIR = recorded('forecast-1-day-london')
const NIGHT = new Date('2023-04-28T01:25:56Z')
const WITH_AIR = recorded('forecast-1-day-aqi-no-location')
const NOON = new Date('2021-08-28T10:40:00Z')
const [FIRST_DAY] = WITH_AIR.forecast.forecastday

describe('the mapping of current weather', () => {
  it('takes the values as they are and the sun of the local day', () => {
    expect(toConditions(parseCurrent(WITHOUT_AIR), LONDON, NIGHT)).toEqual({
      provider: 'weatherapi',
      fetchedAt: NIGHT,
      validAt: new Date('2023-04-28T01:15:00Z'),
      basis: 'analysis',
      temperatureC: 11,
      apparentTemperatureC: 9.8,
      relativeHumidityPct: 100,
      pressureMslHpa: 1007,
      visibilityKm: 3.8,
      uvIndex: 1,
      windSpeedKmh: 6.1,
      windGustKmh: 16.9,
      windDirectionDeg: 170,
      cloudCoverPct: 100,
      precipitationMm: 0,
      precipitationWindowMinutes: null,
      condition: 'overcast',
      intensity: null,
      isDay: false,
      sunriseAt: new Date('2023-04-28T04:39:00Z'),
      sunsetAt: new Date('2023-04-28T19:18:00Z'),
      derived: [],
    })
  })

  it.each([
    [1000, 'clear', null],
    [1063, 'rain_showers', 'light'],
    [1117, 'snow', 'heavy'],
    [1147, 'fog', null],
    [1189, 'rain', 'moderate'],
    [1201, 'freezing_rain', 'heavy'],
    [1237, 'ice_pellets', 'moderate'],
    [1276, 'thunderstorm', 'moderate'],
    [4711, 'unknown', null],
  ])('reads condition code %i as %s (%s)', (code, condition, intensity) => {
    expect(skyOf(code)).toEqual({ condition, intensity })
  })
})

describe('the mapping of the forecast', () => {
  it('takes each day with the larger chance of rain and snow', () => {
    const { days, derived } = toForecast(parseForecast(WITHOUT_AIR), LONDON, NIGHT)
    expect(days).toEqual([
      {
        date: '2023-04-28',
        temperatureMaxC: 17.6,
        temperatureMinC: 10.6,
        precipitationMm: 0.4,
        precipitationProbability: 0.89,
        windSpeedMaxKmh: 22.7,
        windGustMaxKmh: 25.9,
        uvIndexMax: 3,
        condition: 'rain_showers',
        intensity: 'light',
        sunriseAt: new Date('2023-04-28T04:39:00Z'),
        sunsetAt: new Date('2023-04-28T19:18:00Z'),
        partial: false,
      },
    ])
    expect(derived).toEqual(['precipitationProbability', 'windGustMaxKmh'])
  })

  it('falls back to the zone of the city where theirs is missing or not known here', () => {
    const paris = { timeZone: 'Europe/Paris' }
    const sunOf = (body: object) =>
      toForecast(parseForecast(body), paris, NOON).days[0]?.sunriseAt?.toISOString()
    expect(sunOf(WITH_AIR)).toBe('2021-08-28T04:07:00.000Z')
    expect(sunOf({ ...WITH_AIR, location: { tz_id: 'Mars/Olympus' } })).toBe(
      '2021-08-28T04:07:00.000Z',
    )
    expect(sunOf({ ...WITH_AIR, location: { tz_id: 'Europe/London' } })).toBe(
      '2021-08-28T05:07:00.000Z',
    )
  })
})

describe('the mapping of air quality', () => {
  it('removes the noise of 32-bit floats and keeps both indices by scale', () => {
    expect(toAirQuality(parseAir(WITH_AIR), NOON)).toEqual({
      provider: 'weatherapi',
      fetchedAt: NOON,
      validAt: new Date('2021-08-28T10:30:00Z'),
      basis: 'analysis',
      pm2_5: 4,
      pm10: 8.2,
      carbonMonoxide: 317.1,
      nitrogenDioxide: 7.3,
      sulphurDioxide: 2.9,
      ozone: 40.4,
      ammonia: null,
      indices: { 'us-epa-band': 1, 'gb-defra': 1 },
    })
  })
})

describe('requests', () => {
  const weatherApi = createWeatherApi({ http: unusedHttp(), apiKey: KEY })
  const base = 'https://api.weatherapi.com/v1'
  const at = 'q=51.5085,-0.1257'
  const cases: [Product[], string][] = [
    [[...PRODUCTS], `${base}/forecast.json?${at}&days=3&aqi=yes&alerts=no`],
    [['conditions', 'forecast'], `${base}/forecast.json?${at}&days=3&aqi=no&alerts=no`],
    [['conditions'], `${base}/current.json?${at}&aqi=no`],
    [['conditions', 'air-quality'], `${base}/current.json?${at}&aqi=yes`],
    [['air-quality'], `${base}/current.json?${at}&aqi=yes`],
  ]
  it.each(cases)('carry %j in one', (products, url) => {
    const requests = weatherApi.price([{ place: LONDON, products }])
    expect(requests).toEqual([{ url, weight: 1, places: [LONDON], products }])
    expect(JSON.stringify(requests)).not.toContain(KEY)
  })

  it('stay out where nothing is asked', () => {
    expect(weatherApi.price([{ place: LONDON, products: [] }])).toEqual([])
  })
})

describe('sending', () => {
  const opened: { close(): Promise<void> }[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((part) => part.close()))
  })

  async function ask(
    answer: StubAnswer,
    products: readonly Product[] = ['conditions'],
    now = NOON,
  ) {
    const stub = await startProviderStub(() => answer)
    const http = createHttpClient({ userAgent: 'weather247-test', callTimeoutMs: 1_000 })
    opened.push(stub, http)
    const provider = createWeatherApi({ http, baseUrl: stub.baseUrl, apiKey: KEY })
    const [request] = provider.price([{ place: LONDON, products }])
    return { outcome: await outcomeOf(provider, request!, now), seen: stub.seen }
  }

  const readingIn = ({ outcome }: Awaited<ReturnType<typeof ask>>) =>
    outcome.thrown || outcome.answer?.kind !== 'reading' ? undefined : outcome.answer.reading

  it('answers all products with one call and hands the key to the provider alone', async () => {
    const asked = await ask({ body: WITH_AIR }, PRODUCTS)
    expect(Object.keys(readingIn(asked) ?? {})).toEqual(['conditions', 'forecast', 'airQuality'])
    expect(asked.seen.map(({ url }) => url)).toEqual([
      `/v1/forecast.json?q=51.5085,-0.1257&days=3&aqi=yes&alerts=no&key=${KEY}`,
    ])
  })

  it('answers with nothing that was not asked for', async () => {
    expect(Object.keys(readingIn(await ask({ body: WITH_AIR })) ?? {})).toEqual(['conditions'])
  })

  it('leaves air quality out where the plan does not have it', async () => {
    const asked = await ask({ body: WITHOUT_AIR }, PRODUCTS, NIGHT)
    expect(Object.keys(readingIn(asked) ?? {})).toEqual(['conditions', 'forecast'])
  })

  it('fails for air quality alone without giving up the place', async () => {
    const { outcome } = await ask({ body: WITHOUT_AIR }, ['air-quality'], NIGHT)
    expect(verdictOf(outcome)).toBe('place not-covered')
    expect(outcome.thrown ?? outcome.answer).not.toHaveProperty('memory')
  })

  it('keeps the forecast when the current weather is old', async () => {
    const later = new Date('2021-08-28T16:00:00Z')
    const asked = await ask({ body: WITH_AIR }, PRODUCTS, later)
    expect(Object.keys(readingIn(asked) ?? {})).toEqual(['forecast'])
  })

  const code = (status: number, number: number): StubAnswer => ({
    status,
    body: { error: { code: number, message: 'said by them' } },
  })
  const warm = (change: object): StubAnswer => ({
    body: { ...WITH_AIR, current: { ...WITH_AIR.current, ...change } },
  })
  const errors: [string, StubAnswer, string, Product?, Date?][] = [
    ['no answer', { fault: 'hang' }, 'provider timeout'],
    ['a closed connection', { fault: 'cut' }, 'provider network'],
    ['code 1002', code(401, 1002), 'provider unauthorized'],
    ['code 2006', code(401, 2006), 'provider unauthorized'],
    ['code 2008', code(403, 2008), 'provider unauthorized'],
    ['code 2009', code(403, 2009), 'provider unauthorized'],
    ['code 2007', code(403, 2007), 'provider rate-limited'],
    ['a throttle on the way', { status: 429, body: 'slow down' }, 'provider rate-limited'],
    ['code 9999', code(400, 9999), 'provider unavailable'],
    ['a failure of theirs', { status: 503, body: '' }, 'provider unavailable'],
    ['code 1003', code(400, 1003), 'provider rejected'],
    ['code 1005', code(400, 1005), 'provider rejected'],
    ['code 9000', code(400, 9000), 'provider rejected'],
    ['code 9001', code(400, 9001), 'provider rejected'],
    ['an unknown code', code(400, 4242), 'provider rejected'],
    ['code 1002 with 200', code(200, 1002), 'provider unauthorized'],
    ['code 2006 with 200', code(200, 2006), 'provider unauthorized', 'forecast'],
    ['code 2007 with 200', code(200, 2007), 'provider rate-limited'],
    ['code 2009 with 200', code(200, 2009), 'provider unauthorized', 'air-quality'],
    ['code 1006 with 200', code(200, 1006), 'place not-covered'],
    ['code 1005 with 200', code(200, 1005), 'provider rejected'],
    ['code 9999 with 200', code(200, 9999), 'provider unavailable', 'forecast'],
    ['an unknown code with 200', code(200, 4242), 'provider rejected'],
    [
      'a code as text with 200',
      { body: { error: { code: '2007', message: 'said by them' } } },
      'provider rate-limited',
    ],
    ['an error without a code with 200', { body: { error: {} } }, 'provider unavailable'],
    ['an empty code with 200', { body: { error: { code: '' } } }, 'provider unavailable'],
    ['a code of words with 200', { body: { error: { code: 'none' } } }, 'provider unavailable'],
    ['an error of text with 200', { body: { error: 'text' } }, 'provider unavailable'],
    ['a true error with 200', { body: { error: true } }, 'provider unavailable'],
    ['a page with 200', { body: '<!doctype html><p>Back soon' }, 'provider unavailable'],
    ['an unknown page', { status: 404, body: 'gone' }, 'place not-found'],
    ['code 1006', code(400, 1006), 'place not-covered'],
    ['text', { body: 'maintenance' }, 'provider not-json'],
    ['a wrong type', warm({ temp_c: '18' }), 'provider schema-mismatch'],
    ['no current weather', { body: { current: null } }, 'place place-missing'],
    ['no forecast', { body: { forecast: null } }, 'place place-missing', 'forecast'],
    ['no name of the current weather', { body: { location: {} } }, 'provider schema-mismatch'],
    ['no name of a forecast', { body: { location: {} } }, 'provider schema-mismatch', 'forecast'],
    ['no temperature', warm({ temp_c: null }), 'place place-missing'],
    ['an impossible value', warm({ temp_c: 91 }), 'place out-of-range'],
    [
      'a time ahead of ours',
      { body: WITH_AIR },
      'place from-the-future',
      'conditions',
      new Date('2021-08-28T10:20:00Z'),
    ],
    [
      'an old value',
      { body: WITH_AIR },
      'place stale',
      'conditions',
      new Date('2021-08-28T12:31:00Z'),
    ],
  ]
  it.each(errors)(
    'makes %s a failure of its kind',
    async (_title, answer, verdict, product, now) => {
      const { outcome } = await ask(answer, product && [product], now)
      expect(verdictOf(outcome)).toBe(verdict)
      expect(JSON.stringify(outcome)).not.toContain(KEY)
      expect(String(outcome.thrown)).not.toContain(KEY)
    },
  )

  it('waits for the next calendar month once the quota is used up', async () => {
    const { outcome } = await ask(code(403, 2007), ['conditions'], new Date('2026-11-29T00:00:00Z'))
    expect(outcome.thrown).toMatchObject({ status: 403, retryAfterMs: 2 * 24 * 60 * 60 * 1000 })
  })

  it.each([400, 200])('leaves a place they do not know alone for a week (%i)', async (status) => {
    const { outcome } = await ask(code(status, 1006))
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      kind: 'failed',
      memory: { notCoveredUntil: '2021-09-04T10:40:00.000Z' },
    })
  })

  it.each([
    ['an array', []],
    ['a text', 'none'],
    ['a number', 7],
    ['a list of numbers', [1, 2]],
  ])('keeps weather and forecast when air quality is %s', async (_, air) => {
    const { outcome } = await ask(warm({ air_quality: air }), PRODUCTS)
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      kind: 'reading',
      reading: { conditions: { provider: 'weatherapi' }, forecast: { provider: 'weatherapi' } },
      missing: [{ products: ['air-quality'], error: { kind: 'schema-mismatch' } }],
    })
  })

  it.each([
    ['current weather', { current: [] }, 'conditions'],
    ['current weather without its time', { current: { temp_c: 4 } }, 'conditions'],
    ['the forecast', { forecast: 'sunny' }, 'forecast'],
    ['a day of the forecast', { forecast: { forecastday: [null] } }, 'forecast'],
    [
      'a day that does not exist',
      { forecast: { forecastday: [{ ...FIRST_DAY, date: '2027-02-29' }] } },
      'forecast',
    ],
  ])('loses no other product when %s cannot be read', async (_, change, product) => {
    const { outcome } = await ask({ body: { ...WITH_AIR, ...change } }, ['conditions', 'forecast'])
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      kind: 'reading',
      missing: [{ products: [product] }],
    })
  })

  it.each([
    ['null', null],
    ['one without its values', { date: '2021-08-29' }],
    ['one without a date', { ...FIRST_DAY, date: undefined }],
    ['text', 'sunny'],
  ])('keeps the other days and today’s sun when a day is %s', async (_, bad) => {
    const body = { ...WITH_AIR, forecast: { forecastday: [FIRST_DAY, bad] } }
    const { outcome } = await ask({ body }, ['conditions', 'forecast'])
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      reading: {
        conditions: { sunriseAt: expect.any(Date) as Date },
        forecast: { days: [{ date: '2021-08-28', temperatureMaxC: 20.5 }] },
      },
      missing: [],
    })
  })

  it.each([
    ['no condition', { condition: undefined }, []],
    ['a condition that is null', { condition: null }, ['/current/condition']],
    ['a condition without its code', { condition: { text: 'Sunny' } }, ['/current/condition/code']],
    ['a code as text', { condition: { code: '1000' } }, ['/current/condition/code']],
    ['a condition of a wrong type', { condition: 'Sunny' }, ['/current/condition']],
  ])('reads the rest with %s', async (_, change, noted) => {
    const { outcome } = await ask(warm(change))
    const answer = outcome.thrown ?? outcome.answer
    expect(answer).toMatchObject({ reading: { conditions: { temperatureC: 18, condition: null } } })
    const { discarded = [] } = answer as PlaceReading
    expect(discarded.map(({ field }) => field)).toEqual(noted)
  })

  it.each([4711, -1, 1000.5])('counts the code %d, which it does not know', async (code) => {
    const day = { ...(FIRST_DAY?.['day'] as object), condition: { code } }
    const forecast = { forecastday: [{ ...FIRST_DAY, day }] }
    const body = { ...WITH_AIR, current: { ...WITH_AIR.current, condition: { code } }, forecast }
    const { outcome } = await ask({ body }, ['conditions', 'forecast'])
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      reading: {
        conditions: { condition: 'unknown' },
        forecast: { days: [{ condition: 'unknown' }] },
      },
      discarded: [
        { field: '/current/condition/code', kind: 'unknown-code' },
        { field: '/forecast/2021-08-28/condition/code', kind: 'unknown-code' },
      ],
    })
  })

  it.each([
    ['co', 'carbonMonoxide', -9999],
    ['so2', 'sulphurDioxide', -9999],
    ['pm10', 'pm10', 'n/a'],
    ['o3', 'ozone', null],
  ])('loses no other gas when %s is bad', async (gas, ours, value) => {
    const air = { ...(WITH_AIR.current['air_quality'] as object), [gas]: value }
    const { outcome } = await ask(warm({ air_quality: air }), ['air-quality'])
    const { reading } = (outcome.thrown ?? outcome.answer) as PlaceReading
    const lost = Object.entries(reading.airQuality ?? {}).filter(([, kept]) => kept === null)
    expect(lost.map(([name]) => name).sort()).toEqual(['ammonia', ours].sort())
  })

  it.each([
    ['uv', 999, 'uvIndex'],
    ['humidity', -5, 'relativeHumidityPct'],
    ['gust_kph', 1e9, 'windGustKmh'],
    ['cloud', 'NaN', 'cloudCoverPct'],
  ])('leaves out a %s of %s with the reason', async (field, value, ours) => {
    const { outcome } = await ask(warm({ [field]: value }))
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      reading: { conditions: { provider: 'weatherapi', [ours]: null } },
      discarded: [{ field: expect.stringMatching(new RegExp(`${field}|${ours}`)) as string }],
    })
  })

  it('says by the sun what an is_day of 2 does not', async () => {
    const { outcome } = await ask(warm({ is_day: 2 }))
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      reading: { conditions: { isDay: true, derived: ['isDay'] } },
      discarded: [{ field: '/current/is_day' }],
    })
  })

  it('names the first field of a wrong type', async () => {
    const { outcome } = await ask(warm({ temp_c: '18' }))
    expect(outcome.thrown?.message).toContain('/current/temp_c')
  })
})

function unusedHttp(): HttpClient {
  return {
    getJson: () => Promise.reject(new Error('pricing sends nothing')),
    getFile: () => Promise.reject(new Error('pricing sends nothing')),
    close: () => Promise.resolve(),
  }
}
