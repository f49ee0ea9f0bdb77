import type { Database } from '../../db/database.ts'
import type { NewCity } from '../../db/queries/add-city.ts'
import { findCity } from '../../db/queries/find-city.ts'
import { worldCities, worldCitiesLike, worldCitiesNamed } from '../../db/world-cities.ts'
import { nameKey } from '../../domain/city/city-name.ts'
import { FIRST_OWN_CITY_ID, type City } from '../../domain/city/city.ts'
import { countryCodeOf } from '../../domain/city/country-name.ts'
import { canonicalTimeZone, isTimeZone } from '../../domain/time/time-zone.ts'
import { distanceKm } from '../../domain/weather/station-distance.ts'
import { Problem } from '../problem.ts'
import type { AddCityRequest } from '../schemas/add-city.ts'
import { ambiguousCity, candidateOf, unknownCity } from './city-lookup.ts'

const MAX_CANDIDATES = 20
const MAX_SUGGESTIONS = 5

/** A place of the same name in the shipped list that is nearer is meant. */
const SAME_CITY_KM = 10

/**
 * Which city is to be added: one of the shipped list, or a place that the request says everything of.
 * @throws Problem for what is unknown, ambiguous, or said too little of.
 */
export async function cityToAdd(db: Database, request: AddCityRequest): Promise<NewCity> {
  const { geonames_id: id, name, latitude, longitude } = request
  if (id !== undefined && id >= FIRST_OWN_CITY_ID) {
    throw refusal('geonames_id', 'is none of GeoNames')
  }
  const listed = id === undefined ? undefined : (await worldCities()).find((city) => city.id === id)
  if (listed) return listed
  if ((latitude === undefined) !== (longitude === undefined)) {
    throw refusal('latitude', 'and longitude belong together')
  }
  if (name !== undefined && latitude !== undefined && longitude !== undefined) {
    return placeOf({ ...request, name, latitude, longitude })
  }
  if (id !== undefined) {
    throw new Problem(
      'unknown-city',
      `${id} is not in the shipped list: say name, country, latitude, longitude and timezone as well.`,
    )
  }
  if (name === undefined) throw refusal('name', 'or geonames_id is needed')
  return named(db, name, request.country)
}

type Placed = AddCityRequest & Required<Pick<AddCityRequest, 'name' | 'latitude' | 'longitude'>>

async function placeOf(request: Placed): Promise<NewCity> {
  const { geonames_id: id, name, country, latitude, longitude, timezone } = request
  const key = nameKey(name)
  if (key === '') throw refusal('name', 'has no letter and no digit')
  const namesakes = id === undefined ? await worldCitiesNamed(key, country) : []
  const listed = namesakes.find((city) => distanceKm(city, { latitude, longitude }) < SAME_CITY_KM)
  if (listed) return listed
  if (country === undefined) throw refusal('country', 'is needed: coordinates do not tell it here')
  if (timezone === undefined) {
    throw refusal('timezone', 'is needed: coordinates do not tell it here')
  }
  const countryCode = country.toUpperCase()
  if (countryCodeOf(countryCode) !== countryCode) {
    throw refusal('country', 'is no code of ISO 3166-1')
  }
  const timeZone = isTimeZone(timezone) ? canonicalTimeZone(timezone) : undefined
  if (timeZone === undefined) throw refusal('timezone', 'is no IANA time zone')
  return { id, name: name.trim(), countryCode, latitude, longitude, timeZone, population: null }
}

/** Stored cities count as well: with them a name may be ambiguous that the shipped list has once. */
async function named(db: Database, name: string, country?: string): Promise<NewCity> {
  const key = nameKey(name)
  if (key === '') throw refusal('name', 'has no letter and no digit')
  const stored = await findCity(db, name, { countryCode: country, inactiveToo: true })
  const here =
    stored.kind === 'found' ? [stored.city] : stored.kind === 'unknown' ? [] : stored.cities
  const listed = await worldCitiesNamed(key, country)
  const all = [
    ...new Map([...listed, ...here].map((city): [number, City] => [city.id, city])).values(),
  ]
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  if (only !== undefined) {
    throw ambiguousCity({ name, candidates: all.slice(0, MAX_CANDIDATES).map(candidateOf) })
  }
  const similar = (await worldCitiesLike(key, country)).slice(0, MAX_SUGGESTIONS)
  throw unknownCity(name, similar.map(candidateOf))
}

function refusal(field: string, message: string): Problem {
  return new Problem('invalid-request', `body ${field}: ${message}`, {
    extra: { errors: [{ in: 'body', field, message }] },
  })
}
