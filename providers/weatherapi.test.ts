import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Place } from '../domain/city.ts'
import { PRODUCTS, type Product } from '../domain/product.ts'
import { createHttpClient, type HttpClient } from './http.ts'
import { createWeatherApi } from './weatherapi.ts'
import { sunAt, toAirQuality, toConditions, toForecast } from './weatherapi/readings.ts'
import { skyOfCode } from './weatherapi/sky.ts'
import { parseWeather } from './weatherapi/wire.ts'
import {
  outcomeOf,
  startProviderStub,
  verdictOf,
  type StubAnswer,
} from '../test/support/provider-stub.ts'

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
  JSON.parse(
    readFileSync(new URL(`fixtures/weatherapi/${name}.json`, import.meta.url), 'utf8'),
  ) as Recording

const WITHOUT_AIR = recorded('forecast-1-day-london')
const NIGHT = new Date('2023-04-28T01:25:56Z')
const WITH_AIR = recorded('forecast-1-day-aqi-no-location')
const NOON = new Date('2021-08-28T10:40:00Z')

describe('the mapping of current weather', () => {
  it('takes the values as they are and the sun of the local day', () => {
    expect(toConditions(parseWeather(WITHOUT_AIR), LONDON, NIGHT)).toEqual({
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
    expect(skyOfCode(code)).toEqual({ condition, intensity })
  })
})

describe('the mapping of the forecast', () => {
  it('takes each day with the larger chance of rain and snow', () => {
    const { days, derived } = toForecast(parseWeather(WITHOUT_AIR), LONDON, NIGHT)
    expect(days).toEqual([
      {
        date: '2023-04-28',
        temperatureMaxC: 17.6,
        temperatureMinC: 10.6,
        precipitationMm: 0.4,
        precipitationProbability: 0.89,
        windSpeedMaxKmh: 22.7,
        windGustMaxKmh: null,
        uvIndexMax: 3,
        condition: 'rain_showers',
        intensity: 'light',
        sunriseAt: new Date('2023-04-28T04:39:00Z'),
        sunsetAt: new Date('2023-04-28T19:18:00Z'),
        partial: false,
      },
    ])
    expect(derived).toEqual(['precipitationProbability'])
  })

  it('falls back to the zone of the city where theirs is missing or not known here', () => {
    const paris = { timeZone: 'Europe/Paris' }
    const sunOf = (body: object) =>
      toForecast(parseWeather(body), paris, NOON).days[0]?.sunriseAt?.toISOString()
    expect(sunOf(WITH_AIR)).toBe('2021-08-28T04:07:00.000Z')
    expect(sunOf({ ...WITH_AIR, location: { tz_id: 'Mars/Olympus' } })).toBe(
      '2021-08-28T04:07:00.000Z',
    )
    expect(sunOf({ ...WITH_AIR, location: { tz_id: 'Europe/London' } })).toBe(
      '2021-08-28T05:07:00.000Z',
    )
  })

  it.each([
    ['12:05 AM', '2023-04-27T23:05:00.000Z'],
    ['12:05 PM', '2023-04-28T11:05:00.000Z'],
    ['08:18 PM', '2023-04-28T19:18:00.000Z'],
    ['No sunrise', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads the local time %s of the sun', (text, instant) => {
    expect(sunAt('2023-04-28', text, 'Europe/London')?.toISOString()).toBe(instant)
  })

  it.each([
    ['2026-03-29', '06:44 AM', 'Europe/Berlin', '2026-03-29T04:44:00.000Z'],
    ['2026-03-28', '05:59 AM', 'Europe/Berlin', '2026-03-28T04:59:00.000Z'],
    ['2026-11-01', '06:27 AM', 'America/New_York', '2026-11-01T11:27:00.000Z'],
    ['2026-11-22', '06:25 AM', 'Asia/Kathmandu', '2026-11-22T00:40:00.000Z'],
    ['2026-11-22', '06:25 AM', 'Pacific/Kiritimati', '2026-11-21T16:25:00.000Z'],
  ])('places %s %s in %s around changes of its offset', (date, text, zone, instant) => {
    expect(sunAt(date, text, zone)?.toISOString()).toBe(instant)
  })
})

describe('the mapping of air quality', () => {
  it('removes the noise of 32-bit floats and keeps both indices by scale', () => {
    expect(toAirQuality(parseWeather(WITH_AIR), NOON)).toEqual({
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
    const http = createHttpClient({ userAgent: 'weather247-test', callTimeoutMs: 150 })
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
    ['an unknown page', { status: 404, body: 'gone' }, 'place not-found'],
    ['code 1006', code(400, 1006), 'place not-covered'],
    ['text', { body: 'maintenance' }, 'provider not-json'],
    ['a wrong type', warm({ temp_c: '18' }), 'provider schema-mismatch'],
    ['no current weather', { body: { location: {} } }, 'place place-missing'],
    ['no forecast', { body: { location: {} } }, 'place place-missing', 'forecast'],
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

  it('leaves a place they do not know alone for a week', async () => {
    const { outcome } = await ask(code(400, 1006))
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      kind: 'failed',
      memory: { notCoveredUntil: '2021-09-04T10:40:00.000Z' },
    })
  })

  it('names the first field of a wrong type', async () => {
    const { outcome } = await ask(warm({ condition: { code: '1003' } }))
    expect(outcome.thrown?.message).toContain('/current/condition/code')
  })
})

function unusedHttp(): HttpClient {
  return {
    getJson: () => Promise.reject(new Error('pricing asks nobody')),
    close: () => Promise.resolve(),
  }
}
