import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createRefreshWriter, type Store } from '../../activities/refresh/refresh-writer.ts'
import { openDatabase } from '../../db/client.ts'
import { importCities } from '../../db/queries/cities.ts'
import type { CityRefresh } from '../../db/queries/city-refresh.ts'
import { cities, conditions, forecastDays, refreshStates } from '../../db/schema/index.ts'
import type { Attempt } from '../../domain/provider/attempt.ts'
import type { ForecastDay } from '../../domain/weather/reading.ts'
import { startCuttableProxy } from '../support/services/cuttable-proxy.ts'
import { CONDITIONS } from '../support/providers/fake-provider.ts'
import { someCities } from '../support/data/some-cities.ts'
import {
  createTestDatabase,
  postgresUrl,
  type TestDatabase,
} from '../support/services/test-database.ts'

const CITIES = someCities(20)
const BAD = 13
const AT = new Date('2026-11-22T12:00:00.000Z')
const GOES_ON = new AbortController().signal
const KINDS = postgresUrl ? (['embedded', 'postgres'] as const) : (['embedded'] as const)

const day = (date: string, overrides: Partial<ForecastDay> = {}): ForecastDay => ({
  date,
  temperatureMaxC: 9,
  temperatureMinC: 1,
  precipitationMm: 0,
  precipitationProbability: null,
  windSpeedMaxKmh: null,
  windGustMaxKmh: null,
  uvIndexMax: null,
  condition: null,
  intensity: null,
  sunriseAt: null,
  sunsetAt: null,
  partial: false,
  ...overrides,
})

const OK: Attempt = { provider: 'open-meteo', products: ['conditions', 'forecast'], outcome: 'ok' }

const refreshOf = (cityId: number, days = [day('2026-11-22'), day('2026-11-23')]): CityRefresh => ({
  cityId,
  runId: 'run-1',
  at: AT,
  outcome: 'ok',
  provider: 'open-meteo',
  reading: {
    conditions: CONDITIONS,
    forecast: { provider: 'open-meteo', fetchedAt: AT, derived: [], days },
  },
  unchanged: [],
  attempts: [OK],
  memories: { 'open-meteo': { lastModified: 'Sun, 22 Nov 2026 12:00:00 GMT' } },
})

const NEVER = new Date(NaN)
const whole = refreshOf(BAD)

const FORECASTS: [string, CityRefresh][] = [
  ['the same day twice', refreshOf(BAD, [day('2026-11-22'), day('2026-11-22')])],
  ['a day that does not exist', refreshOf(BAD, [day('2027-02-29')])],
  ['a day that is no date', refreshOf(BAD, [day('no-date')])],
  ['a year beyond the calendar', refreshOf(BAD, [day('5874899-01-01')])],
  ['a sunrise that is no moment', refreshOf(BAD, [day('2026-11-22', { sunriseAt: NEVER })])],
  ['a NUL in a word', refreshOf(BAD, [day('2026-11-22', { condition: 'a\0b' as 'clear' })])],
]

const CONDITIONS_OF_ONE: [string, CityRefresh][] = (
  [
    ['a moment that is none', { validAt: NEVER }],
    ['a NUL in a word', { condition: 'a\0b' as 'clear' }],
    ['a number that is text', { temperatureC: 'warm' as unknown as number }],
  ] as const
).map(([what, part]) => [
  what,
  { ...whole, reading: { ...whole.reading, conditions: { ...CONDITIONS, ...part } } },
])

const WORDS: [string, CityRefresh][] = [
  ['a NUL in a reason', { ...whole, attempts: [OK, { ...OK, message: '<html>\0' }] }],
  ['half a character in a reason', { ...whole, attempts: [OK, { ...OK, message: '\ud800' }] }],
  ['a NUL in what was learned', { ...whole, memories: { nws: { lastModified: '\0' } } }],
  [
    'half a character in what was learned',
    { ...whole, memories: { nws: { lastModified: '\ud800' } } },
  ],
]

