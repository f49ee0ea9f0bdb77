import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Place } from '../../../domain/city/city.ts'
import type { PlaceReading } from '../../../domain/provider/provider.ts'
import { PRODUCTS, type Product } from '../../../domain/weather/product.ts'
import { createHttpClient, type HttpClient } from '../../http-client.ts'
import { createOpenWeatherMap } from './adapter.ts'
import { toAirQuality } from './air-quality.ts'
import { toConditions } from './conditions.ts'
import { toForecast } from './forecast.ts'
import { skyOf } from './sky.ts'
import { parseAir, parseConditions, parseForecast } from './wire.ts'
import {
  outcomeOf,
  startProviderStub,
  verdictOf,
  type ProviderStub,
  type StubAnswer,
} from '../../../test/support/providers/provider-stub.ts'

const KEY = 'a-secret-key'
const FETCHED_AT = new Date('2020-05-01T12:15:00Z')
const KYIV: Place = {
  id: 703448,
  latitude: 50.45466,
  longitude: 30.5238,
  timeZone: 'Europe/Kyiv',
  countryCode: 'UA',
}

const textOf = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8')
const bodyOf = (name: string): unknown => JSON.parse(textOf(name))

/** Three cities in metric units; each is what the answer for one place looks like. */
const [MOSCOW_BODY, KYIV_BODY] = (bodyOf('current-group-3-cities-metric') as { list: object[] })
  .list

describe('the mapping of current weather', () => {
  it('turns the answer for Kyiv into canonical units, with no direction in light air', () => {
    expect(toConditions(parseConditions(KYIV_BODY), KYIV, FETCHED_AT)).toEqual({
      provider: 'openweathermap',
      fetchedAt: FETCHED_AT,
      validAt: new Date('2020-05-01T12:09:14Z'),
      basis: 'analysis',
      temperatureC: 16.63,
      apparentTemperatureC: 16.42,
      relativeHumidityPct: 72,
      pressureMslHpa: 1009,
      visibilityKm: 10,
      uvIndex: null,
      windSpeedKmh: 3.6,
      windGustKmh: null,
      windDirectionDeg: null,
      cloudCoverPct: 75,
      precipitationMm: 0,
      precipitationWindowMinutes: -60,
      condition: 'partly_cloudy',
      intensity: null,
      isDay: true,
      sunriseAt: new Date('2020-05-01T02:32:25Z'),
      sunsetAt: new Date('2020-05-01T17:17:22Z'),
      derived: [],
    })
  })

  it('adds rain and snow of the last hour', () => {
    const london = parseConditions(bodyOf('current-london-kelvin'))
    expect(toConditions(london, KYIV, FETCHED_AT)).toMatchObject({
      precipitationMm: 0.51,
      condition: 'rain',
      intensity: 'light',
      isDay: false,
      windSpeedKmh: 20.5,
      windDirectionDeg: 70,
    })
    const sleet = { ...london, snow: { '1h': 0.3 } }
    expect(toConditions(sleet, KYIV, FETCHED_AT).precipitationMm).toBe(0.81)
  })

  it('keeps a visibility beyond ten kilometres', () => {
    const newYork = parseConditions(bodyOf('current-new-york-kelvin'))
    expect(toConditions(newYork, KYIV, FETCHED_AT)).toMatchObject({
      visibilityKm: 16.09,
      windSpeedKmh: 7.6,
      windDirectionDeg: null,
      isDay: false,
    })
  })

  it('reads an answer without weather, wind and sun as not knowing them', () => {
    const bare = parseConditions({ dt: 1588334824, weather: [], main: { temp: null } })
    expect(toConditions(bare, KYIV, FETCHED_AT)).toMatchObject({
      temperatureC: null,
      windSpeedKmh: null,
      precipitationMm: null,
      condition: null,
      sunriseAt: null,
    })
  })

  it.each([
    [202, 'thunderstorm', 'heavy'],
    [321, 'drizzle', 'moderate'],
    [511, 'freezing_rain', null],
    [522, 'rain_showers', 'heavy'],
    [616, 'sleet', 'moderate'],
    [731, 'haze', null],
    [741, 'fog', null],
    [800, 'clear', null],
    [804, 'overcast', null],
    [771, 'squall', null],
    [781, 'tornado', null],
    [799, 'unknown', null],
  ])('reads weather id %i as %s (%s)', (id, condition, intensity) => {
    expect(skyOf(id)).toEqual({ condition, intensity })
  })
})

