import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '../../../domain/city/city.ts'
import { ProviderError, type ProviderErrorKind } from '../../../domain/provider/provider-error.ts'
import type {
  PlaceRequest,
  PlaceAnswer,
  ProviderRequest,
} from '../../../domain/provider/provider.ts'
import {
  startProviderStub,
  type ProviderStub,
  type StubAnswer,
} from '../../../test/support/providers/provider-stub.ts'
import { createHttpClient } from '../../http-client.ts'
import { createOpenMeteo } from './adapter.ts'
import { openMeteoWeight } from './requests.ts'

const NEW_YORK: Place = {
  id: 5128581,
  latitude: 40.71427,
  longitude: -74.00597,
  timeZone: 'America/New_York',
  countryCode: 'US',
}
const MUNICH: Place = {
  id: 2867714,
  latitude: 48.13743,
  longitude: 11.57549,
  timeZone: 'Europe/Berlin',
  countryCode: 'DE',
}
const KIRITIMATI: Place = {
  id: 4030945,
  latitude: 1.94,
  longitude: -157.475,
  timeZone: 'Etc/GMT-14',
  countryCode: 'KI',
}

const recording = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

interface Recorded extends Record<string, unknown> {
  current: Record<string, unknown>
  current_units: Record<string, string>
}

const parsed = (name: string) => JSON.parse(recording(name)) as Recorded

const unix = (iso: string): number => Date.parse(iso) / 1000

/** Recorded in local time; this is how the same answer looks when unix time is asked for. */
const inUnixTime = (answer: Recorded, at: string): Recorded => ({
  ...answer,
  current: { ...answer.current, time: unix(at) },
})

const NYC = inUnixTime(parsed('forecast-current-hourly-daily-nyc.json'), '2026-02-06T21:30:00Z')
const NYC_NOW = new Date('2026-02-06T21:37:00Z')
const MUNICH_DAYS = parsed('forecast-legacy-current_weather-unixtime-munich.json')
const MUNICH_NOW = new Date('2026-02-07T15:20:00Z')
const ENSCHEDE_AIR = inUnixTime(
  parsed('air-quality-enschede-all-variables.json'),
  '2026-10-03T10:00:00Z',
)
const ENSCHEDE_NOW = new Date('2026-10-03T10:41:00Z')

const daysOf = (maxC: number, minC: number) => ({
  daily_units: { time: 'unixtime', temperature_2m_max: '°C', temperature_2m_min: '°C' },
  daily: {
    time: [unix('2026-02-06T05:00:00Z')],
    temperature_2m_max: [maxC],
    temperature_2m_min: [minC],
  },
})

const DAYS_ONLY = ['forecast'] as const

const conditions = (...places: Place[]): PlaceRequest[] =>
  places.map((place) => ({ place, products: ['conditions'] }))

let api: ProviderStub
let says: StubAnswer = {}
const http = createHttpClient({ userAgent: 'weather247-tests/1', callTimeoutMs: 2_000 })

beforeAll(async () => {
  api = await startProviderStub(() => says)
})
afterAll(async () => {
  await http.close()
  await api.close()
})

const provider = (apiKey?: string) =>
  createOpenMeteo({ http, baseUrl: api.baseUrl, ...(apiKey !== undefined && { apiKey }) })

function onlyRequest(asks: readonly PlaceRequest[], from = provider()): ProviderRequest {
  const [request, ...others] = from.price(asks)
  expect(others).toEqual([])
  return request!
}

const send = (request: ProviderRequest, now: Date, from = provider()) =>
  from.send(request, { signal: AbortSignal.timeout(5000), now: () => now })

async function answerFor(
  body: unknown,
  ask: PlaceRequest,
  now: Date,
): Promise<Extract<PlaceAnswer, { kind: 'reading' }>['reading']> {
  says = { body }
  const answer = (await send(onlyRequest([ask]), now)).get(ask.place.id)
  if (answer?.kind !== 'reading') throw answer?.kind === 'failed' ? answer.error : new Error('none')
  return answer.reading
}

async function failureOf(work: Promise<unknown>): Promise<ProviderError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ProviderError)
  return error as ProviderError
}

const failed = (answer: PlaceAnswer | undefined): ProviderError => {
  expect(answer?.kind).toBe('failed')
  return (answer as Extract<PlaceAnswer, { kind: 'failed' }>).error
}