describe.each(KINDS)('a page with a city the %s database does not take', (kind) => {
  let database: TestDatabase
  let store: Store

  beforeAll(async () => {
    database = await createTestDatabase(kind)
    store = createRefreshWriter({ db: database.db, shareLatest: () => Promise.resolve() })
  })
  afterAll(() => database.close())
  beforeEach(() => importCities(database.db, CITIES))
  afterEach(() => database.db.delete(cities))

  const storeAll = (bad: CityRefresh): Promise<CityRefresh[]> =>
    Promise.all(CITIES.map(({ id }) => store(id === bad.cityId ? bad : refreshOf(id), GOES_ON)))

  const rowsOf = async (cityId: number) => ({
    conditions: await database.db.$count(conditions, eq(conditions.cityId, cityId)),
    days: await database.db.$count(forecastDays, eq(forecastDays.cityId, cityId)),
  })

  const stateOf = async (cityId: number) => {
    const states = await database.db.select().from(refreshStates)
    return states.find((state) => state.cityId === cityId)
  }

  const expectNeighboursWhole = async (): Promise<void> => {
    for (const { id } of CITIES.filter((city) => city.id !== BAD)) {
      expect(await rowsOf(id)).toEqual({ conditions: 1, days: 2 })
      expect(await stateOf(id)).toMatchObject({ outcome: 'ok', attempts: [OK] })
    }
  }

  it.each(FORECASTS)('keeps all but the forecast with %s', async (_, bad) => {
    const stored = await storeAll(bad)
    await expectNeighboursWhole()
    expect(await rowsOf(BAD)).toEqual({ conditions: 1, days: 0 })
    const attempts = [
      { ...OK, products: ['conditions'] },
      { provider: 'open-meteo', products: ['forecast'], outcome: 'not-stored' },
    ]
    const ending = { outcome: 'partial', attempts }
    expect(stored.find(({ cityId }) => cityId === BAD)).toMatchObject(ending)
    expect(await stateOf(BAD)).toMatchObject({ ...ending, forecastConfirmedAt: null })
  })

  it.each(CONDITIONS_OF_ONE)('keeps all but the conditions with %s', async (_, bad) => {
    const stored = await storeAll(bad)
    await expectNeighboursWhole()
    expect(await rowsOf(BAD)).toEqual({ conditions: 0, days: 2 })
    const refused = { products: ['conditions'], outcome: 'not-stored' }
    const ending = { outcome: 'failed', attempts: [{ products: ['forecast'] }, refused] }
    expect(stored.find(({ cityId }) => cityId === BAD)).toMatchObject(ending)
    expect(await stateOf(BAD)).toMatchObject({ ...ending, conditionsConfirmedAt: null })
  })

  it.each(WORDS)('keeps all readings in spite of %s', async (_, bad) => {
    await storeAll(bad)
    await expectNeighboursWhole()
    expect(await rowsOf(BAD)).toEqual({ conditions: 1, days: 2 })
    const { attempts } = bad
    expect(await stateOf(BAD)).toMatchObject({
      outcome: 'ok',
      attempts: attempts.map(({ outcome, products }) => ({ outcome, products })),
    })
  })

  it('keeps the others when a city has been removed meanwhile', async () => {
    await database.db.delete(cities).where(eq(cities.id, BAD))
    await storeAll(whole)
    await expectNeighboursWhole()
    expect(await stateOf(BAD)).toBeUndefined()
  })
})

describe.skipIf(!postgresUrl)('a database that is away', () => {
  it('costs the answers nothing that were to be stored', async () => {
    const database = await createTestDatabase('postgres')
    await importCities(database.db, CITIES)
    const { hostname, port } = new URL(database.url)
    const proxy = await startCuttableProxy({ host: hostname, port: Number(port) })
    const url = new URL(database.url)
    url.port = String(proxy.port)
    const client = openDatabase({ url: url.toString(), poolSize: 2 })
    try {
      const shared: number[][] = []
      const store = createRefreshWriter({
        db: client.db,
        shareLatest: (ids) => Promise.resolve(void shared.push([...ids])),
      })
      await proxy.cut()
      let settled = 0
      const all = CITIES.map(({ id }) => store(refreshOf(id), GOES_ON).finally(() => settled++))
      await expect(client.db.$count(conditions)).rejects.toThrow()
      expect(settled).toBe(0)
      await proxy.mend()
      expect((await Promise.all(all)).map(({ outcome }) => outcome)).toEqual(CITIES.map(() => 'ok'))
      expect(await database.db.$count(conditions)).toBe(CITIES.length)
      expect(shared).toEqual([CITIES.map(({ id }) => id)])
    } finally {
      await client.close()
      await proxy.close()
      await database.close()
    }
  })
})
