import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Place } from '../domain/city/city.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { PlaceAnswer, PlaceMemory } from '../domain/provider/provider.ts'
import type { Conditions } from '../domain/weather/reading.ts'
import { startEmulator, type Emulator } from '../emulator/index.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { createProvider } from './index.ts'

/** On the hour every provider describes the same moment. */
const NOW = new Date('2026-11-22T18:00:00Z')

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

let emulator: Emulator
let http: HttpClient

beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, isClockStill: true })
  http = createHttpClient({ userAgent: 'weather247/test ops@example.org' })
})
afterAll(async () => {
  await http.close()
  await emulator.close()
})

async function conditionsOf(id: ProviderId): Promise<Conditions> {
  const provider = createProvider(id, { http, baseUrl: emulator.baseUrls[id], apiKey: 'key' })
  const options = { signal: AbortSignal.timeout(20_000), now: () => NOW }
  let memory: PlaceMemory | undefined
  let answer: PlaceAnswer | undefined
  do {
    const ask = { place: NEW_YORK, products: ['conditions'] as const, ...(memory && { memory }) }
    const [request] = provider.price([ask])
    answer = (await provider.send(request!, options)).get(NEW_YORK.id)
    memory = { ...memory, ...answer?.memory }
  } while (answer?.kind === 'learned')
  const conditions = answer?.kind === 'reading' ? answer.reading.conditions : undefined
  if (!conditions) throw new Error(`${id} gave no conditions: ${JSON.stringify(answer)}`)
  return conditions
}

it.each(['met-norway', 'openweathermap', 'weatherapi', 'nws', 'aviation-weather'] as const)(
  'E16: of the same weather %s gives the same values in our units as Open-Meteo',
  async (id) => {
    const [expected, given] = [await conditionsOf('open-meteo'), await conditionsOf(id)]
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
