import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Place } from '../domain/city/city.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { PlaceAnswer, PlaceMemory } from '../domain/provider/provider.ts'
import type { Product } from '../domain/weather/product.ts'
import type { Conditions, ForecastDay, Reading } from '../domain/weather/reading.ts'
import { startEmulator, type Emulator } from '../emulator/index.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { createProvider } from './index.ts'

/** On the hour every provider describes the same moment. */
const NOW = new Date('2026-11-22T18:00:00Z')

/** It rains in New York then. */
const RAINY = new Date('2026-11-24T18:00:00Z')
const RAINY_DATE = '2026-11-24'

const NEW_YORK: Place = {
  id: 5_128_581,
  latitude: 40.7128,
  longitude: -74.006,
  timeZone: 'America/New_York',
  countryCode: 'US',
}

/** Of the rounding that formats and stations bring along; another unit is farther off. */
const TOLERANCE = {
  temperatureC: 1.2,
  relativeHumidityPct: 6,
  pressureMslHpa: 1.5,
  windSpeedKmh: 2,
} as const satisfies Partial<Record<keyof Conditions, number>>

/** What fell is compared as a rate: each provider sums up another time. */
const RATE_TOLERANCE_MM_PER_HOUR = 0.2

/** A station rounds to whole miles. */
const VISIBILITY_TOLERANCE_KM = 1.5

const emulators = new Map<Date, Emulator>()
let http: HttpClient

beforeAll(async () => {
  for (const at of [NOW, RAINY]) {
    emulators.set(at, await startEmulator({ now: () => at, isClockStill: true }))
  }
  http = createHttpClient({ userAgent: 'weather247/test ops@example.org' })
})
afterAll(async () => {
  await http.close()
  for (const emulator of emulators.values()) await emulator.close()
})

async function readingOf(id: ProviderId, product: Product, at: Date): Promise<Reading> {
  const emulator = emulators.get(at)!
  const provider = createProvider(id, { http, baseUrl: emulator.baseUrls[id], apiKey: 'key' })
  const options = { signal: AbortSignal.timeout(20_000), now: () => at }
  let memory: PlaceMemory | undefined
  let answer: PlaceAnswer | undefined
  do {
    const ask = { place: NEW_YORK, products: [product], ...(memory && { memory }) }
    const [request] = provider.price([ask])
    answer = (await provider.send(request!, options)).get(NEW_YORK.id)
    memory = { ...memory, ...answer?.memory }
  } while (answer?.kind === 'learned')
  if (answer?.kind === 'reading') return answer.reading
  throw new Error(`${id} gave no ${product}: ${JSON.stringify(answer)}`)
}

async function conditionsOf(id: ProviderId, at: Date): Promise<Conditions> {
  const { conditions } = await readingOf(id, 'conditions', at)
  if (!conditions) throw new Error(`${id} gave no conditions`)
  return conditions
}

async function dayOf(id: ProviderId, date: string): Promise<ForecastDay> {
  const { forecast } = await readingOf(id, 'forecast', NOW)
  const day = forecast?.days.find((one) => one.date === date)
  if (!day) throw new Error(`${id} gave no forecast of ${date}`)
  return day
}

it.each(['met-norway', 'openweathermap', 'weatherapi', 'nws', 'aviation-weather'] as const)(
  'E16: of the same weather %s gives the same values in our units as Open-Meteo',
  async (id) => {
    const [expected, given] = [await conditionsOf('open-meteo', NOW), await conditionsOf(id, NOW)]
    for (const [field, tolerance] of Object.entries(TOLERANCE)) {
      const [truth, value] = [expected, given].map((one) => one[field as keyof typeof TOLERANCE])
      expect(truth, field).toEqual(expect.any(Number))
      expect(
        Math.abs((value ?? NaN) - (truth ?? NaN)),
        `${field} is ${value}, not ${truth}`,
      ).toBeLessThan(tolerance)
    }
    expect(expected.windSpeedKmh).toBeGreaterThan(5)
  },
)

it.each(['weatherapi', 'nws', 'aviation-weather'] as const)(
  'E16: in rain %s sees as many kilometres as OpenWeather',
  async (id) => {
    const { visibilityKm: truth } = await conditionsOf('openweathermap', RAINY)
    const { visibilityKm } = await conditionsOf(id, RAINY)
    expect(truth).toBeLessThan(10)
    expect(Math.abs((visibilityKm ?? NaN) - (truth ?? NaN))).toBeLessThan(VISIBILITY_TOLERANCE_KM)
  },
)

it.each(['met-norway', 'nws'] as const)(
  'E16: of the same rain %s gives as many millimetres an hour as Open-Meteo',
  async (id) => {
    const [truth, rate] = [
      await conditionsOf('open-meteo', RAINY),
      await conditionsOf(id, RAINY),
    ].map(rateOf)
    expect(truth).toBeGreaterThan(1)
    expect(Math.abs((rate ?? NaN) - (truth ?? NaN))).toBeLessThan(RATE_TOLERANCE_MM_PER_HOUR)
  },
)

const rateOf = ({ precipitationMm, precipitationWindowMinutes: minutes }: Conditions): number =>
  ((precipitationMm ?? NaN) * 60) / Math.abs(minutes ?? NaN)

it.each(['met-norway', 'openweathermap', 'weatherapi'] as const)(
  'E16: of a rainy day %s forecasts as many millimetres as Open-Meteo',
  async (id) => {
    const { precipitationMm: truth } = await dayOf('open-meteo', RAINY_DATE)
    const { precipitationMm } = await dayOf(id, RAINY_DATE)
    expect(truth).toBeGreaterThan(5)
    expect(Math.abs((precipitationMm ?? NaN) - (truth ?? NaN))).toBeLessThan(0.5)
  },
)

it.each(['open-meteo', 'openweathermap', 'weatherapi', 'nws'] as const)(
  'E16: of a rainy day %s gives the probability of rain as a share of one',
  async (id) => {
    const { precipitationProbability } = await dayOf(id, RAINY_DATE)
    expect(precipitationProbability).toBeGreaterThan(0.7)
    expect(precipitationProbability).toBeLessThanOrEqual(1)
  },
)
