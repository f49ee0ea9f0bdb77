import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openCircuits } from '../db/queries/provider-circuits.ts'
import { providerCircuits, providerLedgers, providerPlaces } from '../db/schema/index.ts'
import { PROVIDER_IDS, type ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { Product } from '../domain/weather/product.ts'
import { startEmulator, type Emulator } from '../emulator/index.ts'
import { americanCities } from '../test/support/data/american-cities.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { createProvider, createProviderChain } from './index.ts'

const NOW = new Date('2026-06-01T12:07:31Z')
const CITIES = americanCities.slice(0, 8)

/** What each product cannot do without, as each provider names it. */
const NAMES: Readonly<Record<ProviderId, Partial<Record<Product, readonly string[]>>>> = {
  'open-meteo': {
    conditions: ['temperature_2m'],
    forecast: ['temperature_2m_max', 'temperature_2m_min'],
    'air-quality': ['pm2_5', 'pm10', 'ozone'],
  },
  'met-norway': { conditions: ['air_temperature'], forecast: ['air_temperature'] },
  nws: { conditions: ['timestamp'], forecast: ['temperatureUnit'] },
  'aviation-weather': { conditions: ['raw_text'] },
  openweathermap: {
    conditions: ['temp'],
    forecast: ['temp'],
    'air-quality': ['pm2_5', 'pm10', 'o3'],
  },
  weatherapi: {
    conditions: ['temp_c'],
    forecast: ['maxtemp_c', 'mintemp_c'],
    'air-quality': ['pm2_5', 'pm10', 'o3'],
  },
}

const database = withTestDatabase({ kind: 'embedded', cities: americanCities })
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
beforeEach(async () => {
  await database.db.delete(providerLedgers)
  await database.db.delete(providerCircuits)
  await database.db.delete(providerPlaces)
})

/** Where products of one provider share a name, the address tells them apart. */
const PATHS: Readonly<Record<string, string>> = {
  'openweathermap conditions': '/weather?',
  'openweathermap forecast': '/forecast?',
}

/** The provider has renamed these, and sends the rest as before. */
function renaming(names: readonly string[], path: string): HttpClient {
  const renamed = (url: string, text: string) =>
    url.includes(path)
      ? names.reduce((said, name) => said.replaceAll(`"${name}":`, `"new_${name}":`), text)
      : text
  return {
    close: () => http.close(),
    getJson: async (call) => {
      const { onAnswer, ...silent } = call
      const answer = await http.getJson(silent)
      const text = renamed(call.url, JSON.stringify(answer.body ?? null))
      onAnswer?.({ ...answer, text })
      return { ...answer, body: JSON.parse(text) as unknown }
    },
    getFile: async (call) => {
      const answer = await http.getFile(call)
      const text = gunzipSync(answer.body ?? new Uint8Array()).toString()
      return { ...answer, body: gzipSync(text.replace(names.join(), 'new')) }
    },
  }
}

function chainOf(id: ProviderId, product: Product, names: readonly string[]) {
  const provider = createProvider(id, {
    http: renaming(names, PATHS[`${id} ${product}`] ?? ''),
    baseUrl: emulator.baseUrls[id],
    apiKey: 'planted-key',
    limits: () => ({
      quota: [],
      pace: { maxInFlight: 1, spacingMs: 0 },
      maxPlacesPerRequest: id === 'aviation-weather' ? 1000 : 4,
    }),
  })
  return createProviderChain({
    providers: [provider],
    db: database.db,
    now: () => NOW,
    log: NO_LOG,
  })
}

const CASES = PROVIDER_IDS.flatMap((id) =>
  Object.entries(NAMES[id]).map(([product, names]) => [id, product as Product, names] as const),
)

it.each(CASES)(
  'D15: %s: names changed in its %s quarantine that alone, and the other products are served',
  async (id, product, names) => {
    const chain = chainOf(id, product, names)
    // One name carries both at MET Norway, where a request for both is an endpoint of its own.
    const products = id === 'met-norway' ? [product] : chain.products
    const serve = () => {
      const requests = CITIES.map((place) => ({ place, products }))
      const { signal } = new AbortController()
      return chain.serve(requests, { priority: 'person', force: true, signal })
    }
    await serve()
    const served = [...(await serve()), ...(await serve())]
    const circuits = await openCircuits(database.db)
    expect(circuits.map(({ endpoint, cause }) => [endpoint, cause])).toContainEqual([
      product,
      'contract',
    ])
    const ends = served.slice(CITIES.length).flatMap(({ attempts }) => attempts)
    const refused = ends.filter(({ outcome }) => outcome === 'quarantined')
    expect(refused.length).toBeGreaterThan(0)
    const answered = new Set(
      ends.filter(({ outcome }) => outcome === 'ok').flatMap(({ products }) => products),
    )
    const others = products.filter((one) => one !== product)
    expect([...answered].toSorted()).toEqual(others.toSorted())
    const sample = circuits.find(({ endpoint }) => endpoint === product)?.sample
    if (id !== 'aviation-weather') expect(sample).toContain('new_')
    expect(JSON.stringify(circuits)).not.toContain('planted-key')
  },
)