describe('pricing', () => {
  it('asks for all places of a product in one request, in order', () => {
    const request = onlyRequest(conditions(NEW_YORK, MUNICH))
    const query = new URL(request.url).searchParams
    expect(query.get('latitude')).toBe('40.71427,48.13743')
    expect(query.get('longitude')).toBe('-74.00597,11.57549')
    expect(query.get('timezone')).toBe('GMT')
    expect(query.get('timeformat')).toBe('unixtime')
    expect(query.get('current')?.split(',')).toHaveLength(10)
    expect(request).toMatchObject({
      weight: 2,
      places: [NEW_YORK, MUNICH],
      products: ['conditions'],
    })
  })

  it("asks for a week of each place's own days", () => {
    const request = onlyRequest([
      { place: MUNICH, products: ['forecast'] },
      { place: KIRITIMATI, products: ['forecast'] },
    ])
    const query = new URL(request.url).searchParams
    expect(query.get('timezone')).toBe('Europe/Berlin,Etc/GMT-14')
    expect(query.get('forecast_days')).toBe('7')
    expect(query.get('daily')?.split(',')).toHaveLength(10)
    expect(request.weight).toBe(2)
  })

  it('has conditions and forecast of a place in one request, and air quality from its own host', () => {
    const asks: PlaceRequest[] = [
      { place: NEW_YORK, products: ['air-quality', 'conditions', 'forecast'] },
      { place: MUNICH, products: ['conditions'] },
    ]
    expect(provider().price(asks)).toMatchObject([
      { products: ['conditions', 'forecast'], places: [NEW_YORK], weight: 2 },
      { products: ['conditions'], places: [MUNICH], weight: 1 },
      { products: ['air-quality'], places: [NEW_YORK], weight: 1 },
    ])
    const query = new URL(provider().price(asks)[0]!.url).searchParams
    expect(query.get('current')?.split(',')).toHaveLength(10)
    expect(query.get('daily')?.split(',')).toHaveLength(10)
    expect(query.get('timezone')).toBe('America/New_York')
  })

  it('E33: carries a hundred cities in one request, at the weight of a hundred', () => {
    const places = Array.from({ length: 100 }, (_, id) => ({ ...MUNICH, id }))
    const requests = provider().price(conditions(...places))
    expect(requests.map(({ weight }) => weight)).toEqual([100])
    expect(requests[0]?.places).toEqual(places)
  })

  it('splits what one request may not carry', () => {
    const places = Array.from({ length: 205 }, (_, id) => ({ ...MUNICH, id }))
    const requests = provider().price(conditions(...places))
    expect(requests.map(({ weight }) => weight)).toEqual([100, 100, 5])
    expect(requests.flatMap((request) => request.places)).toEqual(places)
  })

  it.each([
    [1, 1, 1, 1],
    [100, 10, 7, 100],
    [1, 24, 7, 2.4],
    [1, 10, 28, 2],
    [3, 20, 14, 6],
    [3, 20, 16, 6.857142857],
  ])(
    'E27: weighs %i places with %i variables over %i days as %d',
    (places, variables, days, weight) => {
      expect(openMeteoWeight(places, variables, days)).toBeCloseTo(weight, 6)
    },
  )

  it('goes to the public hosts, and to those of customers with a key', () => {
    const ask: PlaceRequest = { place: MUNICH, products: ['conditions', 'forecast', 'air-quality'] }
    const hosts = (apiKey?: string) =>
      createOpenMeteo({ http, ...(apiKey !== undefined && { apiKey }) })
        .price([ask])
        .map(({ url }) => new URL(url).host)
    expect(hosts()).toEqual(['api.open-meteo.com', 'air-quality-api.open-meteo.com'])
    expect(hosts('secret')).toEqual([
      'customer-api.open-meteo.com',
      'customer-air-quality-api.open-meteo.com',
    ])
  })
})

