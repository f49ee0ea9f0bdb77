import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Place } from '../domain/city/city.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import type { Reading } from '../domain/weather/reading.ts'
import { startEmulator, type Emulator } from '../emulator/index.ts'
import { SCENES } from '../emulator/scenes.ts'
import { createHttpClient, type HttpClient } from './http-client.ts'
import { createProvider } from './index.ts'

let now = new Date('2026-06-21T12:07:00Z')
let emulator: Emulator
let http: HttpClient
beforeAll(async () => {
  emulator = await startEmulator({ now: () => now, seed: 1 })
  http = createHttpClient({ userAgent: 'weather247-tests/1' })
})
afterAll(async () => {
  await http.close()
  await emulator.close()
})

function placeNamed(name: string): Place {
  const found = SCENES.polar.places.find((place) => place.name === name)
  if (!found) throw new Error(`${name} is in no scene`)
  return found
}

/** What the provider says of the present and the days. */
async function readingAt(id: ProviderId, name: string, iso: string): Promise<Reading> {
  now = new Date(iso)
  const baseUrl = emulator.baseUrls[id]
  const provider = createProvider(id, { http, baseUrl, apiKey: 'emulated' })
  const place = placeNamed(name)
  const products = ['conditions', 'forecast'] as const
  let reading: Reading = {}
  for (const request of provider.price([{ place, products }])) {
    const options = { signal: AbortSignal.timeout(10_000), now: () => now }
    const answer = (await provider.send(request, options)).get(place.id)
    if (answer?.kind === 'reading') reading = { ...reading, ...answer.reading }
  }
  return reading
}

const PROVIDERS = ['openweathermap', 'weatherapi'] as const

describe.each(PROVIDERS)('near the poles %s', (id) => {
  it.each([
    ['Longyearbyen', '2026-06-21T23:07:00Z', true],
    ['Longyearbyen', '2026-12-21T12:07:00Z', false],
    ['McMurdo Station', '2026-06-21T12:07:00Z', false],
    ['South Pole Station', '2026-12-21T12:07:00Z', true],
  ])('says of %s at %s whether the sun is up: %s', async (name, iso, isDay) => {
    const { conditions, forecast } = await readingAt(id, name, iso)
    const none = { sunriseAt: null, sunsetAt: null }
    expect(conditions).toMatchObject({ isDay, derived: ['isDay'], ...none })
    expect(forecast?.days[1]).toMatchObject(none)
  })

  it('gives a sunset after midnight its own date', async () => {
    const { conditions } = await readingAt(id, 'Reykjavík', '2026-06-21T12:07:00Z')
    expect(conditions?.sunriseAt?.toISOString()).toMatch(/^2026-06-21T02:5/)
    expect(conditions?.sunsetAt?.toISOString()).toMatch(/^2026-06-22T00:0/)
    expect(conditions).toMatchObject({ isDay: true, derived: [] })
  })
})
