import { Type, type StaticDecode } from 'typebox'
import type { CachePort } from './cache-port.ts'
import { createCityEntries, type CityEntries } from './city-entries.ts'

const City = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  countryCode: Type.String(),
  latitude: Type.Number(),
  longitude: Type.Number(),
  timeZone: Type.String(),
  population: Type.Union([Type.Integer(), Type.Null()]),
})

export type CityCache = CityEntries<StaticDecode<typeof City>>

/** Who a city is, so that a read of a cached city needs no database. */
export const createCityCache = (cache: CachePort, keepSeconds: number): CityCache =>
  createCityEntries(cache, { kind: 'city', schema: City, cityIdOf: ({ id }) => id, keepSeconds })
