import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Place } from '../domain/city.ts'
import { PRODUCTS, type Product } from '../domain/product.ts'
import type { PlaceAnswer, PlaceMemory } from '../domain/provider.ts'
import { createHttpClient, type HttpClient } from './http.ts'
import { createNws } from './nws.ts'
import { toForecast, windKmh } from './nws/forecast.ts'
import { toConditions } from './nws/observation.ts'
import { CELSIUS, HPA, KM, KMH, MM, valueIn } from './nws/quantity.ts'
import { skyOfText } from './nws/sky.ts'
import { parseForecast, parseObservation } from './nws/wire.ts'
import {
  outcomeOf,
  startProviderStub,
  verdictOf,
  type SendOutcome,
  type StubAnswer,
} from '../test/support/provider-stub.ts'

const NOW = new Date('2026-02-06T21:47:00Z')
const WASHINGTON: Place = {
  id: 4140963,
  latitude: 38.8894,
  longitude: -77.0352,
  timeZone: 'America/New_York',
  countryCode: 'US',
}
const GRID = { office: 'LWX', gridX: 97, gridY: 71 }
const NEAREST = ['KDCA', 'KCGS', 'KADW', 'KDAA', 'KFME']
const knowing = (stations: readonly string[], missed = 0, since = NOW): PlaceMemory => ({
  address: { ...GRID, stations, missed, stationsSince: since.toISOString() },
})