describe('readings', () => {
  it('maps recorded current weather', async () => {
    const reading = await answerFor(NYC, conditions(NEW_YORK)[0]!, NYC_NOW)
    expect(reading).toEqual({
      conditions: {
        provider: 'open-meteo',
        fetchedAt: NYC_NOW,
        validAt: new Date('2026-02-06T21:30:00Z'),
        basis: 'analysis',
        temperatureC: -1.4,
        apparentTemperatureC: null,
        relativeHumidityPct: 60,
        pressureMslHpa: null,
        visibilityKm: null,
        uvIndex: null,
        windSpeedKmh: 4.8,
        windGustKmh: null,
        windDirectionDeg: 138,
        cloudCoverPct: null,
        precipitationMm: null,
        precipitationWindowMinutes: null,
        condition: 'overcast',
        intensity: null,
        isDay: true,
        sunriseAt: null,
        sunsetAt: null,
        derived: ['isDay'],
      },
    })
  })

  it('gives the period of its precipitation', async () => {
    const wet = {
      ...NYC,
      current_units: { ...NYC.current_units, precipitation: 'mm' },
      current: { ...NYC.current, precipitation: 0.3 },
    }
    const reading = await answerFor(wet, conditions(NEW_YORK)[0]!, NYC_NOW)
    expect(reading.conditions).toMatchObject({
      precipitationMm: 0.3,
      precipitationWindowMinutes: -15,
    })
  })

  it('maps recorded days to local dates', async () => {
    const ask: PlaceRequest = { place: MUNICH, products: ['forecast'] }
    const { forecast } = await answerFor(MUNICH_DAYS, ask, MUNICH_NOW)
    expect(forecast?.days.map(({ date }) => date)).toEqual([
      '2026-02-07',
      '2026-02-08',
      '2026-02-09',
      '2026-02-10',
      '2026-02-11',
      '2026-02-12',
      '2026-02-13',
    ])
    expect(forecast?.days[0]).toMatchObject({
      temperatureMaxC: 9.5,
      temperatureMinC: 4.7,
      sunriseAt: new Date('2026-02-07T06:32:58Z'),
      sunsetAt: new Date('2026-02-07T16:22:28Z'),
      partial: false,
    })
  })

  it.each([
    ['which keeps the offset of today through a change of clocks', '2026-10-25T22:00:00Z'],
    ['which follows the change of clocks', '2026-10-25T23:00:00Z'],
  ])('reads the date of a day %s', async (_, midnight) => {
    const days = {
      utc_offset_seconds: 7200,
      daily_units: { time: 'unixtime', temperature_2m_max: '°C', temperature_2m_min: '°C' },
      daily: {
        time: [unix('2026-10-24T22:00:00Z'), unix(midnight)],
        temperature_2m_max: [14, 12],
        temperature_2m_min: [6, 5],
      },
    }
    const ask: PlaceRequest = { place: MUNICH, products: ['forecast'] }
    const { forecast } = await answerFor(days, ask, new Date('2026-10-25T08:00:00Z'))
    expect(forecast?.days.map(({ date }) => date)).toEqual(['2026-10-25', '2026-10-26'])
  })

  it('maps every daily variable, and leaves out days of nulls and a sun that does not rise', async () => {
    const days = {
      utc_offset_seconds: 0,
      daily_units: {
        weather_code: 'wmo code',
        temperature_2m_max: '°C',
        temperature_2m_min: '°C',
        precipitation_sum: 'mm',
        precipitation_probability_max: '%',
        sunrise: 'unixtime',
        sunset: 'unixtime',
        uv_index_max: '',
        wind_speed_10m_max: 'km/h',
        wind_gusts_10m_max: 'km/h',
      },
      daily: {
        time: [unix('2026-02-06'), unix('2026-02-07')],
        weather_code: [71, null],
        temperature_2m_max: [-5.3, null],
        temperature_2m_min: [-17.7, null],
        precipitation_sum: [0.4, null],
        precipitation_probability_max: [57, null],
        sunrise: [0, 0],
        sunset: [0, 0],
        uv_index_max: [0.35, null],
        wind_speed_10m_max: [31.2, null],
        wind_gusts_10m_max: [60.1, null],
      },
    }
    const ask: PlaceRequest = { place: MUNICH, products: ['forecast'] }
    const { forecast } = await answerFor(days, ask, new Date('2026-02-06T08:00:00Z'))
    expect(forecast?.days).toEqual([
      {
        date: '2026-02-06',
        temperatureMaxC: -5.3,
        temperatureMinC: -17.7,
        precipitationMm: 0.4,
        precipitationProbability: 0.57,
        windSpeedMaxKmh: 31.2,
        windGustMaxKmh: 60.1,
        uvIndexMax: 0.35,
        condition: 'snow',
        intensity: 'light',
        sunriseAt: null,
        sunsetAt: null,
        partial: false,
      },
    ])
  })

  it('maps recorded air quality, which spells its unit with a Greek mu', async () => {
    const ask: PlaceRequest = { place: MUNICH, products: ['air-quality'] }
    expect(await answerFor(ENSCHEDE_AIR, ask, ENSCHEDE_NOW)).toEqual({
      airQuality: {
        provider: 'open-meteo',
        fetchedAt: ENSCHEDE_NOW,
        validAt: new Date('2026-10-03T10:00:00Z'),
        basis: 'forecast',
        pm2_5: 22.1,
        pm10: 28.2,
        carbonMonoxide: 229,
        nitrogenDioxide: 11.2,
        sulphurDioxide: 2.5,
        ozone: 42,
        ammonia: null,
        indices: { 'european-aqi': 44, 'us-aqi': 65 },
      },
    })
    expect(api.seen.at(-1)?.url).toMatch(/^\/v1\/air-quality\?/)
  })

  it('keeps what is sound of two products in one answer, and says why the other is missing', async () => {
    says = { body: { ...NYC, utc_offset_seconds: 0, ...daysOf(99, 1) } }
    const ask: PlaceRequest = { place: NEW_YORK, products: ['conditions', 'forecast'] }
    const answer = (await send(onlyRequest([ask]), NYC_NOW)).get(NEW_YORK.id)
    expect(answer).toMatchObject({
      kind: 'reading',
      missing: [{ products: ['forecast'], error: { kind: 'out-of-range' } }],
    })
    const { reading } = answer as Extract<PlaceAnswer, { kind: 'reading' }>
    expect(reading).toMatchObject({ conditions: { temperatureC: -1.4 } })
    expect(reading.forecast).toBeUndefined()
  })

  it('sends the key apart from the URL that may be logged', async () => {
    says = { body: NYC }
    const request = onlyRequest(conditions(NEW_YORK), provider('secret'))
    expect(request.url).not.toContain('secret')
    await send(request, NYC_NOW, provider('secret'))
    expect(api.seen.at(-1)?.url).toContain('&apikey=secret')
  })
})

