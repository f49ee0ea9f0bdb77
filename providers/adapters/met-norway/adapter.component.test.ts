import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '../../../domain/city/city.ts'
import type { Condition, Intensity } from '../../../domain/weather/condition.ts'
import type { PlaceMemory } from '../../../domain/provider/provider.ts'
import type { Product } from '../../../domain/weather/product.ts'
import { discardNothing } from '../../../test/support/fuzz/discards.ts'
import {
  outcomeOf,
  startProviderStub,
  verdictOf,
  type ProviderStub,
  type StubAnswer,
} from '../../../test/support/providers/provider-stub.ts'
import { createHttpClient } from '../../http-client.ts'
import { createMetNorway } from './adapter.ts'
import { toConditions } from './conditions.ts'
import { toForecast } from './forecast.ts'
import { isDayOf, skyOf } from './sky.ts'
import { parseMetNorway } from './wire.ts'

interface WireEntry {
  time: string
  data: { instant: { details: Record<string, unknown> }; [period: string]: unknown }
}
interface WireDocument {
  properties: {
    meta: { updated_at?: string; units: Record<string, string> }
    timeseries: WireEntry[]
  }
}
interface Recording {
  headers: { Date: string; Expires: string; 'Last-Modified': string }
  data: WireDocument
}

const recording = (name: string): Recording => {
  const file = `fixtures/locationforecast-${name}-2020-with-headers.json`
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Recording
}

const LONDON_RECORDING = recording('complete-london')
const NEW_YORK_RECORDING = recording('compact-nyc')
const FETCHED_AT = new Date('2020-07-20T11:44:31Z')

const LONDON: Place = {
  id: 2643743,
  latitude: 51.508539,
  longitude: -0.125799,
  timeZone: 'Europe/London',
  countryCode: 'GB',
}

const entriesIn = (document: unknown) => parseMetNorway(document, discardNothing).entries
const londonEntries = entriesIn(LONDON_RECORDING.data)
const newYorkEntries = entriesIn(NEW_YORK_RECORDING.data)

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

const BOTH: readonly Product[] = ['conditions', 'forecast']
const DAYS: readonly Product[] = ['forecast']
const NOW_ONLY: readonly Product[] = ['conditions']

function request(memory?: PlaceMemory, products = BOTH) {
  const ask = { place: LONDON, products, ...(memory && { memory }) }
  const [only, ...others] = createMetNorway({ http, baseUrl: api.baseUrl }).price([ask])
  expect(others).toEqual([])
  return only!
}

function outcome(answer: StubAnswer, now = FETCHED_AT, priced = request()) {
  says = answer
  return outcomeOf(createMetNorway({ http, baseUrl: api.baseUrl }), priced, now)
}

async function answerOf(...sent: Parameters<typeof outcome>) {
  const { thrown, ...answered } = await outcome(...sent)
  if (thrown) throw thrown
  return 'answer' in answered ? answered.answer : undefined
}

const changed = (change: (document: WireDocument) => void): WireDocument => {
  const document = structuredClone(LONDON_RECORDING.data)
  change(document)
  return document
}

const { Expires, 'Last-Modified': LAST_MODIFIED } = LONDON_RECORDING.headers
const ANSWER: StubAnswer = {
  headers: { expires: Expires, 'last-modified': LAST_MODIFIED },
  body: LONDON_RECORDING.data,
}