describe('the mapping of the forecast', () => {
  const london = parseForecast(bodyOf('forecast-5day-3h-london-kelvin'))
  const days = (timeZone: string) => toForecast(london, { timeZone }, FETCHED_AT).days

  it('gathers three-hour steps by the local date', () => {
    const [today, friday, ...later] = days('Europe/London')
    expect([today?.date, friday?.date]).toEqual(['2025-03-20', '2025-03-21'])
    expect(later.map(({ date }) => date)).toEqual([
      '2025-03-22',
      '2025-03-23',
      '2025-03-24',
      '2025-03-25',
    ])
    expect(friday).toMatchObject({
      temperatureMaxC: 288.76,
      temperatureMinC: 283.46,
      windGustMaxKmh: 49.6,
      sunriseAt: null,
    })
  })

  it('marks the dates that its steps cover in part', () => {
    expect(days('Europe/London').map(({ partial }) => partial)).toEqual([
      true,
      false,
      false,
      false,
      false,
      true,
    ])
    // 21:00 UTC is six in the morning there, and the last step is at three in the morning.
    expect(days('Asia/Tokyo').map(({ date, partial }) => [date, partial])).toEqual([
      ['2025-03-21', true],
      ['2025-03-22', false],
      ['2025-03-23', false],
      ['2025-03-24', false],
      ['2025-03-25', false],
      ['2025-03-26', true],
    ])
  })

  it('does not call a first date partial when its first step is its first hours', () => {
    const [tomorrow] = toForecast(
      { list: london.list.slice(1) },
      { timeZone: 'Europe/London' },
      FETCHED_AT,
    ).days
    expect(tomorrow).toMatchObject({ date: '2025-03-21', partial: false })
  })

  it('gives the times of the sun to their own date only', () => {
    const [today, tomorrow] = days('Europe/London')
    expect(today).toMatchObject({
      sunriseAt: new Date('2025-03-20T06:03:04Z'),
      sunsetAt: new Date('2025-03-20T18:12:50Z'),
    })
    expect(tomorrow).toMatchObject({ sunriseAt: null, sunsetAt: null })
  })

  it('counts the rain of a step to the date it fell on', () => {
    const at = (iso: string, mm: number, pop: number) => ({
      dt: Date.parse(iso) / 1000,
      weather: [{ id: 500 }],
      main: { temp: 8 },
      rain: { '3h': mm },
      pop,
    })
    const list = [
      at('2025-03-20T21:00:00Z', 1, 0.2),
      at('2025-03-21T00:00:00Z', 2, 0.9),
      at('2025-03-21T03:00:00Z', 4, 0.5),
    ]
    const answer = toForecast({ list }, { timeZone: 'Europe/London' }, FETCHED_AT)
    expect(answer.days.map((day) => [day.precipitationMm, day.precipitationProbability])).toEqual([
      [3, 0.9],
      [4, 0.5],
    ])
  })

  it('names a day after its most severe step', () => {
    const [, friday, saturday] = days('Europe/London')
    expect([friday?.condition, saturday?.condition]).toEqual(['rain', 'rain'])
    expect(days('Europe/London').at(-1)).toMatchObject({ condition: 'partly_cloudy' })
  })

  it('sums snow where no rain falls, and says what it aggregated', () => {
    const antarctica = parseForecast(bodyOf('forecast-5day-3h-antarctica-kelvin'))
    const forecast = toForecast(antarctica, { timeZone: 'UTC' }, FETCHED_AT)
    const total = forecast.days.reduce((sum, day) => sum + (day.precipitationMm ?? 0), 0)
    expect(total).toBeGreaterThan(0)
    expect(forecast.derived).toContain('precipitationMm')
  })
})

describe('the mapping of air quality', () => {
  const body = bodyOf('air-pollution-current-london') as { list: { dt: number }[] }
  const london = parseAir(body)!

  it('keeps concentrations and the index with the name of its scale', () => {
    expect(toAirQuality(london, FETCHED_AT)).toEqual({
      provider: 'openweathermap',
      fetchedAt: FETCHED_AT,
      validAt: new Date('2021-01-25T18:00:00Z'),
      basis: 'analysis',
      pm2_5: 3.15,
      pm10: 3.81,
      carbonMonoxide: 250.34,
      nitrogenDioxide: 35.99,
      sulphurDioxide: 8.11,
      ozone: 30.76,
      ammonia: 0.74,
      indices: { openweathermap: 1 },
    })
  })

  it.each([[null], ['n/a'], [{ dt: 'noon' }]])('is not spoiled by a second hour of %j', (bad) => {
    expect(parseAir({ list: [...body.list, bad] })).toEqual(london)
    expect(() => parseAir({ list: [bad, ...body.list] })).toThrow('OpenWeatherMap air quality')
  })

  it('floors the time to the hour it describes', () => {
    const late = { ...london, dt: london.dt + 1234 }
    expect(toAirQuality(late, FETCHED_AT).validAt).toEqual(new Date('2021-01-25T18:00:00Z'))
  })
})