describe('many places', () => {
  const warmer = { ...NYC, location_id: 1, current: { ...NYC.current, temperature_2m: 9.9 } }

  it('are matched by position, even where two share a grid cell', async () => {
    says = { body: [NYC, warmer] }
    const answers = await send(onlyRequest(conditions(MUNICH, NEW_YORK)), NYC_NOW)
    expect(answers.get(MUNICH.id)).toMatchObject({
      reading: { conditions: { temperatureC: -1.4 } },
    })
    expect(answers.get(NEW_YORK.id)).toMatchObject({
      reading: { conditions: { temperatureC: 9.9 } },
    })
  })

  it('fail one by one', async () => {
    const broken = { ...NYC, current: { ...NYC.current, temperature_2m: 'cold' } }
    says = { body: [broken, warmer, { ...NYC, location_id: 7 }] }
    const answers = await send(onlyRequest(conditions(MUNICH, NEW_YORK, KIRITIMATI)), NYC_NOW)
    const error = failed(answers.get(MUNICH.id))
    expect(error).toMatchObject({ kind: 'schema-mismatch' })
    expect(error.message).toContain('/current/temperature_2m')
    expect(answers.get(NEW_YORK.id)?.kind).toBe('reading')
    expect(failed(answers.get(KIRITIMATI.id)).message).toContain('numbered 7')
  })

  it('are not matched when some are missing', async () => {
    says = { body: [NYC] }
    const error = await failureOf(send(onlyRequest(conditions(MUNICH, NEW_YORK)), NYC_NOW))
    expect(error.kind).toBe('schema-mismatch')
  })

  it('are each refused when one of them is, so that each can be asked alone', async () => {
    const reason = 'No data is available for this location'
    says = { status: 400, body: { error: true, reason } }
    const answers = await send(onlyRequest(conditions(MUNICH, NEW_YORK)), NYC_NOW)
    expect(failed(answers.get(MUNICH.id))).toMatchObject({ kind: 'rejected', status: 400 })
    expect(failed(answers.get(NEW_YORK.id)).message).toContain(reason)
    expect(answers.get(NEW_YORK.id)).not.toHaveProperty('memory')
  })
})

