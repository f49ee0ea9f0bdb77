import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import type { Place } from '../../../domain/city/city.ts'
import type { PlaceAnswer, PlaceMemory, PlaceRequest } from '../../../domain/provider/provider.ts'
import { startEmulator } from '../../../emulator/index.ts'
import { bundledCities } from '../../../cli/cities/starter-cities.ts'
import {
  outcomeOf,
  startProviderStub,
  verdictOf,
  type SendOutcome,
  type StubAnswer,
} from '../../../test/support/providers/provider-stub.ts'
import { createHttpClient } from '../../http-client.ts'
import { createAviationWeather } from './adapter.ts'

const NOW = new Date('2026-10-08T04:00:00Z')

const place = (latitude: number, longitude: number, elevationM: number | null = null): Place => ({
  id: 1,
  latitude,
  longitude,
  elevationM,
  timeZone: 'UTC',
  countryCode: 'US',
})

const NEW_YORK = { ...place(40.7143, -74.006, 10), id: 5128581 }
const MUMBAI = { ...place(19.0728, 72.8777, 8), id: 1275339 }
const wanting = (...places: Place[]): PlaceRequest[] =>
  places.map((one) => ({ place: one, products: ['conditions'] }))

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')

const HEADER = fixture('metars-cache-head.csv').split('\n')[0] ?? ''
const COLUMNS = HEADER.split(',')

interface Said {
  readonly text: string
  readonly at?: string
  readonly latitude?: number
  readonly longitude?: number
  readonly elevationM?: number | null
  readonly corrected?: boolean
}

/** A row of the world file of which only these columns are filled in. */
function row({ text, at = '2026-10-08T03:51:00.000Z', ...said }: Said): string {
  const values: Record<string, string | number | null> = {
    raw_text: `"${text}"`,
    station_id: text.replace(/^(METAR|SPECI) /, '').slice(0, 4),
    observation_time: at,
    latitude: said.latitude ?? 40.6392,
    longitude: said.longitude ?? -73.7639,
    elevation_m: said.elevationM === undefined ? 3 : said.elevationM,
    corrected: said.corrected ? 'TRUE' : '',
  }
  return COLUMNS.map((column) => String(values[column] ?? '')).join(',')
}

const fileOf = (rows: readonly string[]): StubAnswer => ({
  body: gzipSync([...rows, ''].join('\n')),
  headers: { 'content-type': 'application/x-gzip' },
})

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((part) => part.close()))
})

/** Far longer than any machine takes, for calls that are answered. */
const PATIENT_MS = 60_000

async function connect(
  answerTo: (url: string) => StubAnswer,
  callTimeoutMs = PATIENT_MS,
  minStations = 1,
) {
  const stub = await startProviderStub(answerTo)
  const http = createHttpClient({ userAgent: 'weather247-test', callTimeoutMs })
  opened.push(stub, http)
  const adapter = createAviationWeather({ http, baseUrl: stub.baseUrl }, minStations)
  return { adapter, seen: stub.seen }
}

async function verdictOn(answer: StubAnswer, at: Place = NEW_YORK, memory?: PlaceMemory) {
  const { adapter } = await connect(() => answer, answer.fault === 'hang' ? 100 : PATIENT_MS)
  const [request] = adapter.price([
    { place: at, products: ['conditions'], ...(memory && { memory }) },
  ])
  return verdictOf(await outcomeOf(adapter, request!, NOW))
}

async function answerFrom(rows: readonly string[], at: Place = NEW_YORK): Promise<PlaceAnswer> {
  const { adapter } = await connect(() => fileOf([HEADER, ...rows]))
  const [request] = adapter.price(wanting(at))
  const outcome = await outcomeOf(adapter, request!, NOW)
  if (outcome.thrown !== undefined) throw outcome.thrown
  if (!outcome.answer) throw new Error('the place was not answered')
  return outcome.answer
}

const conditionsIn = (answer: PlaceAnswer) =>
  answer.kind === 'reading' ? answer.reading.conditions : undefined

const KNOWN: PlaceMemory = { address: { stations: ['KJFK', 'KLGA'] } }