const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/nws/${name}.json`, import.meta.url), 'utf8'))
const OBSERVATION = recorded('observation-latest-kdca') as { properties: Record<string, unknown> }
const FORECAST = recorded('gridpoint-forecast-lwx')

const observing = (change: object): unknown => ({
  ...OBSERVATION,
  properties: { ...OBSERVATION.properties, ...change },
})
const conditionsOf = (change: object) => toConditions(parseObservation(observing(change)), NOW)

describe('the mapping of an observation', () => {
  it('reads a five-minute report of Reagan airport', () => {
    expect(conditionsOf({})).toEqual({
      provider: 'nws',
      fetchedAt: NOW,
      validAt: new Date('2026-02-06T21:30:00Z'),
      basis: 'observed',
      temperatureC: -1,
      apparentTemperatureC: -1,
      relativeHumidityPct: 63.8,
      pressureMslHpa: 1003.7,
      visibilityKm: 9.66,
      uvIndex: null,
      windSpeedKmh: 0,
      windGustKmh: null,
      windDirectionDeg: null,
      cloudCoverPct: 100,
      precipitationMm: null,
      precipitationWindowMinutes: null,
      condition: 'snow',
      intensity: 'light',
      isDay: true,
      sunriseAt: null,
      sunsetAt: null,
      derived: ['apparentTemperatureC', 'pressureMslHpa', 'cloudCoverPct'],
    })
  })

  it('prefers the pressure at sea level and the felt temperature that the station states', () => {
    const stated = conditionsOf({
      seaLevelPressure: { unitCode: 'wmoUnit:Pa', value: 100400 },
      windChill: { unitCode: 'wmoUnit:degC', value: -6.2 },
      cloudLayers: [],
    })
    expect(stated).toMatchObject({ pressureMslHpa: 1004, apparentTemperatureC: -6.2, derived: [] })
    const hot = conditionsOf({
      heatIndex: { unitCode: 'wmoUnit:degF', value: 104 },
      windChill: { unitCode: 'wmoUnit:degC', value: 30 },
    })
    expect(hot.apparentTemperatureC).toBe(40)
  })

  it('takes the rain of the last hour with its window', () => {
    const rainy = conditionsOf({ precipitationLastHour: { unitCode: 'wmoUnit:mm', value: 2.54 } })
    expect(rainy).toMatchObject({ precipitationMm: 2.54, precipitationWindowMinutes: -60 })
  })

  it('keeps a wind from the north, unlike the zero of a calm', () => {
    const northerly = conditionsOf({
      windSpeed: { unitCode: 'wmoUnit:m_s-1', value: 5 },
      windDirection: { unitCode: 'wmoUnit:degree_(angle)', value: 360 },
    })
    expect(northerly).toMatchObject({ windSpeedKmh: 18, windDirectionDeg: 360 })
  })

  it('ignores what the quality control threw out', () => {
    const gauge = { unitCode: 'wmoUnit:degC', value: 55, qualityControl: 'X' }
    expect(conditionsOf({ temperature: gauge }).temperatureC).toBeNull()
  })

  it('takes the thickest cloud layer, and nothing from none', () => {
    const layers = [{ amount: 'FEW' }, { amount: 'BKN' }, { amount: 'SCT' }]
    expect(conditionsOf({ cloudLayers: layers }).cloudCoverPct).toBe(75)
    expect(conditionsOf({ cloudLayers: [{ amount: 'CLR' }] }).cloudCoverPct).toBe(0)
    expect(conditionsOf({ cloudLayers: null }).cloudCoverPct).toBeNull()
  })

  it('says nothing of the sky where the station does not', () => {
    const silent = conditionsOf({ textDescription: '', icon: null })
    expect(silent).toMatchObject({ condition: null, intensity: null, isDay: null })
  })

  it.each([
    ['degF', CELSIUS, 212, 100],
    ['K', CELSIUS, 273.15, 0],
    ['m_s-1', KMH, 10, 36],
    ['km_h-1', KMH, 10, 10],
    ['Pa', HPA, 101325, 1013.3],
    ['m', KM, 16090, 16.09],
    ['m', MM, 0.0025, 2.5],
    ['mm', MM, 2.5, 2.5],
  ])('reads the unit %s that a value comes in', (unit, scale, value, ours) => {
    expect(valueIn(scale, 'field', { unitCode: `wmoUnit:${unit}`, value })).toBe(ours)
    expect(valueIn(scale, 'field', { unitCode: `unit:${unit}`, value })).toBe(ours)
  })

  it('refuses a unit it does not know by name', () => {
    const furlongs = { unitCode: 'wmoUnit:furlong', value: 3 }
    expect(() => conditionsOf({ visibility: furlongs })).toThrow(/properties\/visibility.*furlong/)
  })

  it.each([
    ['Fair', 'clear', null],
    ['A Few Clouds', 'mostly_clear', null],
    ['Mostly Cloudy', 'partly_cloudy', null],
    ['Overcast', 'overcast', null],
    ['Fog/Mist', 'fog', null],
    ['Smoke', 'haze', null],
    ['Light Drizzle', 'drizzle', 'light'],
    ['Light Freezing Drizzle', 'freezing_drizzle', 'light'],
    ['Rain', 'rain', 'moderate'],
    ['Heavy Rain and Fog/Mist', 'rain', 'heavy'],
    ['Freezing Rain', 'freezing_rain', 'moderate'],
    ['Slight Chance Rain Showers', 'rain_showers', 'moderate'],
    ['Rain And Snow', 'sleet', 'moderate'],
    ['Ice Pellets', 'ice_pellets', 'moderate'],
    ['Snow Showers', 'snow_showers', 'moderate'],
    ['Chance Light Snow then Mostly Cloudy', 'snow', 'light'],
    ['Thunderstorm Light Rain', 'thunderstorm', 'light'],
    ['Chance Showers And Thunderstorms', 'thunderstorm', null],
    ['Tornado', 'unknown', null],
  ])('reads "%s" as %s (%s)', (text, condition, intensity) => {
    expect(skyOfText(text)).toEqual({ condition, intensity })
  })
})

describe('the mapping of the forecast', () => {
  const { days } = toForecast(parseForecast(FORECAST), NOW)

  it('makes local days of half-day periods, from this afternoon on', () => {
    expect(
      days.map(({ date, temperatureMaxC, temperatureMinC, partial }) => [
        date,
        temperatureMaxC,
        temperatureMinC,
        partial,
      ]),
    ).toEqual([
      ['2026-02-06', 1, null, true],
      ['2026-02-07', -7, -11, false],
      ['2026-02-08', -4, -12, false],
      ['2026-02-09', 0, -11, false],
      ['2026-02-10', 7, -6, false],
      ['2026-02-11', 8, -1, false],
      ['2026-02-12', 4, -1, false],
    ])
  })

  it('takes the highest wind and chance of the periods that touch the day', () => {
    expect(days[0]).toEqual({
      date: '2026-02-06',
      temperatureMaxC: 1,
      temperatureMinC: null,
      precipitationMm: null,
      precipitationProbability: 0.71,
      windSpeedMaxKmh: 35,
      windGustMaxKmh: null,
      uvIndexMax: null,
      condition: 'snow',
      intensity: 'light',
      sunriseAt: null,
      sunsetAt: null,
      partial: true,
    })
    expect(days[1]).toMatchObject({ precipitationProbability: 0.45, windSpeedMaxKmh: 48 })
  })

  it('reads degrees Fahrenheit', () => {
    const period = {
      startTime: '2026-02-07T06:00:00-05:00',
      endTime: '2026-02-07T18:00:00-05:00',
      isDaytime: true,
      temperature: 50,
      temperatureUnit: 'F',
    }
    const forecast = toForecast(parseForecast({ properties: { periods: [period] } }), NOW)
    expect(forecast.days[0]).toMatchObject({ temperatureMaxC: 10, windSpeedMaxKmh: null })
  })

  it.each([
    ['4 km/h', 4],
    ['5 to 15 km/h', 15],
    ['10 mph', 16.1],
    ['Calm', null],
    [null, null],
  ])('reads the wind "%s"', (text, kmh) => {
    expect(windKmh(text)).toBe(kmh)
  })
})

describe('requests', () => {
  const nws = createNws({ http: unusedHttp() })
  const place = { ...WASHINGTON, latitude: 38.90001, longitude: -77.035249 }
  const priced = (products: readonly Product[], memory?: PlaceMemory) =>
    nws
      .price([{ place, products, ...(memory && { memory }) }])
      .map((request) => [request.url.replace('https://api.weather.gov', ''), ...request.products])

  it('begin with the point, for all products at once and with at most four decimals', () => {
    expect(priced(PRODUCTS)).toEqual([['/points/38.9,-77.0352', 'conditions', 'forecast']])
  })

  it('go on to stations and forecast once the grid is known', () => {
    expect(priced(PRODUCTS, { address: GRID })).toEqual([
      ['/gridpoints/LWX/97,71/stations', 'conditions'],
      ['/gridpoints/LWX/97,71/forecast?units=si', 'forecast'],
    ])
    expect(priced(['forecast'], { address: GRID })).toHaveLength(1)
  })

  it('ask the first station once stations are known', () => {
    expect(priced(['conditions'], knowing(NEAREST))).toEqual([
      ['/stations/KDCA/observations/latest', 'conditions'],
    ])
  })

  it('begin anew where the memory is of another shape', () => {
    const odd = { address: { office: 'LWX', gridX: '97', gridY: 71 } }
    expect(priced(['forecast'], odd)).toEqual([['/points/38.9,-77.0352', 'forecast']])
    expect(priced(['conditions'], { address: { ...GRID, stations: 'KDCA' } })).toEqual([
      ['/gridpoints/LWX/97,71/stations', 'conditions'],
    ])
  })

  it('stay out for air quality, which is not theirs', () => {
    expect(priced(['air-quality'])).toEqual([])
  })

  it('are for the United States and their territories alone', () => {
    expect(nws.covers(WASHINGTON)).toBe(true)
    expect(nws.covers({ ...WASHINGTON, countryCode: 'PR' })).toBe(true)
    expect(nws.covers({ ...WASHINGTON, countryCode: 'CA' })).toBe(false)
  })
})

describe('sending', () => {
  const opened: { close(): Promise<void> }[] = []
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((part) => part.close()))
  })

  async function connect(answerTo: (url: string) => StubAnswer) {
    const stub = await startProviderStub(answerTo)
    const http = createHttpClient({ userAgent: 'weather247-test', callTimeoutMs: 150 })
    opened.push(stub, http)
    return { nws: createNws({ http, baseUrl: stub.baseUrl }), seen: stub.seen }
  }

  async function ask(
    answer: StubAnswer,
    product: Product = 'conditions',
    memory: PlaceMemory = knowing(['KDCA']),
    now = NOW,
  ) {
    const { nws, seen } = await connect(() => answer)
    const [request] = nws.price([{ place: WASHINGTON, products: [product], memory }])
    return { outcome: await outcomeOf(nws, request!, now), seen }
  }

  /** Prices and sends again with what was learned, until there is something else to say. */
  async function follow(answerTo: (url: string) => StubAnswer, product: Product = 'conditions') {
    const { nws, seen } = await connect(answerTo)
    let memory: PlaceMemory | undefined
    let outcome: SendOutcome
    do {
      const asks = [{ place: WASHINGTON, products: [product], ...(memory && { memory }) }]
      const [request] = nws.price(asks)
      outcome = await outcomeOf(nws, request!, NOW)
      const answer = answerIn(outcome)
      if (answer?.kind !== 'learned') break
      memory = answer.memory
    } while (seen.length < 20)
    return { outcome, steps: seen.map(({ url }) => url) }
  }

  const answerIn = (outcome: SendOutcome): PlaceAnswer | undefined =>
    outcome.thrown ? undefined : outcome.answer

  const memoryIn = (outcome: SendOutcome): PlaceMemory | undefined => answerIn(outcome)?.memory

  const OF_WASHINGTON: Readonly<Record<string, unknown>> = {
    '/points/38.8894,-77.0352': recorded('points-washington'),
    '/gridpoints/LWX/97,71/stations': recorded('gridpoint-stations-lwx'),
    '/gridpoints/LWX/97,71/forecast?units=si': FORECAST,
    '/stations/KDCA/observations/latest': OBSERVATION,
  }

  it('walks from point to stations to the report of the nearest, one request a step', async () => {
    const { outcome, steps } = await follow((url) => ({ body: OF_WASHINGTON[url] }))
    expect(steps).toEqual([
      '/points/38.8894,-77.0352',
      '/gridpoints/LWX/97,71/stations',
      '/stations/KDCA/observations/latest',
    ])
    expect(answerIn(outcome)).toMatchObject({
      kind: 'reading',
      reading: { conditions: { temperatureC: -1, basis: 'observed' } },
    })
  })

  it('walks from point to forecast', async () => {
    const { outcome, steps } = await follow((url) => ({ body: OF_WASHINGTON[url] }), 'forecast')
    expect(steps).toEqual(['/points/38.8894,-77.0352', '/gridpoints/LWX/97,71/forecast?units=si'])
    expect(verdictOf(outcome)).toBe('reading')
  })

  it('learns the grid, then the five nearest stations', async () => {
    const point = await ask({ body: recorded('points-washington') }, 'conditions', {})
    expect(answerIn(point.outcome)).toEqual({ kind: 'learned', memory: { address: GRID } })
    const stations = await ask({ body: recorded('gridpoint-stations-lwx') }, 'conditions', {
      address: GRID,
    })
    expect(answerIn(stations.outcome)).toEqual({ kind: 'learned', memory: knowing(NEAREST) })
  })

  const useless: [string, StubAnswer][] = [
    ['old', { body: observing({ timestamp: '2026-02-06T20:16:00+00:00' }) }],
    ['without temperature', { body: observing({ temperature: { value: null } }) }],
    ['absent', { status: 404, body: { type: 'https://api.weather.gov/problems/NotFound' } }],
    ['impossible', { body: observing({ temperature: { unitCode: 'wmoUnit:degC', value: 99 } }) }],
  ]
  it.each(useless)('turns to the next station when a report is %s', async (_title, answer) => {
    const { outcome } = await ask(answer, 'conditions', knowing(NEAREST))
    const turned = ['KCGS', 'KADW', 'KDAA', 'KFME', 'KDCA']
    expect(answerIn(outcome)).toEqual({ kind: 'learned', memory: knowing(turned, 1) })
  })

  it('stays with the station that worked, and starts its count of misses anew', async () => {
    const turned = ['KCGS', 'KADW', 'KDCA']
    const { outcome } = await ask({ body: OBSERVATION }, 'conditions', knowing(turned, 2))
    expect(answerIn(outcome)).toMatchObject({ kind: 'reading', memory: knowing(turned, 0) })
  })

  it('has nothing to remember when the first station answers', async () => {
    const { outcome } = await ask({ body: OBSERVATION }, 'conditions', knowing(NEAREST))
    expect(answerIn(outcome)).not.toHaveProperty('memory')
  })

  it('looks stations up again a day later, to return to the nearest', async () => {
    const yesterday = new Date(NOW.getTime() - 25 * 60 * 60 * 1000)
    const memory = knowing(NEAREST, 0, yesterday)
    const { outcome } = await ask({ body: OBSERVATION }, 'conditions', memory)
    expect(verdictOf(outcome)).toBe('reading')
    expect(memoryIn(outcome)).toEqual({ address: GRID })
  })

  it('asks each station once, then fails and forgets them but not the grid', async () => {
    const { outcome, steps } = await follow((url) =>
      url.startsWith('/stations/') ? { status: 404, body: {} } : { body: OF_WASHINGTON[url] },
    )
    expect(steps.slice(2)).toEqual(NEAREST.map((id) => `/stations/${id}/observations/latest`))
    expect(verdictOf(outcome)).toBe('place not-found')
    expect(memoryIn(outcome)).toEqual({ address: GRID })
  })

  it('leaves a point outside their area alone for 30 days', async () => {
    const problem = { type: 'https://api.weather.gov/problems/InvalidPoint', status: 404 }
    const { outcome } = await ask({ status: 404, body: problem }, 'forecast', {})
    expect(verdictOf(outcome)).toBe('place not-covered')
    expect(answerIn(outcome)).toMatchObject({
      memory: { notCoveredUntil: '2026-03-08T21:47:00.000Z' },
    })
  })

  it('leaves a point without a grid cell alone just as long', async () => {
    const { outcome } = await ask({ body: { properties: { gridId: null } } }, 'forecast', {})
    expect(verdictOf(outcome)).toBe('place not-covered')
    expect(answerIn(outcome)).toHaveProperty('memory.notCoveredUntil')
  })

  it('forgets a grid cell that is gone', async () => {
    const { outcome } = await ask({ status: 404, body: {} }, 'forecast')
    expect(verdictOf(outcome)).toBe('place not-found')
    expect(memoryIn(outcome)).toEqual({ address: {} })
  })

  it('introduces itself and asks for GeoJSON', async () => {
    const { seen } = await ask({ body: OBSERVATION })
    expect(seen[0]?.headers).toMatchObject({
      'user-agent': 'weather247-test',
      accept: 'application/geo+json',
    })
  })

  const errors: [string, StubAnswer, string, Product?, PlaceMemory?, Date?][] = [
    ['no answer', { fault: 'hang' }, 'provider timeout'],
    ['a closed connection', { fault: 'cut' }, 'provider network'],
    ['a refused User-Agent', { status: 403, body: '<html>' }, 'provider unauthorized'],
    ['a throttle', { status: 429, body: {} }, 'provider rate-limited'],
    ['a failure of theirs', { status: 503, body: { status: 503 } }, 'provider unavailable'],
    ['a bad request', { status: 400, body: {} }, 'provider rejected'],
    ['text', { body: 'Akamai' }, 'provider not-json'],
    ['a wrong type', { body: { properties: { timestamp: 5 } } }, 'provider schema-mismatch'],
    ['a time that is none', { body: observing({ timestamp: 'now' }) }, 'provider schema-mismatch'],
    ['no report anywhere', { status: 404, body: {} }, 'place not-found'],
    ['no temperature', { body: observing({ temperature: null }) }, 'place place-missing'],
    ['no period', { body: { properties: { periods: [] } } }, 'place place-missing', 'forecast'],
    [
      'no station',
      { body: { features: [] } },
      'place not-covered',
      'conditions',
      { address: GRID },
    ],
    [
      'an impossible value',
      { body: observing({ windSpeed: { unitCode: 'wmoUnit:km_h-1', value: 900 } }) },
      'place out-of-range',
    ],
    [
      'a time ahead of ours',
      { body: observing({ timestamp: '2026-02-06T21:50:00+00:00' }) },
      'place from-the-future',
    ],
    ['an old report', { body: observing({ timestamp: '2026-02-06T20:16:00Z' }) }, 'place stale'],
  ]
  it.each(errors)('makes %s a failure of its kind', async (_title, answer, verdict, ...rest) => {
    const { outcome } = await ask(answer, ...rest)
    expect(verdictOf(outcome)).toBe(verdict)
  })

  it('waits five seconds when throttled, as they ask for', async () => {
    const { outcome } = await ask({ status: 429, body: {} })
    expect(outcome.thrown?.retryAfterMs).toBe(5000)
  })
})

function unusedHttp(): HttpClient {
  return {
    getJson: () => Promise.reject(new Error('pricing asks nobody')),
    close: () => Promise.resolve(),
  }
}
