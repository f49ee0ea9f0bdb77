import type { Place } from '../../../domain/city/city.ts'
import type { Product } from '../../../domain/weather/product.ts'
import type { Answers, PlaceAnswer, WeatherProvider } from '../../../domain/provider/provider.ts'
import type { Conditions, Reading } from '../../../domain/weather/reading.ts'

const NOON = new Date('2026-11-22T12:00:00.000Z')

/** A provider in memory: one request for all asks, a weight of one for each of them. */
export function fakeProvider(overrides: Partial<WeatherProvider> = {}): WeatherProvider {
  return {
    id: 'open-meteo',
    products: ['conditions'],
    maxPlacesPerRequest: 100,
    pace: { maxInFlight: 1, spacingMs: 0 },
    quota: [],
    covers: () => true,
    price: (asks) => {
      const places = asks.map(({ place }) => place)
      const products = asks[0]?.products ?? []
      const url = `https://example.org/?ids=${places.map(({ id }) => id).join()}`
      return [{ url, weight: places.length, places, products }]
    },
    send: ({ places }) => Promise.resolve(readingsFor(places)),
    ...overrides,
  }
}

export const readingsFor = (places: readonly Place[]): Answers =>
  new Map(places.map(({ id }) => [id, readingOf(['conditions'])]))

export const readingOf = (products: readonly Product[]): PlaceAnswer => ({
  kind: 'reading',
  reading: {
    ...(products.includes('conditions') && { conditions: CONDITIONS }),
    ...(products.includes('forecast') && { forecast: FORECAST }),
  },
})

/** Says nothing but the temperature. */
export const CONDITIONS: Conditions = {
  provider: 'open-meteo',
  fetchedAt: NOON,
  validAt: NOON,
  basis: 'analysis',
  temperatureC: 12,
  apparentTemperatureC: null,
  relativeHumidityPct: null,
  pressureMslHpa: null,
  visibilityKm: null,
  uvIndex: null,
  windSpeedKmh: null,
  windGustKmh: null,
  windDirectionDeg: null,
  cloudCoverPct: null,
  precipitationMm: null,
  precipitationWindowMinutes: null,
  condition: null,
  intensity: null,
  isDay: null,
  sunriseAt: null,
  sunsetAt: null,
  derived: [],
}

const FORECAST: NonNullable<Reading['forecast']> = {
  provider: 'open-meteo',
  fetchedAt: NOON,
  days: [],
  derived: [],
}
