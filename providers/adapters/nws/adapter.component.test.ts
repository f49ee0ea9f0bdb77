import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import type { Place } from '../../../domain/city/city.ts'
import { PRODUCTS, type Product } from '../../../domain/weather/product.ts'
import type { PlaceAnswer, PlaceMemory } from '../../../domain/provider/provider.ts'
import { createHttpClient, type HttpClient } from '../../http-client.ts'
import { createNws } from './adapter.ts'
import {
  outcomeOf,
  startProviderStub,
  verdictOf,
  type SendOutcome,
  type StubAnswer,
} from '../../../test/support/providers/provider-stub.ts'

const NOW = new Date('2026-02-06T21:47:00Z')
const WASHINGTON: Place = {
  id: 4140963,
  latitude: 38.8894,
  longitude: -77.0352,
  timeZone: 'America/New_York',
  countryCode: 'US',
}
const CELL = { office: 'LWX', gridX: 97, gridY: 71 }
const GRID = { ...CELL, elevationM: 8 }
const NEAREST = ['KDCA', 'KCGS', 'KADW', 'KDAA', 'KFME']
const knowing = (stations: readonly string[], missed = 0, since = NOW): PlaceMemory => ({
  address: { ...GRID, stations, missed, stationsSince: since.toISOString() },
})

const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8'))
const OBSERVATION = recorded('observation-latest-kdca') as { properties: Record<string, unknown> }
const FORECAST = recorded('gridpoint-forecast-lwx')

