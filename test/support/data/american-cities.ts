import type { City } from '../../../domain/city/city.ts'

/** Made-up cities of the United States: the first eight in one forecast office, the others apart. */
export const americanCities: readonly City[] = Array.from({ length: 20 }, (_, index) => ({
  id: index + 1,
  name: `Town ${index + 1}`,
  countryCode: 'US',
  latitude: index < 8 ? 40.1 + index / 10 : 31.2 + (index - 8) * 0.7,
  longitude: index < 8 ? -98.2 : -117.3 + index * 2,
  timeZone: 'America/Chicago',
  population: 100_000 + index,
}))