describe('symbols', () => {
  it.each<[string, Condition, Intensity | null]>([
    ['clearsky_day', 'clear', null],
    ['clearsky_polartwilight', 'clear', null],
    ['fair_night', 'mostly_clear', null],
    ['partlycloudy_day', 'partly_cloudy', null],
    ['cloudy', 'overcast', null],
    ['fog', 'fog', null],
    ['lightrain', 'rain', 'light'],
    ['rain', 'rain', 'moderate'],
    ['heavyrain', 'rain', 'heavy'],
    ['lightrainshowers_day', 'rain_showers', 'light'],
    ['rainshowers_night', 'rain_showers', 'moderate'],
    ['heavyrainshowers_day', 'rain_showers', 'heavy'],
    ['lightsleet', 'sleet', 'light'],
    ['sleet', 'sleet', 'moderate'],
    ['heavysleet', 'sleet', 'heavy'],
    ['lightsleetshowers_day', 'sleet', 'light'],
    ['sleetshowers_day', 'sleet', 'moderate'],
    ['heavysleetshowers_day', 'sleet', 'heavy'],
    ['lightsnow', 'snow', 'light'],
    ['snow', 'snow', 'moderate'],
    ['heavysnow', 'snow', 'heavy'],
    ['lightsnowshowers_night', 'snow_showers', 'light'],
    ['snowshowers_day', 'snow_showers', 'moderate'],
    ['heavysnowshowers_day', 'snow_showers', 'heavy'],
    ['lightrainandthunder', 'thunderstorm', 'light'],
    ['rainandthunder', 'thunderstorm', 'moderate'],
    ['heavyrainandthunder', 'thunderstorm', 'heavy'],
    ['lightrainshowersandthunder_day', 'thunderstorm', 'light'],
    ['rainshowersandthunder_day', 'thunderstorm', 'moderate'],
    ['heavyrainshowersandthunder_day', 'thunderstorm', 'heavy'],
    ['lightsleetandthunder', 'thunderstorm', 'light'],
    ['sleetandthunder', 'thunderstorm', 'moderate'],
    ['heavysleetandthunder', 'thunderstorm', 'heavy'],
    ['lightssleetshowersandthunder_day', 'thunderstorm', 'light'],
    ['sleetshowersandthunder_day', 'thunderstorm', 'moderate'],
    ['heavysleetshowersandthunder_day', 'thunderstorm', 'heavy'],
    ['lightsnowandthunder', 'thunderstorm', 'light'],
    ['snowandthunder', 'thunderstorm', 'moderate'],
    ['heavysnowandthunder', 'thunderstorm', 'heavy'],
    ['lightssnowshowersandthunder_night', 'thunderstorm', 'light'],
    ['snowshowersandthunder_day', 'thunderstorm', 'moderate'],
    ['heavysnowshowersandthunder_day', 'thunderstorm', 'heavy'],
    ['rainoffrogs', 'unknown', null],
    ['', 'unknown', null],
  ])('%s is %s, %s', (symbol, condition, intensity) => {
    expect(skyOf(symbol)).toEqual({ condition, intensity })
  })

  it.each([
    ['fair_day', true],
    ['fair_night', false],
    ['fair_polartwilight', false],
    ['rain', null],
  ])('%s means that the sun is up: %s', (symbol, isDay) => {
    expect(isDayOf(symbol)).toBe(isDay)
  })
})

describe('conditions', () => {
  it('are the recorded entry of the current hour', () => {
    expect(toConditions(londonEntries, LONDON, FETCHED_AT)).toEqual({
      provider: 'met-norway',
      fetchedAt: FETCHED_AT,
      validAt: new Date('2020-07-20T11:00:00Z'),
      basis: 'forecast',
      temperatureC: 18.8,
      apparentTemperatureC: 18.8,
      relativeHumidityPct: 47,
      pressureMslHpa: 1023.2,
      visibilityKm: null,
      uvIndex: null,
      windSpeedKmh: 8.3,
      windGustKmh: null,
      windDirectionDeg: 349.3,
      cloudCoverPct: 12.5,
      precipitationMm: 0,
      precipitationWindowMinutes: 60,
      condition: 'clear',
      intensity: null,
      isDay: true,
      sunriseAt: null,
      sunsetAt: null,
      derived: ['apparentTemperatureC'],
    })
  })

  it('feel warmer than the air when it is humid', () => {
    expect(
      toConditions(newYorkEntries, { latitude: 40.7, longitude: -74 }, FETCHED_AT),
    ).toMatchObject({
      temperatureC: 26.5,
      relativeHumidityPct: 81.3,
      apparentTemperatureC: 28.8,
    })
  })

  it('are never of an hour that has not begun', () => {
    const almostNoon = new Date('2020-07-20T11:59:59.999Z')
    const noon = new Date('2020-07-20T12:00:00Z')
    const hourAt = (now: Date) => toConditions(londonEntries, LONDON, now).validAt.getUTCHours()
    expect([hourAt(almostNoon), hourAt(noon)]).toEqual([11, 12])
  })

  it('give the longer period of precipitation where the hour is missing', () => {
    const evening = new Date('2020-07-25T12:30:00Z')
    expect(toConditions(londonEntries, LONDON, evening)).toMatchObject({
      precipitationMm: 0.9,
      precipitationWindowMinutes: 360,
      condition: 'rain_showers',
    })
  })
})