describe('requests', () => {
  const named = (count: number, memory: PlaceMemory = KNOWN) =>
    Array.from({ length: count }, (_, index) => ({
      place: { ...NEW_YORK, id: index + 1 },
      products: ['conditions', 'forecast'] as const,
      memory,
    }))

  it.each([
    ['one place whose stations are known', named(1), '/api/data/metar?ids=KJFK,KLGA&format=json'],
    ['ten such places', named(10), '/api/data/metar?ids=KJFK,KLGA&format=json'],
    ['eleven such places', named(11), '/data/cache/metars.cache.csv.gz'],
    ['a place of which nothing is known', wanting(NEW_YORK), '/data/cache/metars.cache.csv.gz'],
    [
      'a place whose stations are forgotten',
      named(1, { address: {} }),
      '/data/cache/metars.cache.csv.gz',
    ],
    [
      'stations that are part of no address',
      named(1, { address: { stations: ['../x'] } }),
      '/data/cache/metars.cache.csv.gz',
    ],
    ['a thousand places', named(1000), '/data/cache/metars.cache.csv.gz'],
  ])('are one, of weight 1, for %s', async (_, requests, path) => {
    const { adapter, seen } = await connect(() => ({}))
    const priced = adapter.price(requests)
    expect(priced).toHaveLength(1)
    expect(priced[0]).toMatchObject({ weight: 1, products: ['conditions'] })
    expect(priced[0]?.isIndivisible).toBe(path.includes('cache') ? true : undefined)
    expect(priced[0]?.places).toHaveLength(requests.length)
    expect(priced[0]?.url).toMatch(new RegExp(`^http://127.0.0.1:\\d+${path.replace('?', '\\?')}$`))
    expect(seen).toEqual([])
  })

  it('are none for what is not observed', async () => {
    const { adapter } = await connect(() => ({}))
    expect(adapter.price([{ place: NEW_YORK, products: ['forecast', 'air-quality'] }])).toEqual([])
    expect(adapter.price([])).toEqual([])
  })
})

describe('recorded answers', () => {
  it('hold the newest report of Kennedy airport, and none of Mumbai that is young', async () => {
    const body: unknown = JSON.parse(fixture('metar-four-stations.json'))
    const { adapter } = await connect(() => ({ body }))
    const requests = [NEW_YORK, MUMBAI].map((one) => ({
      place: one,
      products: ['conditions'] as const,
      memory: KNOWN,
    }))
    const [request] = adapter.price(requests)
    const answers = await adapter.send(request!, {
      signal: new AbortController().signal,
      now: () => NOW,
    })
    expect(conditionsIn(answers.get(NEW_YORK.id)!)).toMatchObject({
      provider: 'aviation-weather',
      validAt: new Date('2026-10-08T03:51:00Z'),
      basis: 'observed',
      temperatureC: 15.6,
      windSpeedKmh: 24.1,
      windGustKmh: 42.6,
      windDirectionDeg: 220,
      visibilityKm: 16.09,
      pressureMslHpa: 1012.5,
      cloudCoverPct: 44,
      condition: 'partly_cloudy',
      intensity: null,
      isDay: false,
    })
    expect(answers.get(MUMBAI.id)).toMatchObject({ kind: 'failed', error: { kind: 'stale' } })
  })

  it('hold reports of former years in the form of the world file, which are refused as stale', async () => {
    const { adapter } = await connect(() => ({ body: gzipSync(fixture('metars-cache-head.csv')) }))
    const places = [place(33.95, -83.33, 220), { ...place(37.7749, -122.4194, 28), id: 2 }]
    const [request] = adapter.price(wanting(...places))
    const at = (now: string) =>
      adapter.send(request!, { signal: new AbortController().signal, now: () => new Date(now) })
    const [athens, sanFrancisco] = [...(await at('2021-02-18T18:00:00Z')).values()]
    expect(conditionsIn(athens!)).toMatchObject({
      temperatureC: 5,
      visibilityKm: 2.41,
      condition: 'fog',
    })
    expect(sanFrancisco).toMatchObject({ kind: 'failed', error: { kind: 'stale' } })
  })
})

