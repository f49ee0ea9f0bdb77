import { Type, type Static } from 'typebox'
import { MAX_CITY_ID, MAX_CITY_NAME_LENGTH, type City } from '../../../domain/city/city.ts'
import { countryCodeOf } from '../../../domain/city/country-name.ts'
import type { PlaceQuery } from '../../../domain/city/geocoder.ts'
import { unprintableIn } from '../../../domain/text/printable-text.ts'
import { canonicalTimeZone } from '../../../domain/time/time-zone.ts'
import { MaybeNumber, vital, wireParser } from '../../wire-values.ts'

export const FREE_GEOCODING_HOST = 'https://geocoding-api.open-meteo.com'
export const CUSTOMER_GEOCODING_HOST = 'https://customer-geocoding-api.open-meteo.com'

const MAX_RESULTS = 20

const Place = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: MAX_CITY_ID }),
  name: Type.String({ minLength: 1, maxLength: MAX_CITY_NAME_LENGTH }),
  latitude: Type.Number({ minimum: -90, maximum: 90 }),
  longitude: Type.Number({ minimum: -180, maximum: 180 }),
  country_code: Type.String(),
  timezone: Type.String(),
  population: MaybeNumber,
  elevation: MaybeNumber,
  feature_code: Type.Optional(Type.String()),
})

/** Where nothing is found the list is absent. A list in which one place is broken is still of use. */
const Found = Type.Object({ results: vital(Type.Array(Type.Unknown())) })

const foundOf = wireParser('Open-Meteo geocoding', Found)
const placeOf = wireParser('Open-Meteo geocoding', Place)

export function geocodingUrl(host: string, query: PlaceQuery): string {
  if ('id' in query) return `${host}/v1/get?id=${query.id}`
  const params = new URLSearchParams({
    name: query.name,
    count: String(MAX_RESULTS),
    language: 'en',
    format: 'json',
    ...(query.countryCode !== undefined && { countryCode: query.countryCode }),
  })
  return `${host}/v1/search?${params.toString()}`
}

/** @throws ProviderError `schema-mismatch` where no place of the answer can be read. */
export function placesOf(body: unknown): City[] {
  // One that is asked for by its id comes without a list around it.
  if (isOnePlace(body)) return cityOf(placeOf(body))
  const read = (foundOf(body).results ?? []).map((place) => readOrError(place))
  const [first] = read
  if (first instanceof Error && read.every((one) => one instanceof Error)) throw first
  return read.flatMap((place) => (place instanceof Error ? [] : cityOf(place)))
}

const isOnePlace = (body: unknown): boolean =>
  typeof body === 'object' && body !== null && 'id' in body

function readOrError(place: unknown): Static<typeof Place> | Error {
  try {
    return placeOf(place)
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
}

/** GeoNames' feature codes of populated places begin with it; the others are airports and the like. */
const POPULATED = 'PPL'

/** None where it is no populated place, or lacks what a city needs to have. */
function cityOf(place: Static<typeof Place>): City[] {
  const { id, name, latitude, longitude, population, elevation } = place
  if (place.feature_code !== undefined && !place.feature_code.startsWith(POPULATED)) return []
  const countryCode = countryCodeOf(place.country_code)
  const timeZone = canonicalTimeZone(place.timezone)
  if (countryCode === undefined || timeZone === undefined) return []
  if (unprintableIn(name) !== undefined) return []
  return [
    {
      id,
      name,
      countryCode,
      latitude,
      longitude,
      timeZone,
      population: population ?? null,
      elevationM: elevation ?? null,
    },
  ]
}