describe('requests', () => {
  const openWeatherMap = createOpenWeatherMap({ http: unusedHttp(), apiKey: KEY })

  it('are one per product and place, in metric units, without the key', () => {
    const requests = openWeatherMap.price([{ place: KYIV, products: PRODUCTS }])
    const at = 'lat=50.4547&lon=30.5238'
    expect(requests.map(({ url, products }) => [url, ...products])).toEqual([
      [`https://api.openweathermap.org/data/2.5/weather?${at}&units=metric`, 'conditions'],
      [`https://api.openweathermap.org/data/2.5/forecast?${at}&units=metric`, 'forecast'],
      [`https://api.openweathermap.org/data/2.5/air_pollution?${at}`, 'air-quality'],
    ])
    expect(requests.every(({ weight }) => weight === 1)).toBe(true)
    expect(JSON.stringify(requests)).not.toContain(KEY)
  })

  it('are not sent for products that were not requested', () => {
    expect(openWeatherMap.price([{ place: KYIV, products: ['forecast'] }])).toHaveLength(1)
    expect(openWeatherMap.price([{ place: KYIV, products: [] }])).toEqual([])
  })
})

describe('sending', () => {
  const opened: { close(): Promise<void> }[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((part) => part.close()))
  })

  async function ask(answer: StubAnswer, product: Product = 'conditions', now = FETCHED_AT) {
    const stub: ProviderStub = await startProviderStub(() => answer)
    const http = createHttpClient({ userAgent: 'weather247-test', callTimeoutMs: 1_000 })
    opened.push(stub, http)
    const provider = createOpenWeatherMap({ http, baseUrl: stub.baseUrl, apiKey: KEY })
    const [request] = provider.price([{ place: KYIV, products: [product] }])
    return { outcome: await outcomeOf(provider, request!, now), seen: stub.seen }
  }

  it('answers with a reading and hands the key to the provider alone', async () => {
    const { outcome, seen } = await ask({ body: KYIV_BODY })
    expect(verdictOf(outcome)).toBe('reading')
    expect(seen.map(({ url }) => url)).toEqual([
      `/data/2.5/weather?lat=50.4547&lon=30.5238&units=metric&appid=${KEY}`,
    ])
  })

  it('reads a forecast and air quality', async () => {
    const air = await ask(
      { body: textOf('air-pollution-current-london') },
      'air-quality',
      new Date('2021-01-25T18:40:00Z'),
    )
    expect(verdictOf(air.outcome)).toBe('reading')
    const list = [{ dt: 1588345200, weather: [{ id: 800 }], main: { temp: 14 } }]
    const forecast = await ask({ body: { cod: '200', list } }, 'forecast')
    expect(verdictOf(forecast.outcome)).toBe('reading')
  })

  const coded = (cod: string | number): StubAnswer => ({ body: { cod, message: 'said by them' } })
  const errors: [string, StubAnswer, string, Product?, Date?][] = [
    ['no answer', { fault: 'hang' }, 'provider timeout'],
    ['a closed connection', { fault: 'cut' }, 'provider network'],
    [
      'a refused key',
      { status: 401, body: textOf('error-401-invalid-key') },
      'provider unauthorized',
    ],
    ['an unknown place', { status: 404, body: { cod: '404', message: 'none' } }, 'place not-found'],
    ['a block', { status: 429, body: { cod: 429, message: 'blocked' } }, 'provider rate-limited'],
    [
      'a block in an answer with 200',
      { body: { cod: '429', message: 'no' } },
      'provider rate-limited',
    ],
    ['a failure of theirs', { status: 502, body: '<html>' }, 'provider unavailable'],
    ['a bad request', { status: 400, body: { cod: '400' } }, 'provider rejected'],
    ['code 400 with 200', coded('400'), 'provider rejected'],
    ['numeric code 400 with 200', coded(400), 'provider rejected', 'forecast'],
    ['code 401 with 200', coded(401), 'provider unauthorized'],
    ['code 403 with 200', coded('403'), 'provider unauthorized'],
    ['code 404 with 200', coded('404'), 'place not-found', 'forecast'],
    ['numeric code 404 with 200', coded(404), 'place not-found'],
    ['code 429 with 200', coded(429), 'provider rate-limited', 'air-quality'],
    ['code 500 with 200', coded('500'), 'provider unavailable'],
    ['numeric code 500 with 200', coded(500), 'provider unavailable', 'forecast'],
    ['code 503 with 200', coded('503'), 'provider unavailable', 'air-quality'],
    ['a page with 200', { body: '<html><h1>Bad gateway</h1>' }, 'provider unavailable'],
    ['text', { body: 'Service is starting' }, 'provider not-json'],
    ['a wrong type', { body: { ...KYIV_BODY, dt: 'noon' } }, 'provider schema-mismatch'],
    ['no temperature', { body: { ...KYIV_BODY, main: { temp: null } } }, 'place place-missing'],
    ['no name of a temperature', { body: { ...KYIV_BODY, main: {} } }, 'provider schema-mismatch'],
    ['an empty forecast', { body: { cod: '200', list: [] } }, 'place place-missing', 'forecast'],
    ['no air quality', { body: { list: [] } }, 'place not-covered', 'air-quality'],
    [
      'kelvin',
      { body: textOf('current-london-kelvin') },
      'place out-of-range',
      'conditions',
      new Date('2020-04-28T03:30:00Z'),
    ],
    [
      'a time ahead of ours',
      { body: KYIV_BODY },
      'place from-the-future',
      'conditions',
      new Date('2020-05-01T12:00:00Z'),
    ],
    [
      'an old value',
      { body: MOSCOW_BODY },
      'place stale',
      'conditions',
      new Date('2020-05-01T15:00:00Z'),
    ],
  ]
  it.each(errors)(
    'makes %s a failure of its kind',
    async (_title, answer, verdict, product, now) => {
      const { outcome } = await ask(answer, product, now)
      expect(verdictOf(outcome)).toBe(verdict)
      expect(JSON.stringify(outcome)).not.toContain(KEY)
      expect(String(outcome.thrown)).not.toContain(KEY)
    },
  )

  it.each([
    ['co', 'carbonMonoxide', -9999],
    ['nh3', 'ammonia', -9999],
    ['pm2_5', 'pm2_5', -9999],
    ['o3', 'ozone', 'n/a'],
    ['so2', 'sulphurDioxide', null],
    ['no2', 'nitrogenDioxide', undefined],
  ])('loses no other gas when %s is bad', async (gas, ours, value) => {
    const { list } = bodyOf('air-pollution-current-london') as {
      list: { components: Record<string, number> }[]
    }
    const [hour] = list
    const components = { ...hour!.components, [gas]: value }
    const now = new Date('2021-01-25T18:40:00Z')
    const { outcome } = await ask({ body: { list: [{ ...hour, components }] } }, 'air-quality', now)
    const { reading } = (outcome.thrown ?? outcome.answer) as PlaceReading
    const lost = Object.entries(reading.airQuality ?? {}).filter(([, kept]) => kept === null)
    expect(lost.map(([name]) => name)).toEqual([ours])
  })

  it.each([
    ['wind', { wind: [] }, 'windSpeedKmh'],
    ['clouds', { clouds: 'many' }, 'cloudCoverPct'],
    ['weather', { weather: {} }, 'condition'],
    ['a weather entry', { weather: [null] }, 'condition'],
    ['rain', { rain: 'much' }, 'precipitationMm'],
    ['sys', { sys: null }, 'sunriseAt'],
    ['a part of main', { main: { temp: 11, humidity: -9999 } }, 'relativeHumidityPct'],
  ])('keeps the rest when %s is bad', async (_, change, ours) => {
    const { outcome } = await ask({ body: { ...KYIV_BODY, ...change } })
    expect(outcome.thrown ?? outcome.answer).toMatchObject({
      kind: 'reading',
      reading: { conditions: { temperatureC: expect.any(Number) as number, [ours]: null } },
      discarded: [{ field: expect.any(String) as string }],
    })
  })

  it('takes a block as long, since it concerns the key', async () => {
    const { outcome } = await ask({ status: 429, body: { cod: 429 } })
    expect(outcome.thrown).toMatchObject({ status: 429, retryAfterMs: 600_000 })
  })

  it('names the first field of a wrong type', async () => {
    const { outcome } = await ask({ body: { ...KYIV_BODY, main: { temp: '16' } } })
    expect(outcome.thrown?.message).toContain('/main/temp')
  })
})

function unusedHttp(): HttpClient {
  return {
    getJson: () => Promise.reject(new Error('pricing sends nothing')),
    getFile: () => Promise.reject(new Error('pricing sends nothing')),
    close: () => Promise.resolve(),
  }
}