describe('the world file', () => {
  const JFK = 'KJFK 080351Z 22013G23KT 10SM FEW095 16/12 A2990'

  it('may begin with lines of status, and holds stations that have no place', async () => {
    const status = ['No errors', 'No warnings', '7 ms', 'data source=metars', '2 results']
    const ship = row({
      text: 'QSHP 080351Z AUTO 22013KT 99/12',
      latitude: -99.99,
      longitude: -99.99,
    })
    const { adapter } = await connect(() => fileOf([...status, HEADER, ship, row({ text: JFK })]))
    const [request] = adapter.price(wanting(NEW_YORK, { ...place(-89.9, -99.9), id: 2 }))
    const answers = await adapter.send(request!, {
      signal: new AbortController().signal,
      now: () => NOW,
    })
    expect(conditionsIn(answers.get(NEW_YORK.id)!)).toMatchObject({ temperatureC: 16 })
    expect(answers.get(2)).toMatchObject({
      kind: 'failed',
      error: { kind: 'not-covered' },
      memory: { notCoveredUntil: '2026-10-09T05:00:00.000Z' },
    })
  })

  it.each<[string, Said[], number | undefined]>([
    [
      'the newest report, in any order',
      [
        { text: 'KJFK 080251Z 22013KT 10SM CLR 14/12 A2990', at: '2026-10-08T02:51:00Z' },
        { text: JFK },
        { text: 'SPECI KJFK 080331Z 22013KT 10SM CLR 15/12 A2990', at: '2026-10-08T03:31:00Z' },
      ],
      16,
    ],
    [
      'the correction before its original',
      [{ text: JFK }, { text: 'KJFK 080351Z COR 22013KT 10SM CLR 17/12 A2990' }],
      17,
    ],
    [
      'the correction that only a column names',
      [{ text: 'KJFK 080351Z 22013KT 10SM CLR 18/12 A2990', corrected: true }, { text: JFK }],
      18,
    ],
    [
      'the last of several corrections',
      [
        { text: 'KJFK 080351Z CCB 22013KT 10SM CLR 19/12 A2990' },
        { text: 'KJFK 080351Z CCA 22013KT 10SM CLR 18/12 A2990' },
      ],
      19,
    ],
    [
      'the report before one that is garbled',
      [
        { text: 'KJFK 080351Z 2#013KT #0SM CL# 1#/## A29##' },
        { text: 'KJFK 080321Z 22013KT 10SM CLR 13/12 A2990', at: '2026-10-08T03:21:00Z' },
      ],
      13,
    ],
    ['nothing that is of another time', [{ text: JFK, at: '2026-10-08T03:50:00Z' }], undefined],
  ])('counts for a station with %s', async (_, said, temperatureC) => {
    const answer = await answerFrom(said.map(row))
    expect(conditionsIn(answer)?.temperatureC).toBe(temperatureC)
  })

  it.each<[string, StubAnswer, string]>([
    ['is no gzip', { body: 'raw_text' }, 'provider not-json'],
    ['is cut', { body: gzipSync(`${HEADER}\n`.repeat(50)).subarray(0, 40) }, 'provider not-json'],
    ['is not UTF-8', { body: gzipSync(Buffer.of(0xff, 0xfe, 0xfd)) }, 'provider not-json'],
    ['is a page', { body: '<html>Akamai</html>' }, 'provider unavailable'],
    ['is empty', { body: gzipSync('') }, 'provider schema-mismatch'],
    ['has no report', fileOf([HEADER]), 'provider schema-mismatch'],
    ['has no header', fileOf(['No errors', 'No warnings']), 'provider schema-mismatch'],
    [
      'lacks a column',
      fileOf([HEADER.replace('raw_text', 'raw'), row({ text: JFK })]),
      'provider schema-mismatch',
    ],
    [
      'lacks the positions',
      fileOf([HEADER.replace('latitude', 'lat')]),
      'provider schema-mismatch',
    ],
    ['has a quote that nothing closes', fileOf([HEADER, '"KJFK']), 'provider schema-mismatch'],
    ['has a row without end', fileOf([HEADER, 'x'.repeat(5_000)]), 'provider schema-mismatch'],
    [
      'has rows of another form',
      fileOf([HEADER, ...Array.from({ length: 50 }, () => 'KJFK,1')]),
      'provider schema-mismatch',
    ],
    ['is too large', { body: Buffer.alloc(9 * 1024 * 1024, 1) }, 'provider not-json'],
    ['is refused', { status: 403, body: '<html>' }, 'provider unauthorized'],
    ['is asked for too often', { status: 429, body: '' }, 'provider rate-limited'],
    ['is not served', { status: 502, body: '<html>' }, 'provider unavailable'],
    ['is nowhere', { status: 404, body: '' }, 'provider rejected'],
    ['is unchanged, though nothing is known', { status: 304 }, 'provider not-json'],
    ['does not come', { fault: 'hang' }, 'provider timeout'],
    ['is cut off', { fault: 'cut' }, 'provider network'],
  ])('that %s fails the request', async (_, answer, verdict) => {
    expect(await verdictOn(answer)).toBe(verdict)
  })

  /** The answers of the adapter as time passes. */
  async function sentOver(answers: StubAnswer[], minStations = 1) {
    const { adapter, seen } = await connect(
      () => answers.shift() ?? { status: 500 },
      PATIENT_MS,
      minStations,
    )
    const [request] = adapter.price(wanting(NEW_YORK))
    const after = (minutes: number) =>
      outcomeOf(adapter, request!, new Date(NOW.getTime() + minutes * 60_000))
    return { after, seen }
  }

  const answerIn = (outcome: SendOutcome) =>
    outcome.thrown === undefined ? outcome.answer : undefined

  const stations = (...ids: string[]): StubAnswer =>
    fileOf([HEADER, ...ids.map((id) => row({ text: JFK.replace('KJFK', id) }))])

  it('of too few stations is refused', async () => {
    const { after } = await sentOver([stations('KJFK', 'KLGA')], 3)
    expect(verdictOf(await after(0))).toBe('provider schema-mismatch')
  })

  it('of less than half of the stations does not replace the one that may be served', async () => {
    const whole = stations('KJFK', 'KLGA', 'KEWR')
    const { after, seen } = await sentOver([whole, stations('KJFK'), stations('KJFK')])
    expect(verdictOf(await after(0))).toBe('reading')
    for (const minutes of [6, 6.5]) {
      const answer = answerIn(await after(minutes))
      expect(answer?.memory).toEqual({ address: { stations: ['KJFK', 'KLGA', 'KEWR'] } })
      expect(answer).toMatchObject({ discarded: [{ field: 'newest world file' }] })
    }
    expect(seen).toHaveLength(2)
    expect(answerIn(await after(31))?.memory).toEqual({ address: { stations: ['KJFK'] } })
  })

  it('that is nowhere is not fetched again for a minute', async () => {
    const { after, seen } = await sentOver([{ status: 404, body: '' }, stations('KJFK')])
    expect(verdictOf(await after(0))).toBe('provider rejected')
    expect(verdictOf(await after(0.9))).toBe('provider rejected')
    expect(seen).toHaveLength(1)
    expect(verdictOf(await after(1.1))).toBe('reading')
  })

  it.each<[string, PlaceMemory | undefined, string]>([
    ['is not covered', undefined, 'place not-covered'],
    ['that had one before waits for it', { address: {} }, 'place place-missing'],
  ])('is without a station of a place, which %s', async (_, memory, verdict) => {
    const file = stations('KJFK')
    expect(await verdictOn(file, place(0, 0), memory)).toBe(verdict)
  })

  it('is fetched once in five minutes, and again only where it has changed', async () => {
    const validators = { etag: '"a1"', 'last-modified': 'Thu, 08 Oct 2026 03:59:00 GMT' }
    const file = fileOf([HEADER, row({ text: JFK })])
    const answers: StubAnswer[] = [{ ...file, headers: validators }, { status: 304 }, file]
    const { adapter, seen } = await connect(() => answers.shift() ?? { status: 500 })
    const [request] = adapter.price(wanting(NEW_YORK))
    const after = async (minutes: number) => {
      const now = () => new Date(NOW.getTime() + minutes * 60_000)
      const answer = await adapter.send(request!, { signal: new AbortController().signal, now })
      return conditionsIn(answer.get(NEW_YORK.id)!)?.temperatureC
    }
    expect([await after(0), await after(4), await after(5), await after(9.9)]).toEqual([
      16, 16, 16, 16,
    ])
    expect(seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"a1"'])
    expect(seen[1]?.headers['if-modified-since']).toBe(validators['last-modified'])
    expect(await after(10.1)).toBe(16)
    expect(seen).toHaveLength(3)
  })
})

describe('the station of a place', () => {
  const station = (
    id: string,
    latitude: number,
    elevationM: number | null,
    minute = 51,
    temperature = 20,
  ) =>
    row({
      text: `${id} 0803${minute}Z 00000KT 10SM CLR ${temperature}/10 A2990`,
      at: `2026-10-08T03:${minute}:00Z`,
      latitude,
      longitude: 10,
      elevationM,
    })
  const PLACE = place(50, 10, 100)

  // A degree of latitude is 111.2 km.
  it.each<[string, string[], number | string, boolean]>([
    ['at 19 km is the first choice', [station('KAAA', 50.17, 100)], 20, false],
    ['at 21 km is a second choice', [station('KAAA', 50.19, 100)], 20, true],
    ['150 m higher is the first choice', [station('KAAA', 50, 250)], 20, false],
    ['151 m higher is a second choice', [station('KAAA', 50, 251)], 20, true],
    ['of unknown height is a second choice', [station('KAAA', 50, null)], 20, true],
    ['at 59 km and 300 m higher is a second choice', [station('KAAA', 50.53, 400)], 20, true],
    ['at 61 km does not cover it', [station('KAAA', 50.55, 100)], 'not-covered', false],
    ['301 m lower does not cover it', [station('KAAA', 50, -201)], 'not-covered', false],
    [
      'is the close one, not the lower one farther off',
      [station('KAAA', 50.2, 100, 51, 21), station('KBBB', 50.17, 240)],
      20,
      false,
    ],
    [
      'is by distance and height together the nearest',
      [station('KAAA', 50.2, 380, 51, 21), station('KBBB', 50.3, 110)],
      20,
      true,
    ],
    [
      'is the next one where the nearest has no temperature',
      [
        row({
          text: 'KAAA 080351Z 00000KT 10SM CLR A2990',
          latitude: 50,
          longitude: 10,
          elevationM: 100,
        }),
        station('KBBB', 50.1, 100),
      ],
      20,
      false,
    ],
    [
      'is the close one that reported lately, not a nearer one that did not',
      [
        row({
          text: 'KAAA 080240Z 00000KT 10SM CLR 21/10 A2990',
          at: '2026-10-08T02:40:00Z',
          latitude: 50,
          longitude: 10,
          elevationM: 100,
        }),
        station('KBBB', 50.1, 100),
      ],
      20,
      false,
    ],
  ])('%s', async (_, rows, expected, isSecondChoice) => {
    const answer = await answerFrom(rows, PLACE)
    if (answer.kind === 'failed') expect(answer.error.kind).toBe(expected)
    else expect(conditionsIn(answer)?.temperatureC).toBe(expected)
    expect(answer.kind === 'reading' && answer.isSecondChoice === true).toBe(isSecondChoice)
  })

  it('is a second choice for a place of unknown height', async () => {
    // La Paz lies at 3640 m; its airport is in El Alto, 4061 m high.
    const said = { text: 'SLLP 080351Z 00000KT 9999 SCT020 05/01 Q1035', elevationM: 4061 }
    const elAlto = row({ ...said, latitude: -16.5133, longitude: -68.1922 })
    const answer = await answerFrom([elAlto], place(-16.5, -68.15))
    expect(answer).toMatchObject({ kind: 'reading', isSecondChoice: true })
    const known = await answerFrom([elAlto], place(-16.5, -68.15, 3640))
    expect(known).toMatchObject({ kind: 'failed', error: { kind: 'not-covered' } })
  })

  it.each([
    ['74 minutes old is the first choice', 46, '02', false, 'reading'],
    ['76 minutes old is a second choice', 44, '02', true, 'reading'],
    ['91 minutes old is refused', 29, '02', false, 'stale'],
    ['of the future is refused', 5, '04', false, 'from-the-future'],
  ])('with a report that is %s', async (_, minute, hour, isSecondChoice, expected) => {
    const clock = `${hour}:${String(minute).padStart(2, '0')}`
    const text = `KAAA 08${clock.replace(':', '')}Z 00000KT 10SM CLR 20/10 A2990`
    const said = {
      text,
      at: `2026-10-08T${clock}:00Z`,
      latitude: 50,
      longitude: 10,
      elevationM: 100,
    }
    const answer = await answerFrom([row(said)], PLACE)
    expect(answer.kind === 'failed' ? answer.error.kind : answer.kind).toBe(expected)
    expect(answer.kind === 'reading' && answer.isSecondChoice === true).toBe(isSecondChoice)
  })

  it('is remembered by its name, with the others near the place', async () => {
    const answer = await answerFrom([station('KBBB', 50.4, 100), station('KAAA', 50.1, 100)], PLACE)
    expect(answer.memory).toEqual({ address: { stations: ['KAAA', 'KBBB'] } })
  })
})

describe('stations that are asked for by name', () => {
  const JFK = {
    icaoId: 'KJFK',
    obsTime: 1_791_431_460,
    lat: 40.6392,
    lon: -73.7639,
    elev: 3,
    rawOb: 'METAR KJFK 080351Z 22013G23KT 10SM FEW095 16/12 A2990',
  }

  it.each<[string, StubAnswer, string]>([
    ['a report', { body: [JFK] }, 'reading'],
    ['a report without height', { body: [{ ...JFK, elev: null }] }, 'reading'],
    [
      'a report beside one that cannot be read',
      { body: [5, { ...JFK, rawOb: null }, JFK] },
      'reading',
    ],
    ['no report', { body: [] }, 'place place-missing'],
    ['no content', { status: 204 }, 'place place-missing'],
    ['a report from far away', { body: [{ ...JFK, lat: 51 }] }, 'place place-missing'],
    [
      'a report without a place',
      { body: [{ ...JFK, lat: -99.99, lon: -99.99 }] },
      'place place-missing',
    ],
    [
      'an old report',
      {
        body: [{ ...JFK, obsTime: JFK.obsTime - 7200, rawOb: JFK.rawOb.replace('0351Z', '0151Z') }],
      },
      'place stale',
    ],
    [
      'a report of another station',
      { body: [{ ...JFK, icaoId: 'KLGA' }] },
      'place schema-mismatch',
    ],
    ['a garbled report', { body: [{ ...JFK, rawOb: 'KJFK 0#0351Z' }] }, 'place schema-mismatch'],
    [
      'an impossible value',
      { body: [{ ...JFK, rawOb: JFK.rawOb.replace('16/12', '99/12') }] },
      'place out-of-range',
    ],
    ['only what cannot be read', { body: [{ ...JFK, rawOb: 5 }] }, 'provider schema-mismatch'],
    ['no list', { body: { error: 'x' } }, 'provider schema-mismatch'],
    ['no JSON', { body: 'Error' }, 'provider not-json'],
    ['a page', { body: '<html>' }, 'provider unavailable'],
    ['a bad request', { status: 400, body: {} }, 'provider rejected'],
    ['a throttle', { status: 429, body: '' }, 'provider rate-limited'],
    ['a failure of theirs', { status: 503, body: '' }, 'provider unavailable'],
  ])('have %s', async (_, answer, verdict) => {
    expect(await verdictOn(answer, NEW_YORK, KNOWN)).toBe(verdict)
  })

  it('are looked up in the world file next where none has a report, or after a day', async () => {
    const { adapter } = await connect((url) =>
      url.includes('ids=') ? { body: [JFK] } : fileOf([HEADER, row({ text: JFK.rawOb })]),
    )
    const [named] = adapter.price([{ place: NEW_YORK, products: ['conditions'], memory: KNOWN }])
    const [world] = adapter.price(wanting(NEW_YORK))
    const memoryAfter = async (request = named!, hours = 0) => {
      const now = () => new Date(NOW.getTime() + hours * 3_600_000)
      const sent = await adapter.send(request, { signal: new AbortController().signal, now })
      return sent.get(NEW_YORK.id)?.memory
    }
    expect(await memoryAfter()).toEqual({ address: {} })
    expect(await memoryAfter(world)).toEqual({ address: { stations: ['KJFK'] } })
    expect(await memoryAfter()).toBeUndefined()
    expect(await memoryAfter(named, 25)).toEqual({ address: {} })
  })
})

describe('the emulated weather', () => {
  it('is observed near most of the largest cities, as the emulator knows it', async () => {
    const now = new Date('2026-06-01T12:07:31Z')
    const emulator = await startEmulator({ now: () => now })
    const http = createHttpClient({ userAgent: 'weather247-test', callTimeoutMs: PATIENT_MS })
    opened.push(emulator, http)
    const baseUrl = emulator.baseUrls['aviation-weather']
    const adapter = createAviationWeather({ http, baseUrl })
    const cities = (await bundledCities()).slice(0, 100)
    const [request] = adapter.price(wanting(...cities))
    const answers = await adapter.send(request!, {
      signal: new AbortController().signal,
      now: () => now,
    })
    const kindOf = (name: string) => {
      const answer = answers.get(cities.find((city) => city.name === name)?.id ?? 0)
      if (answer?.kind === 'failed') return answer.error.kind
      return answer?.kind === 'reading' && answer.isSecondChoice ? 'second choice' : answer?.kind
    }
    expect(kindOf('Tokyo')).toBe('reading')
    expect(kindOf('Moscow')).toBe('second choice')
    expect(kindOf('Kinshasa')).toBe('stale')
    expect(kindOf('Baghdad')).toBe('schema-mismatch')
    expect(kindOf('Wuhan')).toBe('not-covered')
    const readings = [...answers.values()].flatMap((answer) => conditionsIn(answer) ?? [])
    expect(readings.length).toBeGreaterThan(30)
    expect(emulator.control.stats()['aviation-weather'].requests).toBe(1)
  })
})