describe('forecast', () => {
  const london = toForecast(londonEntries, LONDON, FETCHED_AT)
  const newYork = toForecast(newYorkEntries, { timeZone: 'America/New_York' }, FETCHED_AT)
  const dayOf = ({ days }: typeof london, date: string) => days.find((day) => day.date === date)

  it('has a day for each local date, without a last day of seven hours', () => {
    expect(london.days.map(({ date }) => date)).toEqual([
      '2020-07-20',
      '2020-07-21',
      '2020-07-22',
      '2020-07-23',
      '2020-07-24',
      '2020-07-25',
      '2020-07-26',
      '2020-07-27',
      '2020-07-28',
    ])
  })

  it('says that what is left of today is not the whole day', () => {
    expect(london.days.map(({ partial }) => partial)).toEqual([true, ...Array(8).fill(false)])
  })

  it('aggregates a day of hours', () => {
    expect(dayOf(london, '2020-07-21')).toEqual({
      date: '2020-07-21',
      temperatureMaxC: 20.2,
      temperatureMinC: 10.9,
      precipitationMm: 0,
      precipitationProbability: null,
      windSpeedMaxKmh: 9.7,
      windGustMaxKmh: null,
      uvIndexMax: null,
      condition: 'overcast',
      intensity: null,
      sunriseAt: null,
      sunsetAt: null,
      partial: false,
    })
    expect(london.derived).toContain('temperatureMaxC')
  })

  it.each([
    ['New York', 'America/New_York', newYorkEntries, '2020-07-20', 26.5, 36],
    ['New York', 'America/New_York', newYorkEntries, '2020-07-21', 22.4, 32.2],
    ['London', 'Europe/London', londonEntries, '2020-07-21', 10.9, 20.2],
    ['Tokyo', 'Asia/Tokyo', londonEntries, '2020-07-21', 10.9, 21.1],
  ])(
    'has the extremes of the recorded hours between midnights of %s',
    (_, timeZone, entries, date, temperatureMinC, temperatureMaxC) => {
      const forecast = toForecast(entries, { timeZone }, FETCHED_AT)
      expect(dayOf(forecast, date)).toMatchObject({ temperatureMinC, temperatureMaxC })
    },
  )

  it('takes the extremes within spans of six hours, and adds spans that do not overlap', () => {
    expect(dayOf(london, '2020-07-25')).toMatchObject({
      temperatureMaxC: 23.4,
      temperatureMinC: 14.6,
      precipitationMm: 1.1,
      condition: 'rain_showers',
      intensity: 'light',
    })
  })

  it('shares rain across midnight between the days by hours', () => {
    // 3 mm from 20:00 to 02:00 in New York, then 0, 0.4 and 0.6 mm.
    expect(dayOf(newYork, '2020-07-22')).toMatchObject({ precipitationMm: 2 })
    expect(dayOf(newYork, '2020-07-23')).toMatchObject({ precipitationMm: 2 })
    expect(newYork.derived).toContain('precipitationMm')
  })

  it('keeps a long last day and says that it is partial', () => {
    const { days } = toForecast(londonEntries, { timeZone: 'Asia/Tokyo' }, FETCHED_AT)
    expect(days.at(-1)).toMatchObject({ date: '2020-07-29', partial: true })
  })

  it('covers today as a whole when the document begins at local midnight', () => {
    const afterMidnight = new Date('2020-07-20T11:10:00Z')
    const { days } = toForecast(londonEntries, { timeZone: 'Etc/GMT+11' }, afterMidnight)
    expect(days[0]).toMatchObject({ date: '2020-07-20', partial: false })
  })

  it('forgets days that are over', () => {
    const later = new Date('2020-07-22T09:00:00Z')
    const { days } = toForecast(londonEntries, LONDON, later)
    expect(days[0]).toMatchObject({ date: '2020-07-22', partial: false })
  })

  it('says of a day with a hole in it that it is partial', () => {
    const holed = londonEntries.filter(({ atMs }) => atMs !== Date.parse('2020-07-23T12:00:00Z'))
    const { days } = toForecast(holed, LONDON, FETCHED_AT)
    expect(days.filter(({ partial }) => partial).map(({ date }) => date)).toEqual([
      '2020-07-20',
      '2020-07-23',
    ])
  })

  it('gives the chance of rain as a share', () => {
    const document = changed(({ properties }) => {
      const details = { precipitation_amount: 0.2, probability_of_precipitation: 37.5 }
      properties.timeseries[0]!.data['next_1_hours'] = { details }
      properties.meta.units['probability_of_precipitation'] = '%'
    })
    const { days } = toForecast(entriesIn(document), LONDON, FETCHED_AT)
    expect(days[0]).toMatchObject({ precipitationProbability: 0.38, precipitationMm: 0.2 })
  })
})

