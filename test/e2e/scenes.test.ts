import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { forecastDays, latestConditions } from '../../db/schema/index.ts'
import { addDays } from '../../domain/time/calendar-date.ts'
import { localDate } from '../../domain/time/local-time.ts'
import { SCENE_NAMES, SCENES, type SceneName, type ScenePlace } from '../../emulator/scenes.ts'
import { weatherAt } from '../../emulator/sky/weather.ts'
import { readInstanceFile } from '../../platform/files/instance-file.ts'
import { startProduct, type Product } from '../support/processes/product.ts'
import { withFuzzScene } from '../support/fixtures/with-fuzz-scene.ts'
import type { FuzzRun } from '../support/fuzz/fuzz-scene.ts'

const HOUR_MS = 3_600_000

/** They answer for every place on Earth. */
const WORLDWIDE = ['open-meteo', 'met-norway', 'openweathermap', 'weatherapi'] as const

/** The days that the emulator sends without a fault, at least. */
const DAYS = { 'open-meteo': 7, 'met-norway': 7, openweathermap: 5, weatherapi: 3 }

interface StoredDay {
  readonly date: string
  readonly provider: string
  readonly temperatureMaxC: number
  readonly temperatureMinC: number
  readonly precipitationProbability: number | null
  readonly windGustMaxKmh: number | null
  readonly sunriseAt: Date | null
  readonly sunsetAt: Date | null
  readonly partial: boolean
}

function rowsOf<Row>({ rows }: FuzzRun, table: string, { id }: ScenePlace): Row[] {
  const wanted = [...rows].filter(([key]) => key.startsWith(`${table} ${id} `))
  return wanted.map(([, row]) => row as Row)
}

const placeOf = (places: readonly ScenePlace[], name: string): ScenePlace => {
  const found = places.find((place) => place.name === name)
  if (!found) throw new Error(`the scene has no ${name}`)
  return found
}

/** Refreshes every place of a scene at one of its moments, once for each provider. */
function playing(name: SceneName) {
  const { places, moments } = SCENES[name]
  let now = new Date(moments[0] ?? '')
  const scene = withFuzzScene({ cities: places, now: () => now, scene: name })
  const runs = new Map<string, FuzzRun>()
  return async (moment: string, provider: (typeof WORLDWIDE)[number]): Promise<FuzzRun> => {
    expect(moments).toContain(moment)
    const known = runs.get(`${moment} ${provider}`)
    if (known) return known
    now = new Date(moment)
    const run = await scene.run([provider], [])
    runs.set(`${moment} ${provider}`, run)
    return run
  }
}

/** OpenWeatherMap has no value for today once the next of its steps is tomorrow's. */
function firstDayOf(
  provider: (typeof WORLDWIDE)[number],
  moment: string,
  timeZone: string,
): string {
  const nextStepMs = Math.ceil(Date.parse(moment) / (3 * HOUR_MS)) * 3 * HOUR_MS
  return localDate(new Date(provider === 'openweathermap' ? nextStepMs : moment), timeZone)
}

const isInOrder = (dates: readonly string[]): boolean =>
  dates.every((date, index) => index === 0 || date === addDays(dates[index - 1] ?? '', 1))

describe('a refresh in the scene polar', () => {
  const { places } = SCENES.polar
  const refreshedAt = playing('polar')

  it.each([
    ['2026-05-23T12:07:00Z', 'McMurdo Station', false],
    ['2026-05-23T12:07:00Z', 'South Pole Station', false],
    ['2026-05-23T12:07:00Z', 'Alert', true],
    ['2026-05-23T12:07:00Z', 'Longyearbyen', true],
    ['2026-06-21T12:07:00Z', 'Tromsø', true],
    ['2026-06-21T12:07:00Z', 'Murmansk', true],
    ['2026-06-21T12:07:00Z', 'Norilsk', true],
    ['2026-06-21T12:07:00Z', 'McMurdo Station', false],
    ['2026-12-21T12:07:00Z', 'Tromsø', false],
    ['2026-12-21T12:07:00Z', 'Alert', false],
    ['2026-12-21T12:07:00Z', 'Longyearbyen', false],
    ['2026-12-21T12:07:00Z', 'Utqiagvik', false],
    ['2026-12-21T12:07:00Z', 'McMurdo Station', true],
    ['2026-12-21T12:07:00Z', 'South Pole Station', true],
  ])('at %s stores no sunrise of %s, and that it is day: %s', async (moment, name, isDay) => {
    for (const provider of WORLDWIDE) {
      const run = await refreshedAt(moment, provider)
      const place = placeOf(places, name)
      expect(rowsOf(run, 'conditions', place)).toMatchObject([{ provider, isDay }])
      const days = rowsOf<StoredDay>(run, 'forecast_days', place)
      expect(days.length).toBeGreaterThanOrEqual(DAYS[provider])
      expect(days.filter(({ sunriseAt, sunsetAt }) => sunriseAt ?? sunsetAt)).toEqual([])
    }
  })

  it("stores MET Norway's gusts and chances of precipitation where its model has them", async () => {
    const run = await refreshedAt('2026-06-21T12:07:00Z', 'met-norway')
    const firstDayOf = (name: string) =>
      rowsOf<StoredDay>(run, 'forecast_days', placeOf(places, name))[0]
    expect(firstDayOf('Tromsø')).toMatchObject({
      precipitationProbability: expect.any(Number) as number,
      windGustMaxKmh: expect.any(Number) as number,
    })
    expect(firstDayOf('Alert')).toMatchObject({
      precipitationProbability: null,
      windGustMaxKmh: null,
    })
  })
})

