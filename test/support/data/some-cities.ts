import type { City } from '../../../domain/city/city.ts'

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Africa/Cairo'] as const

/** Made-up cities spread over the Earth, ids from 1. */
export const someCities = (count: number): City[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `City ${index + 1}`,
    countryCode: 'DE',
    latitude: Math.round((((index * 7.31) % 130) - 60) * 10_000) / 10_000,
    longitude: Math.round((((index * 13.7) % 358) - 179) * 10_000) / 10_000,
    timeZone: ZONES[index % ZONES.length] ?? 'UTC',
    population: 100_000 + index,
  }))