describe('pricing', () => {
  const provider = createMetNorway({ http })

  it('asks once for both products of a place, with no more than four decimals', () => {
    expect(provider.price([{ place: LONDON, products: ['forecast', 'conditions'] }])).toEqual([
      {
        url: 'https://api.met.no/weatherapi/locationforecast/2.0/complete?lat=51.5085&lon=-0.1257',
        weight: 1,
        places: [LONDON],
        products: ['conditions', 'forecast'],
      },
    ])
  })

  it.each([
    [0.57, '0.57'],
    [-33.86789, '-33.8678'],
    [-0.00003, '0'],
    [151, '151'],
  ])('truncates %d to %s', (latitude, expected) => {
    const [priced] = provider.price([{ place: { ...LONDON, latitude }, products: ['conditions'] }])
    expect(new URL(priced!.url).searchParams.get('lat')).toBe(expected)
  })

  it('makes a request for each place and none for what it does not have', () => {
    const elsewhere = { ...LONDON, id: 1 }
    const requests = provider.price([
      { place: LONDON, products: ['conditions', 'air-quality'] },
      { place: elsewhere, products: ['air-quality'] },
      { place: elsewhere, products: ['forecast'] },
    ])
    expect(requests.map(({ products }) => products)).toEqual([['conditions'], ['forecast']])
  })
})