describe('a refresh in the scene clock-change', () => {
  const { places, moments } = SCENES['clock-change']
  const refreshedAt = playing('clock-change')

  /** Of the emulated weather of the full hours in this span. */
  function extremesOf({ latitude, longitude }: ScenePlace, from: string, to: string) {
    const firstMs = Math.ceil(Date.parse(from) / HOUR_MS) * HOUR_MS
    const hours = Math.ceil((Date.parse(to) - firstMs) / HOUR_MS)
    const temperatures = Array.from({ length: hours }, (_, hour) => {
      const at = new Date(firstMs + hour * HOUR_MS)
      return Math.round(weatherAt({ latitude, longitude, at, seed: 247 }).temperatureC * 10) / 10
    })
    return {
      temperatureMaxC: Math.max(...temperatures),
      temperatureMinC: Math.min(...temperatures),
    }
  }

  it.each([
    ['2026-03-07T17:07:00Z', 'Havana', '2026-03-08', '2026-03-08T05:00Z', '2026-03-09T04:00Z'],
    ['2026-03-07T17:07:00Z', 'Kathmandu', '2026-03-09', '2026-03-08T18:15Z', '2026-03-09T18:15Z'],
    [
      '2026-03-28T17:07:00Z',
      'Ponta Delgada',
      '2026-03-29',
      '2026-03-29T01:00Z',
      '2026-03-30T00:00Z',
    ],
    ['2026-03-28T17:07:00Z', 'Nuuk', '2026-03-29', '2026-03-29T01:00Z', '2026-03-30T01:00Z'],
    [
      '2026-04-04T12:07:00Z',
      'Lord Howe Island',
      '2026-04-05',
      '2026-04-04T13:00Z',
      '2026-04-05T13:30Z',
    ],
    ['2026-04-04T12:07:00Z', 'Waitangi', '2026-04-06', '2026-04-05T11:15Z', '2026-04-06T11:15Z'],
    ['2026-04-23T12:07:00Z', 'Cairo', '2026-04-24', '2026-04-23T22:00Z', '2026-04-24T21:00Z'],
    ['2026-09-05T17:07:00Z', 'Santiago', '2026-09-06', '2026-09-06T04:00Z', '2026-09-07T03:00Z'],
    ['2026-10-24T12:07:00Z', 'Berlin', '2026-10-25', '2026-10-24T22:00Z', '2026-10-25T23:00Z'],
  ])(
    'at %s stores for %s on %s what happens from %s to %s',
    async (moment, name, date, from, to) => {
      const run = await refreshedAt(moment, 'met-norway')
      const place = placeOf(places, name)
      const day = rowsOf<StoredDay>(run, 'forecast_days', place).find((row) => row.date === date)
      expect(day).toMatchObject({ ...extremesOf(place, from, to), partial: false })
    },
  )

  it.each(moments)('at %s stores each local day once, with its own sun', async (moment) => {
    for (const provider of WORLDWIDE) {
      const run = await refreshedAt(moment, provider)
      for (const place of places) {
        const days = rowsOf<StoredDay>(run, 'forecast_days', place)
        expect(days[0]?.date).toBe(firstDayOf(provider, moment, place.timeZone))
        expect(isInOrder(days.map((day) => day.date))).toBe(true)
        const otherSuns = days.filter(
          (day) => day.sunriseAt && localDate(day.sunriseAt, place.timeZone) !== day.date,
        )
        expect(otherSuns).toEqual([])
        if (provider === 'open-meteo') expect(days.filter((day) => !day.sunriseAt)).toEqual([])
      }
    }
  })
})

describe('the demo, started with a scene', () => {
  let product: Product

  beforeAll(async () => {
    product = await startProduct('demo', {}, ['--scene', 'polar'])
  })
  afterAll(() => product.close())

  it('refreshes the places of the scene, of which some have no sunrise', async () => {
    expect(product.output()).toContain(`scene polar of ${SCENES.polar.places.length} cities loaded`)
    const { databaseUrl = '' } = (await readInstanceFile(product.dataDir)) ?? {}
    const { db, close } = openDatabase({ url: databaseUrl, poolSize: 1 })
    const southPole = placeOf(SCENES.polar.places, 'South Pole Station')
    const latest = await db.select().from(latestConditions)
    const days = await db.select().from(forecastDays).where(eq(forecastDays.cityId, southPole.id))
    await close()
    const refreshed = new Set(latest.map(({ cityId }) => cityId))
    expect(refreshed).toEqual(new Set(SCENES.polar.places.map(({ id }) => id)))
    // Within a week of an equinox the sun does rise or set there, once.
    expect(days.filter(({ sunriseAt, sunsetAt }) => sunriseAt && sunsetAt)).toEqual([])
    expect(days).not.toEqual([])
  })

  it('refuses a scene that does not exist, and names those that do', async () => {
    const refused = await product.run(['demo', '--scene', 'tropical'])
    expect(refused.code).toBe(2)
    expect(refused.stderr).toContain(SCENE_NAMES.join(', '))
  })
})