const observing = (change: object): unknown => ({
  ...OBSERVATION,
  properties: { ...OBSERVATION.properties, ...change },
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

  it('go on to the forecast, for all products at once, while the height of the cell is not known', () => {
    const forecast = '/gridpoints/LWX/97,71/forecast?units=si'
    expect(priced(PRODUCTS, { address: CELL })).toEqual([[forecast, 'conditions', 'forecast']])
    expect(priced(['conditions'], { address: CELL })).toEqual([[forecast, 'conditions']])
  })

  it.each([8, 'unknown'])('go on to stations and forecast once the height is %s', (elevationM) => {
    expect(priced(PRODUCTS, { address: { ...CELL, elevationM } })).toEqual([
      ['/gridpoints/LWX/97,71/stations', 'conditions'],
      ['/gridpoints/LWX/97,71/forecast?units=si', 'forecast'],
    ])
    expect(priced(['forecast'], { address: GRID })).toHaveLength(1)
  })

  it('go on to the hours of the forecast where no station stands for the place', () => {
    expect(priced(['conditions'], knowing([]))).toEqual([
      ['/gridpoints/LWX/97,71/forecast/hourly?units=si', 'conditions'],
    ])
  })

  it('ask the first station once stations are known', () => {
    expect(priced(['conditions'], knowing(NEAREST))).toEqual([
      ['/stations/KDCA/observations/latest', 'conditions'],
    ])
  })

  it('start over where the memory is of another shape', () => {
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
    const http = createHttpClient({ userAgent: 'weather247-test', callTimeoutMs: 1_000 })
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
      '/gridpoints/LWX/97,71/forecast?units=si',
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

  it('learns the grid, then its height, then the five nearest stations', async () => {
    const point = await ask({ body: recorded('points-washington') }, 'conditions', {})
    expect(answerIn(point.outcome)).toEqual({ kind: 'learned', memory: { address: CELL } })
    const height = await ask({ body: FORECAST }, 'conditions', { address: CELL })
    expect(answerIn(height.outcome)).toEqual({ kind: 'learned', memory: { address: GRID } })
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

  it('stays with the station that worked, and resets its count of misses', async () => {
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

  const LIST = '/gridpoints/LWX/97,71/stations'
  const NO_SKY = observing({ textDescription: '', presentWeather: [], icon: null, cloudLayers: [] })
  const STALE = observing({ timestamp: '2026-02-06T18:30:00+00:00' })
  const ABSENT: StubAnswer = { status: 404, body: {} }
  const reportOf = (id: string): string => `/stations/${id}/observations/latest`
  const observationsIn = (steps: readonly string[]): string[] =>
    steps.flatMap((step) => /stations\/(\w+)\/obs/.exec(step)?.[1] ?? [])

  /** Walks with these reports of stations, named in order of distance; others are absent. */
  async function walk(reports: Readonly<Record<string, unknown>>) {
    const features = Object.keys(reports).map((stationIdentifier, rank) => ({
      geometry: { coordinates: [-77.0352, 38.8894 + rank / 100] },
      properties: { stationIdentifier },
    }))
    return follow((url) => {
      if (url === LIST) return { body: { features } }
      const report = Object.entries(reports).find(([id]) => url === reportOf(id))?.[1]
      if (url.startsWith('/stations/')) return report === undefined ? ABSENT : { body: report }
      return { body: OF_WASHINGTON[url] }
    })
  }

  it.each<[string, Record<string, unknown>, string[]]>([
    ['the first station has a sky', { A1: OBSERVATION, B1: OBSERVATION }, ['A1']],
    ['only the third has a sky', { A1: NO_SKY, B1: NO_SKY, C1: OBSERVATION }, ['A1', 'B1', 'C1']],
    [
      'one is old and one absent',
      { A1: STALE, B1: undefined, C1: OBSERVATION },
      ['A1', 'B1', 'C1'],
    ],
    ['the only one has no sky', { A1: NO_SKY }, ['A1']],
    ['only the last report is there, without a sky', { A1: STALE, B1: NO_SKY }, ['A1', 'B1']],
    ['none has a sky', { A1: NO_SKY, B1: NO_SKY, C1: NO_SKY }, ['A1', 'B1', 'C1', 'A1']],
    [
      'the nearest is old, the rest has no sky',
      { A1: STALE, B1: NO_SKY, C1: NO_SKY },
      ['A1', 'B1', 'C1', 'B1'],
    ],
    [
      'five stations have no sky',
      { A1: NO_SKY, B1: NO_SKY, C1: NO_SKY, D1: NO_SKY, E1: NO_SKY, F1: OBSERVATION },
      ['A1', 'B1', 'C1', 'D1', 'E1', 'A1'],
    ],
  ])('takes one report whole, in at most nine requests, when %s', async (_, reports, ids) => {
    const { outcome, steps } = await walk(reports)
    expect(verdictOf(outcome)).toBe('reading')
    expect(observationsIn(steps)).toEqual(ids)
    expect(steps.length).toBeLessThanOrEqual(9)
    const taken = reports[ids.at(-1) ?? ''] === OBSERVATION
    expect(answerIn(outcome)).toMatchObject({
      reading: { conditions: { condition: taken ? 'snow' : null, temperatureC: -1 } },
    })
  })

  it('remembers that no station reports a sky, and takes the next report at once', async () => {
    const { outcome } = await walk({ A1: NO_SKY, B1: NO_SKY })
    const memory = memoryIn(outcome) ?? knowing(['A1', 'B1'])
    const settled = { address: { ...memory.address, anySky: 1 } }
    const again = await ask({ body: NO_SKY }, 'conditions', settled)
    expect(verdictOf(again.outcome)).toBe('reading')
    expect(again.seen).toHaveLength(1)
  })

  const FAR = {
    features: [
      {
        geometry: { coordinates: [-80, 41] },
        properties: { stationIdentifier: 'KFAR', provider: 'ASOS' },
      },
    ],
  }
  const HOURS = {
    properties: {
      generatedAt: '2026-02-06T21:40:00+00:00',
      periods: [
        {
          startTime: '2026-02-06T16:00:00-05:00',
          endTime: '2026-02-06T17:00:00-05:00',
          temperature: 1,
          temperatureUnit: 'C',
          relativeHumidity: { unitCode: 'wmoUnit:percent', value: 70 },
          windSpeed: '4 km/h',
          windDirection: 'S',
          shortForecast: 'Light Snow Likely',
        },
      ],
    },
  }
  const HOURLY = '/gridpoints/LWX/97,71/forecast/hourly?units=si'

  it('takes the hour of the forecast where no station stands for the place', async () => {
    const answers = { ...OF_WASHINGTON, [LIST]: FAR, [HOURLY]: HOURS }
    const { outcome, steps } = await follow((url) => ({
      body: answers[url as keyof typeof answers],
    }))
    expect(steps.slice(2)).toEqual([LIST, HOURLY])
    expect(answerIn(outcome)).toMatchObject({
      kind: 'reading',
      reading: { conditions: { basis: 'forecast', temperatureC: 1, condition: 'snow' } },
    })
    expect(answerIn(outcome)).not.toHaveProperty('memory')
  })

  const SILENT: PlaceMemory = {
    address: { ...knowing([]).address, silent: 1 },
  }

  it('requests each station once, then takes the hour of the forecast, and again in the next pass', async () => {
    const { outcome, steps } = await follow((url) => {
      if (url.startsWith('/stations/')) return ABSENT
      return { body: url === HOURLY ? HOURS : OF_WASHINGTON[url] }
    })
    expect(steps).toHaveLength(9)
    expect(steps.slice(3)).toEqual([...NEAREST.map(reportOf), HOURLY])
    expect(answerIn(outcome)).toMatchObject({ reading: { conditions: { basis: 'forecast' } } })
    const last = await ask(ABSENT, 'conditions', knowing(['KDCA']))
    expect(answerIn(last.outcome)).toEqual({ kind: 'learned', memory: SILENT })
    const again = await ask({ body: HOURS }, 'conditions', SILENT)
    expect(again.seen.map(({ url }) => url)).toEqual([HOURLY])
    expect(verdictOf(again.outcome)).toBe('reading')
  })

  it('looks for stations again an hour after all were silent', async () => {
    const address = { ...SILENT.address, stationsSince: '2026-02-06T20:46:00.000Z' }
    const { outcome } = await ask({ body: HOURS }, 'conditions', { address })
    expect(verdictOf(outcome)).toBe('reading')
    expect(memoryIn(outcome)).toEqual({ address: GRID })
  })

  it('requests no conditions for an hour where stations are silent and no hour is forecast', async () => {
    const { outcome } = await ask({ body: { properties: { periods: [] } } }, 'conditions', SILENT)
    expect(verdictOf(outcome)).toBe('place not-covered')
    expect(memoryIn(outcome)).toMatchObject({
      refusedUntil: { conditions: '2026-02-06T22:47:00.000Z' },
    })
  })

  it('looks for stations again a day later where there was none', async () => {
    const yesterday = new Date(NOW.getTime() - 25 * 60 * 60 * 1000)
    const { outcome } = await ask({ body: HOURS }, 'conditions', knowing([], 0, yesterday))
    expect(verdictOf(outcome)).toBe('reading')
    expect(memoryIn(outcome)).toEqual({ address: GRID })
  })

  it.each<[string, StubAnswer]>([
    ['has no hour that holds now', { body: { properties: { periods: [] } } }],
    [
      'is for the sea',
      {
        status: 404,
        body: { type: 'https://api.weather.gov/problems/MarineForecastNotSupported', status: 404 },
      },
    ],
  ])('requests no conditions for a day where the grid %s either', async (_, answer) => {
    const { outcome } = await ask(answer, 'conditions', knowing([]))
    expect(verdictOf(outcome)).toBe('place not-covered')
    expect(memoryIn(outcome)).toEqual({
      address: GRID,
      refusedUntil: { conditions: '2026-02-07T21:47:00.000Z' },
    })
  })

  it.each<[string, StubAnswer, string]>([
    [
      'an old forecast',
      { body: { properties: { ...HOURS.properties, generatedAt: '2026-02-05T12:00:00Z' } } },
      'place stale',
    ],
    [
      'an hour without a temperature',
      {
        body: { properties: { periods: [{ ...HOURS.properties.periods[0], temperature: null }] } },
      },
      'place place-missing',
    ],
    ['no list of hours', { body: { properties: {} } }, 'provider schema-mismatch'],
  ])('refuses %s as conditions, and remembers nothing', async (_, answer, verdict) => {
    const { outcome } = await ask(answer, 'conditions', knowing([]))
    expect(verdictOf(outcome)).toBe(verdict)
    expect(memoryIn(outcome)).toBeUndefined()
  })

  describe('for both products at once', () => {
    async function askBoth(answer: StubAnswer) {
      const { nws } = await connect(() => answer)
      const products: Product[] = ['conditions', 'forecast']
      const memory = { address: CELL }
      const [request] = nws.price([{ place: WASHINGTON, products, memory }])
      return outcomeOf(nws, request!, NOW)
    }

    it('reads the forecast and leads on to the stations with its height', async () => {
      const answer = answerIn(await askBoth({ body: FORECAST }))
      expect(answer).toMatchObject({ kind: 'reading', learned: true, memory: { address: GRID } })
      expect(answer).toHaveProperty('reading.forecast')
      expect(answer).not.toHaveProperty('reading.conditions')
    })

    it.each<[string, StubAnswer, number | string]>([
      [
        'is old',
        {
          body: {
            properties: {
              ...(FORECAST as { properties: object }).properties,
              generatedAt: '2026-02-01T00:00:00Z',
            },
          },
        },
        8,
      ],
      ['says no height', { body: { properties: { periods: [] } } }, 'unknown'],
      [
        'has expired',
        {
          status: 503,
          body: { type: 'https://api.weather.gov/problems/ForecastGridExpired', status: 503 },
        },
        'unknown',
      ],
    ])('leads on to the stations even where the forecast %s', async (_, answer, elevationM) => {
      expect(answerIn(await askBoth(answer))).toEqual({
        kind: 'learned',
        memory: { address: { ...CELL, elevationM } },
      })
    })

    it('forgets a cell that is gone', async () => {
      expect(memoryIn(await askBoth(ABSENT))).toEqual({ address: {} })
    })
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
    const nowhere = { gridId: null, gridX: null, gridY: null }
    const { outcome } = await ask({ body: { properties: nowhere } }, 'forecast', {})
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
    ['no report anywhere', { status: 404, body: {} }, 'learned'],
    ['no temperature', { body: observing({ temperature: null }) }, 'learned'],
    ['no period', { body: { properties: { periods: [] } } }, 'place place-missing', 'forecast'],
    [
      'no hour that holds now',
      { body: { properties: { periods: [] } } },
      'place not-covered',
      'conditions',
      knowing([]),
    ],
    [
      'an impossible value',
      { body: observing({ temperature: { unitCode: 'wmoUnit:degC', value: 900 } }) },
      'learned',
    ],
    [
      'a time ahead of ours',
      { body: observing({ timestamp: '2026-02-06T21:50:00+00:00' }) },
      'learned',
    ],
    ['an old report', { body: observing({ timestamp: '2026-02-06T20:16:00Z' }) }, 'learned'],
  ]
  const problem = (status: number, type: string, title: string): StubAnswer => ({
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { type: `https://api.weather.gov/problems/${type}`, title, status },
  })
  const EXPIRED = problem(503, 'ForecastGridExpired', 'Forecast Grid Expired')
  const DOWN = problem(503, 'UnavailableWebService', 'Unavailable Resource')
  const BROKEN = problem(500, 'UnexpectedProblem', 'Unexpected Problem')
  const AKAMAI: StubAnswer = {
    status: 503,
    headers: { 'content-type': 'text/html' },
    body: '<html>',
  }
  const FOREIGN: StubAnswer = { status: 503, body: { type: 'about:blank', title: 'Unavailable' } }

  it.each<[string, StubAnswer, Product, PlaceMemory, string]>([
    [
      'an office whose grid expired',
      EXPIRED,
      'forecast',
      { address: GRID },
      'place place-unavailable',
    ],
    ['an office that is down', DOWN, 'forecast', { address: GRID }, 'place place-unavailable'],
    [
      'a cell that cannot be computed',
      BROKEN,
      'forecast',
      { address: GRID },
      'place place-unavailable',
    ],
    [
      'stations that cannot be listed',
      DOWN,
      'conditions',
      { address: GRID },
      'place place-unavailable',
    ],
    ['the only station', BROKEN, 'conditions', knowing(['KDCA']), 'learned'],
    ['one station of some', DOWN, 'conditions', knowing(NEAREST), 'learned'],
    ['the service, asked for a point', DOWN, 'forecast', {}, 'provider unavailable'],
    [
      'the network before the service',
      AKAMAI,
      'forecast',
      { address: GRID },
      'provider unavailable',
    ],
    ['something else', FOREIGN, 'forecast', { address: GRID }, 'provider unavailable'],
    [
      'the service, at its limit',
      problem(429, 'TooMany', 'Slow down'),
      'forecast',
      { address: GRID },
      'provider rate-limited',
    ],
    [
      'a point outside the country',
      problem(404, 'InvalidPoint', 'Data Unavailable'),
      'forecast',
      {},
      'place not-covered',
    ],
  ])('blames %s for its own problem', async (_, answer, product, memory, verdict) => {
    const { outcome } = await ask(answer, product, memory)
    expect(verdictOf(outcome)).toBe(verdict)
  })

  it('says which office has which problem', async () => {
    const { outcome } = await ask(EXPIRED, 'forecast', { address: GRID })
    expect(answerIn(outcome)).toMatchObject({
      error: { message: 'NWS office LWX: Forecast Grid Expired', status: 503 },
    })
  })

  const forecastWith = (change: object): StubAnswer => ({
    body: { properties: { ...(FORECAST as { properties: object }).properties, ...change } },
  })

  it.each<[string, object, string]>([
    ['generated three days ago', { generatedAt: '2026-02-03T21:45:05+00:00' }, 'place stale'],
    ['with data of three days ago', { updateTime: '2026-02-03T20:53:00+00:00' }, 'place stale'],
    ['generated tomorrow', { generatedAt: '2026-02-07T21:45:05+00:00' }, 'place from-the-future'],
    ['generated yesterday evening', { updateTime: '2026-02-05T22:00:00+00:00' }, 'reading'],
    ['that does not say when', { generatedAt: null, updateTime: undefined }, 'reading'],
    ['that says no time', { generatedAt: 'now', updateTime: 5 }, 'reading'],
  ])('judges a forecast %s', async (_, change, verdict) => {
    const { outcome } = await ask(forecastWith(change), 'forecast', { address: GRID })
    expect(verdictOf(outcome)).toBe(verdict)
  })

  it('refuses a forecast for days that are over', async () => {
    const later = new Date('2026-02-20T12:00:00Z')
    const answer = forecastWith({ generatedAt: null, updateTime: null })
    const { outcome } = await ask(answer, 'forecast', { address: GRID }, later)
    expect(verdictOf(outcome)).toBe('place stale')
  })

  it.each([
    ['an office that is a path', { gridId: '../..', gridX: 97, gridY: 71 }],
    ['a cell that is huge', { gridId: 'LWX', gridX: 1e20, gridY: 71 }],
    ['a cell that is a fraction', { gridId: 'LWX', gridX: 97, gridY: 0.5 }],
    ['a cell that is negative', { gridId: 'LWX', gridX: -1, gridY: 71 }],
  ])('learns no address with %s', async (_, properties) => {
    const { outcome } = await ask({ body: { properties } }, 'forecast', {})
    expect(verdictOf(outcome)).toBe('provider schema-mismatch')
  })

  it('learns no station whose name is no part of an address, and loses none beside it', async () => {
    const named = (stationIdentifier: string) => ({
      geometry: { coordinates: [-77, 38.9] },
      properties: { stationIdentifier, provider: 'ASOS' },
    })
    const bad = ['', '../points/1,1', 'K?x=1', 'K DCA', 'K\u0000', 'K\ud800', 'x'.repeat(10_000)]
    const body = { features: [...bad, 'KDCA', '0007W', 'C1234', 'COOPALBA1'].map(named) }
    const { outcome } = await ask({ body }, 'conditions', { address: GRID })
    expect(memoryIn(outcome)).toEqual(knowing(['KDCA', '0007W', 'C1234', 'COOPALBA1']))
  })

  it.each(errors)('makes %s a failure of its kind', async (_title, answer, verdict, ...rest) => {
    const { outcome } = await ask(answer, ...rest)
    expect(verdictOf(outcome)).toBe(verdict)
  })

  it('hears how long to wait when throttled', async () => {
    const { outcome } = await ask({ status: 429, body: {}, headers: { 'retry-after': '7' } })
    expect(outcome.thrown).toMatchObject({ kind: 'rate-limited', retryAfterMs: 7_000 })
  })
})

function unusedHttp(): HttpClient {
  return {
    getJson: () => Promise.reject(new Error('pricing sends nothing')),
    getFile: () => Promise.reject(new Error('pricing sends nothing')),
    close: () => Promise.resolve(),
  }
}