describe('sending', () => {
  it('answers with a reading and what to remember of it', async () => {
    const answer = await answerOf(ANSWER)
    expect(answer).toMatchObject({
      kind: 'reading',
      reading: { conditions: { temperatureC: 18.8 }, forecast: { provider: 'met-norway' } },
      memory: {
        expiresAt: '2020-07-20T12:16:23.000Z',
        lastModified: 'Mon, 20 Jul 2020 11:44:31 GMT',
        validAt: '2020-07-20T11:00:00.000Z',
      },
    })
    expect(api.seen.at(-1)?.headers).toMatchObject({ 'user-agent': 'weather247-tests/1' })
    expect(api.seen.at(-1)?.headers).not.toHaveProperty('if-modified-since')
  })

  it('answers only with what was asked for', async () => {
    const answer = await answerOf(ANSWER, FETCHED_AT, request(undefined, DAYS))
    expect(answer).toMatchObject({ kind: 'reading', reading: { forecast: {} } })
    expect(answer).not.toHaveProperty('reading.conditions')
    expect(answer).not.toHaveProperty('memory.validAt')
  })

  it('takes the answer of a version that is about to end', async () => {
    expect(verdictOf(await outcome({ ...ANSWER, status: 203 }))).toBe('reading')
  })

  const memory: PlaceMemory = {
    expiresAt: '2020-07-20T11:30:00.000Z',
    lastModified: 'Mon, 20 Jul 2020 11:00:05 GMT',
    validAt: '2020-07-20T11:00:00.000Z',
  }
  const UNCHANGED: StubAnswer = { status: 304, headers: { expires: Expires } }

  it('sends Last-Modified back word for word and keeps what is stored on a 304', async () => {
    const answer = await answerOf(UNCHANGED, FETCHED_AT, request(memory))
    expect(api.seen.at(-1)?.headers['if-modified-since']).toBe('Mon, 20 Jul 2020 11:00:05 GMT')
    expect(answer).toEqual({
      kind: 'unchanged',
      memory: { ...memory, expiresAt: '2020-07-20T12:16:23.000Z' },
    })
  })

  it('remembers for a week that a place is not covered', async () => {
    const answer = await answerOf({ status: 422 })
    expect(answer).toMatchObject({
      kind: 'failed',
      error: { kind: 'not-covered', status: 422 },
      memory: { notCoveredUntil: '2020-07-27T11:44:31.000Z' },
    })
  })

  it('waits as long as a throttled answer says', async () => {
    const { thrown } = await outcome({ status: 429, headers: { 'retry-after': '7' } })
    expect(thrown).toMatchObject({ kind: 'rate-limited', retryAfterMs: 7000 })
  })

  it.each<[string, string, StubAnswer]>([
    ['silence', 'provider timeout', { fault: 'hang' }],
    ['a closed connection', 'provider network', { fault: 'cut' }],
    ['a refused User-Agent', 'provider unauthorized', { status: 403, body: '<html>' }],
    ['a throttle', 'provider rate-limited', { status: 429, body: '<html>' }],
    ['a wrong path', 'provider rejected', { status: 404 }],
    ['a bad parameter', 'provider rejected', { status: 400, body: '<html>' }],
    ['an outage', 'provider unavailable', { status: 502, body: '<html>' }],
    ['a page instead of data', 'provider unavailable', { body: '<html>' }],
    ['another shape', 'provider schema-mismatch', { body: { properties: {} } }],
    [
      'no time series',
      'place place-missing',
      { body: changed(({ properties }) => (properties.timeseries = [])) },
    ],
    [
      'hours to come only',
      'place from-the-future',
      { body: changed(({ properties }) => properties.timeseries.shift()) },
    ],
    [
      'another unit of temperature',
      'provider schema-mismatch',
      { body: changed(({ properties }) => (properties.meta.units['air_temperature'] = 'K')) },
    ],
    [
      'a time that is none in every entry',
      'provider schema-mismatch',
      { body: changed(({ properties }) => properties.timeseries.forEach(saysNoon)) },
    ],
    [
      'an impossible value',
      'place out-of-range',
      { body: changed(({ properties }) => setNow(properties, { air_temperature: 188 })) },
    ],
    [
      'no temperature',
      'place place-missing',
      { body: changed(({ properties }) => setNow(properties, { air_temperature: null })) },
    ],
    [
      'no name of a temperature',
      'provider schema-mismatch',
      { body: changed(({ properties }) => setNow(properties, { air_temperature: undefined })) },
    ],
    [
      'text for a number',
      'provider schema-mismatch',
      { body: changed(({ properties }) => setNow(properties, { air_temperature: '2' })) },
    ],
  ])('%s is %s', async (_, verdict, answer) => {
    const asked = request(undefined, NOW_ONLY)
    expect(verdictOf(await outcome(answer, FETCHED_AT, asked))).toBe(verdict)
  })

  it('keeps the days of a document whose hours have not begun', async () => {
    const body = changed(({ properties }) => properties.timeseries.shift())
    expect(await answerOf({ body })).toMatchObject({
      kind: 'reading',
      reading: { forecast: { provider: 'met-norway' } },
      missing: [{ products: ['conditions'], error: { kind: 'from-the-future' } }],
    })
  })

  it('refuses a present temperature of the wrong type by name, and keeps the days', async () => {
    const body = changed(({ properties }) => setNow(properties, { air_temperature: '2' }))
    const answer = await answerOf({ body })
    expect(answer).toMatchObject({
      reading: { forecast: { provider: 'met-norway' } },
      missing: [{ products: ['conditions'], error: { kind: 'schema-mismatch' } }],
    })
    const said = JSON.stringify(answer?.kind === 'reading' && answer.discarded)
    expect(said).toContain('/timeseries/0"')
    expect(said).toContain('/data/instant/details/air_temperature')
  })

  it.each([
    ['of the wrong type', (at: WireDocument) => setNow(at.properties, { wind_speed: '2' })],
    ['in knots', (at: WireDocument) => (at.properties.meta.units['wind_speed'] = 'knots')],
    ['that cannot be', (at: WireDocument) => setNow(at.properties, { wind_speed: 1e9 })],
  ])('leaves a wind %s out and says so', async (_, change) => {
    const answer = await answerOf({ body: changed(change) })
    expect(answer).toMatchObject({
      reading: { conditions: { temperatureC: 18.8, windSpeedKmh: null } },
      missing: [],
    })
    const said = JSON.stringify(answer?.kind === 'reading' && answer.discarded)
    expect(said).toMatch(/wind_?speed/i)
  })

  it.each([
    ['a century ahead', 'Sat, 20 Jul 2120 11:44:31 GMT', undefined],
    ['in the year 9999', 'Fri, 31 Dec 9999 23:59:59 GMT', undefined],
    ['of a day ahead', 'Tue, 21 Jul 2020 11:44:31 GMT', '2020-07-20T17:44:31.000Z'],
    ['of half an hour ahead', Expires, '2020-07-20T12:16:23.000Z'],
    ['in an older form', 'Monday, 20-Jul-20 12:16:23 GMT', '2020-07-20T12:16:23.000Z'],
    ['of a day that does not exist', 'Fri, 31 Feb 2020 12:00:00 GMT', undefined],
    ['of zero', '0', undefined],
    ['that is a number', '1e20', undefined],
    ['in words', 'soon', undefined],
  ])('comes back within hours after an Expires %s', async (_, expires, expiresAt) => {
    const answer = await answerOf({ ...ANSWER, headers: { expires } })
    expect(answer?.memory?.expiresAt).toBe(expiresAt)
  })

  it.each([
    ['of the future', 'Mon, 20 Jul 2020 12:44:31 GMT'],
    ['of 1970', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    ['that is no date', 'yesterday'],
    ['that is a number', '0'],
  ])('keeps no validator %s', async (_, lastModified) => {
    const answer = await answerOf({ ...ANSWER, headers: { 'last-modified': lastModified } })
    expect(answer?.kind).toBe('reading')
    expect(answer?.memory).not.toHaveProperty('lastModified')
  })

  it.each([
    ['without a memory', undefined],
    ['with a memory that has no validator', { expiresAt: '2020-07-20T11:30:00.000Z' }],
    ['with an address alone', { address: {} }],
  ])('refuses a 304 to a request %s', async (_, known) => {
    const { thrown } = await outcome(UNCHANGED, FETCHED_AT, request(known))
    expect(thrown).toMatchObject({ kind: 'not-json', status: 304 })
  })

  it.each<[string, readonly Product[], string, string]>([
    ['three days ago', NOW_ONLY, '2020-07-17T11:00:00Z', 'place stale'],
    ['three days ago', DAYS, '2020-07-17T11:00:00Z', 'place stale'],
    ['tomorrow', DAYS, '2020-07-21T11:00:00Z', 'place from-the-future'],
    ['at a time that is none', DAYS, '2020-02-30T11:00:00Z', 'reading'],
  ])('judges a document made %s for %s', async (_, products, updatedAt, verdict) => {
    const body = changed(({ properties }) => (properties.meta.updated_at = updatedAt))
    const sent = outcome({ body }, FETCHED_AT, request(undefined, products))
    expect(verdictOf(await sent)).toBe(verdict)
  })

  it.each<[string, (document: WireDocument) => void, string]>([
    ['an hour twice', (at) => duplicateFirst(at.properties.timeseries), 'place out-of-range'],
    ['hours in reverse', (at) => at.properties.timeseries.reverse(), 'place out-of-range'],
  ])('refuses a document with %s', async (_, change, verdict) => {
    expect(verdictOf(await outcome({ body: changed(change) }))).toBe(verdict)
  })

  it('knows no sum of rain of which one hour cannot be', async () => {
    const body = changed(({ properties }) => {
      properties.timeseries[2]!.data['next_1_hours'] = { details: { precipitation_amount: -999 } }
    })
    const answer = await answerOf({ body }, FETCHED_AT, request(undefined, DAYS))
    expect(answer).toMatchObject({
      reading: {
        forecast: {
          days: expect.arrayContaining([
            expect.objectContaining({ precipitationMm: null }),
          ]) as unknown,
        },
      },
    })
  })

  it('refuses an old document', async () => {
    const body = changed(({ properties }) => (properties.timeseries.length = 1))
    const later = new Date('2020-07-20T12:31:00Z')
    const asked = request(undefined, NOW_ONLY)
    expect(verdictOf(await outcome({ body }, later, asked))).toBe('place stale')
  })
})

const saysNoon = (entry: WireEntry): void => void (entry.time = 'noon')

function setNow({ timeseries }: WireDocument['properties'], values: object): void {
  Object.assign(timeseries[0]!.data.instant.details, values)
}

function duplicateFirst(timeseries: WireEntry[]): void {
  timeseries.unshift(structuredClone(timeseries[0]!))
}