describe('failures', () => {
  const fails = (answer: StubAnswer) => {
    says = answer
    return failureOf(send(onlyRequest(conditions(NEW_YORK)), NYC_NOW))
  }
  const refusal = (reason: string) => ({ reason, error: true })

  it.each<[string, ProviderErrorKind, StubAnswer]>([
    ['a silent server', 'timeout', { fault: 'hang' }],
    ['a closed connection', 'network', { fault: 'cut' }],
    ['a server error', 'unavailable', { status: 502, body: '<html>' }],
    ['an overloaded server', 'unavailable', { status: 503, body: refusal('overloaded') }],
    ['a refused key', 'unauthorized', { status: 401 }],
    [
      'a wrong key',
      'unauthorized',
      { status: 400, body: refusal('The supplied API key is invalid.') },
    ],
    ['a path that is not there', 'rejected', { status: 404, body: refusal('Not Found') }],
    ['a bad parameter', 'rejected', { status: 400, body: refusal('Data corrupted') }],
    ['a success with plain text', 'not-json', { body: 'Unexpected error while streaming data' }],
    ['a success that is cut off', 'not-json', { body: JSON.stringify(NYC).slice(0, 300) }],
    ['a place without a grid cell', 'not-json', { body: recording('not-covered-nan.body.txt') }],
  ])('%s is %s', async (_, kind, answer) => {
    expect((await fails(answer)).kind).toBe(kind)
  })

  it.each([
    ['Minutely API request limit exceeded. Please try again in one minute.', 23_000],
    ['Hourly API request limit exceeded. Please try again in the next hour.', 22 * 60_000 + 23_000],
    ['Daily API request limit exceeded. Please try again tomorrow.', 8_543_000],
    ['Too many concurrent requests', 5_000],
    ['Something new', undefined],
  ])('"%s" says how long to wait', async (reason, retryAfterMs) => {
    says = { status: 429, body: { error: true, reason } }
    const now = new Date('2026-02-06T21:37:37Z')
    const error = await failureOf(send(onlyRequest(conditions(NEW_YORK)), now))
    expect(error).toMatchObject({ kind: 'rate-limited', status: 429, retryAfterMs })
    expect(error.message).toContain(reason)
  })

  it.each<[string, ProviderErrorKind, number?]>([
    ['Daily API request limit exceeded. Please try again tomorrow.', 'rate-limited', 8_543_000],
    ['Too many concurrent requests', 'rate-limited', 5_000],
    ['The supplied API key is invalid.', 'unauthorized'],
    ['Data corrupted', 'rejected'],
  ])('"%s" in an answer with 200 is %s', async (reason, kind, retryAfterMs) => {
    says = { body: { error: true, reason } }
    const now = new Date('2026-02-06T21:37:37Z')
    const error = await failureOf(send(onlyRequest(conditions(NEW_YORK)), now))
    expect([error.kind, error.retryAfterMs]).toEqual([kind, retryAfterMs])
    expect(error.message).toContain(reason)
  })

  it('an error without a reason in an answer with 200 is unavailable', async () => {
    expect((await fails({ body: { error: true } })).kind).toBe('unavailable')
  })

  it('a single place without data is remembered for a week', async () => {
    const body = refusal('No data is available for this location')
    says = { status: 400, body }
    const answers = await send(onlyRequest(conditions(NEW_YORK)), NYC_NOW)
    expect(failed(answers.get(NEW_YORK.id)).kind).toBe('not-covered')
    expect(answers.get(NEW_YORK.id)).toMatchObject({
      memory: { notCoveredUntil: '2026-02-13T21:37:00.000Z' },
    })
  })

  it('a place without air quality may still have weather', async () => {
    says = { status: 400, body: refusal('No data is available for this location') }
    const request = onlyRequest([{ place: NEW_YORK, products: ['air-quality'] }])
    const answers = await send(request, NYC_NOW)
    expect(failed(answers.get(NEW_YORK.id)).kind).toBe('not-covered')
    expect(answers.get(NEW_YORK.id)).not.toHaveProperty('memory')
  })

  it('a cancelled request is not blamed on the provider', async () => {
    says = { fault: 'hang' }
    const cancel = new AbortController()
    const sent = provider().send(onlyRequest(conditions(NEW_YORK)), {
      signal: cancel.signal,
      now: () => NYC_NOW,
    })
    cancel.abort(new Error('cancelled'))
    await expect(sent).rejects.toThrow('cancelled')
  })

  const wrong = (change: object): object => ({ ...NYC, current: { ...NYC.current, ...change } })
  const inUnits = (units: object): object => ({
    ...NYC,
    current_units: { ...NYC.current_units, ...units },
  })

  it.each<[string, ProviderErrorKind, object, string]>([
    [
      'nothing was asked for',
      'schema-mismatch',
      parsed('forecast-no-variables-requested.json'),
      '/current_units',
    ],
    ['time is local text', 'schema-mismatch', wrong({ time: '2026-02-06T16:30' }), '/current/time'],
    ['degrees are Fahrenheit', 'schema-mismatch', inUnits({ temperature_2m: '°F' }), "'°F'"],
    ['degrees have no unit', 'schema-mismatch', inUnits({ temperature_2m: undefined }), 'no unit'],
    ['time is a number of weeks', 'schema-mismatch', wrong({ time: 1e20 }), '/current/time'],
    ['time is in ms', 'schema-mismatch', wrong({ time: NYC_NOW.getTime() }), '/current/time'],
    ['time is negative', 'schema-mismatch', wrong({ time: -1 }), '/current/time'],
    ['a value cannot be', 'out-of-range', wrong({ temperature_2m: 99 }), 'temperatureC'],
    ['it is from tomorrow', 'from-the-future', wrong({ time: unix('2026-02-07') }), 'ahead'],
    ['it is too old', 'stale', wrong({ time: unix('2026-02-06T20:30:00Z') }), '60 min'],
    ['it has no temperature', 'place-missing', wrong({ temperature_2m: null }), 'temperature'],
  ])('when %s the place fails with %s', async (_, kind, body, words) => {
    says = { body }
    const answers = await send(onlyRequest(conditions(NEW_YORK)), NYC_NOW)
    const error = failed(answers.get(NEW_YORK.id))
    expect(error.kind).toBe(kind)
    expect(error.message).toContain(words)
  })

  it('air quality without particles and ozone is not covered', async () => {
    const body = {
      ...ENSCHEDE_AIR,
      current: { ...ENSCHEDE_AIR.current, pm2_5: null, pm10: null, ozone: null },
    }
    says = { body }
    const request = onlyRequest([{ place: MUNICH, products: ['air-quality'] }])
    const answers = await send(request, ENSCHEDE_NOW)
    expect(failed(answers.get(MUNICH.id)).kind).toBe('not-covered')
  })

  it.each<[string, object, object, string]>([
    [
      'wind is in m/s',
      inUnits({ wind_speed_10m: 'm/s' }),
      { windSpeedKmh: null },
      'wind_speed_10m',
    ],
    ['a value has no unit', wrong({ pressure_msl: 1013 }), { pressureMslHpa: null }, 'has no unit'],
    ['a value is text', wrong({ cloud_cover: 'NaN' }), { cloudCoverPct: null }, 'cloud_cover'],
    ['a value cannot be', wrong({ relative_humidity_2m: -5 }), { relativeHumidityPct: null }, '-5'],
  ])('when %s it is left out, with the reason', async (_, body, fields, reason) => {
    says = { body }
    const answers = await send(onlyRequest(conditions(NEW_YORK)), NYC_NOW)
    expect(answers.get(NEW_YORK.id)).toMatchObject({
      kind: 'reading',
      reading: { conditions: { temperatureC: -1.4, ...fields } },
      discarded: [expect.anything()],
    })
    expect(JSON.stringify(answers.get(NEW_YORK.id))).toContain(reason)
  })

  const unixDays = (time: unknown[], columns: object = {}) => ({
    ...daysOf(5, 1),
    utc_offset_seconds: 3600,
    daily: { time, temperature_2m_max: [5, 6, 7], temperature_2m_min: [1, 2, 3], ...columns },
  })
  const [TODAY, NEXT, LAST] = [5, 29, 53].map((hours) => unix('2026-02-06') + (hours - 6) * 3600)

  it.each<[string, string, unknown[], object?]>([
    ['the same day twice', 'out-of-range', [TODAY, NEXT, NEXT]],
    ['days in reverse', 'out-of-range', [LAST, NEXT, TODAY]],
    ['a day in the year 2099', 'out-of-range', [TODAY, NEXT, 4_100_000_000]],
    ['milliseconds', 'schema-mismatch', [TODAY, NEXT, LAST].map((time) => (time ?? 0) * 1000)],
    ['nulls for every day', 'schema-mismatch', [null, null, null]],
    ['text for a list of days', 'schema-mismatch', '2026-02-06' as never],
    [
      'a column of text',
      'schema-mismatch',
      [TODAY, NEXT, LAST],
      { temperature_2m_max: ['5', '6', '7'] },
    ],
    ['a column that is no list', 'schema-mismatch', [TODAY, NEXT, LAST], { temperature_2m_max: 5 }],
    [
      'a column that is too long',
      'schema-mismatch',
      [TODAY, NEXT, LAST],
      { temperature_2m_max: [1, 5, 6, 7] },
    ],
  ])('a forecast with %s fails with %s for its city alone', async (_, kind, time, columns) => {
    const sound = unixDays([TODAY, NEXT, LAST])
    const bad = { ...unixDays(time, columns), location_id: 1 }
    says = { body: [sound, bad, { ...sound, location_id: 2 }] }
    const asks = [1, 2, 3].map((id) => ({ place: { ...MUNICH, id }, products: DAYS_ONLY }))
    const answers = await send(onlyRequest(asks), NYC_NOW)
    expect([...answers.values()].map((answer) => answer.kind)).toEqual([
      'reading',
      'failed',
      'reading',
    ])
    expect(failed(answers.get(2)).kind).toBe(kind)
  })

  it.each([
    ['temperature_2m_max', 'temperatureMaxC', [5, 6, 7], 1, 'x'],
    ['temperature_2m_min', 'temperatureMinC', [1, 2, 3], 2, { value: 3 }],
  ])('one %s that is no number is null, with the reason', async (name, field, given, at, bad) => {
    says = { body: unixDays([TODAY, NEXT, LAST], { [name]: (given as unknown[]).with(at, bad) }) }
    const request = onlyRequest([{ place: MUNICH, products: DAYS_ONLY }])
    const answer = (await send(request, NYC_NOW)).get(MUNICH.id)
    const values = (given as (number | null)[]).with(at, null)
    expect(answer).toMatchObject({
      kind: 'reading',
      reading: { forecast: { days: values.map((value) => ({ [field]: value })) } },
      discarded: [{ field: `/daily/${name}/${at}`, reason: 'is no number' }],
    })
  })

  it.each<[string, number, unknown]>([
    ['null', 0, null],
    ['null', 1, null],
    ['null', 2, null],
    ['local text', 1, '2026-02-07'],
    ['false', 1, false],
    ['a time that no Date can hold', 2, 1e20],
    ['milliseconds', 1, unix('2026-02-07') * 1000],
    ['a negative time', 2, -1],
    ['a list', 1, [NEXT]],
  ])('%s for the time of day %i leaves that day out, with the reason', async (_, index, time) => {
    const times: unknown[] = [TODAY, NEXT, LAST]
    says = { body: unixDays(times.with(index, time)) }
    const request = onlyRequest([{ place: MUNICH, products: DAYS_ONLY }])
    const answer = (await send(request, NYC_NOW)).get(MUNICH.id)
    const days = [
      { date: '2026-02-06', temperatureMaxC: 5, temperatureMinC: 1 },
      { date: '2026-02-07', temperatureMaxC: 6, temperatureMinC: 2 },
      { date: '2026-02-08', temperatureMaxC: 7, temperatureMinC: 3 },
    ].toSpliced(index, 1)
    expect(answer).toMatchObject({
      kind: 'reading',
      reading: { forecast: { days } },
      discarded: [{ field: `/daily/time/${index}`, reason: 'is no time' }],
    })
  })

  it('air quality in milligrams is left out', async () => {
    const body = JSON.parse(
      JSON.stringify(ENSCHEDE_AIR).replace(/("carbon_monoxide":)"\u03bcg/, '$1"mg'),
    ) as object
    says = { body }
    const request = onlyRequest([{ place: MUNICH, products: ['air-quality'] }])
    const answers = await send(request, ENSCHEDE_NOW)
    expect(answers.get(MUNICH.id)).toMatchObject({
      reading: { airQuality: { carbonMonoxide: null } },
      discarded: [{ field: 'Open-Meteo: carbon_monoxide' }],
    })
  })
})
