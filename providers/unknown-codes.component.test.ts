import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Place } from '../domain/city/city.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { Product } from '../domain/weather/product.ts'
import { startEmulator, type Emulator } from '../emulator/index.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { createProvider } from './index.ts'
import { unknownCodesIn } from './unknown-codes.ts'

const NOW = new Date('2026-06-01T12:07:00Z')
const WASHINGTON: Place = {
  id: 4140963,
  latitude: 38.8951,
  longitude: -77.0364,
  timeZone: 'America/New_York',
  countryCode: 'US',
}

let emulator: Emulator
let http: HttpClient
beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, seed: 1 })
  http = createHttpClient({ userAgent: 'weather247-tests/1' })
})
afterAll(async () => {
  await http.close()
  await emulator.close()
})

async function answersOf(id: ProviderId, product: Product) {
  const baseUrl = emulator.baseUrls[id]
  const provider = createProvider(id, { http, baseUrl, apiKey: 'emulated' })
  const [request] = provider.price([{ place: WASHINGTON, products: [product] }])
  return provider.send(request!, { signal: AbortSignal.timeout(10_000), now: () => NOW })
}

const SYMBOL = 'properties.timeseries.0.data.next_1_hours.summary.symbol_code'

it.each<[ProviderId, Product, string, string | number]>([
  ['open-meteo', 'conditions', 'current.weather_code', 42],
  ['open-meteo', 'forecast', 'daily.weather_code.1', 42],
  ['met-norway', 'conditions', SYMBOL, 'frogs'],
  ['met-norway', 'forecast', SYMBOL, 'heavyfrogs_day'],
  ['openweathermap', 'conditions', 'weather.0.id', 799],
  ['openweathermap', 'forecast', 'list.7.weather.0.id', 233],
  ['weatherapi', 'conditions', 'current.condition.code', 1002],
  ['weatherapi', 'forecast', 'forecast.forecastday.2.day.condition.code', 1300],
])('a code that %s adds to its %s, %s, is counted', async (provider, product, field, value) => {
  emulator.control.clearFaults()
  expect(unknownCodesIn(await answersOf(provider, product))).toBe(0)
  emulator.control.setFaults([{ provider, kind: 'mutate', field, value }])
  const answers = await answersOf(provider, product)
  expect(unknownCodesIn(answers)).toBe(1)
  expect(answers.get(WASHINGTON.id)).toMatchObject({
    kind: 'reading',
    missing: [],
    discarded: [{ reason: expect.stringContaining(JSON.stringify(value)) as string }],
  })
})
