import type { Database } from '../../db/database.ts'
import type { NewCity } from '../../db/queries/add-city.ts'
import { findCity } from '../../db/queries/find-city.ts'
import { worldCities, worldCitiesLike, worldCitiesNamed } from '../../db/world-cities.ts'
import { nameKey } from '../../domain/city/city-name.ts'
import { FIRST_OWN_CITY_ID, type City, type CityId } from '../../domain/city/city.ts'
import { countryCodeOf } from '../../domain/city/country-name.ts'
import { canonicalTimeZone, isTimeZone } from '../../domain/time/time-zone.ts'
import { distanceKm } from '../../domain/weather/station-distance.ts'
import { Problem } from '../problem.ts'
import type { AddCityRequest } from '../schemas/add-city.ts'
import { ambiguousCity, candidateOf } from './city-lookup.ts'
import { nearestPlace } from './nearest-place.ts'
import type { FoundPlaces, PlaceFinder } from './place-finder.ts'

const MAX_CANDIDATES = 20
const MAX_SUGGESTIONS = 5

/** A place of the same name in the shipped list that is nearer is meant. */
const SAME_CITY_KM = 10

export interface CitySources {
  readonly db: Database
  readonly findPlaces: PlaceFinder
}

export interface PlaceToAdd {
  readonly city: NewCity
  /** From the coordinates, where they alone were given. */
  readonly distanceKm?: number
}

/**
 * Which city is to be added: one of the shipped list, the known one nearest to coordinates, a place that
 * the request says everything of, or one that a provider's gazetteer knows.
 * @throws Problem for what is unknown, ambiguous, or said too little of.
 */
export async function cityToAdd(
  sources: CitySources,
  request: AddCityRequest,
): Promise<PlaceToAdd> {
  const { geonames_id: id, name, latitude, longitude, timezone } = request
  if (id !== undefined && id >= FIRST_OWN_CITY_ID) {
    throw refusal('geonames_id', 'is none of GeoNames')
  }
  const listed = id === undefined ? undefined : (await worldCities()).find((city) => city.id === id)
  if (listed) return { city: listed }
  if ((latitude === undefined) !== (longitude === undefined)) {
    throw refusal('latitude', 'and longitude belong together')
  }
  if (latitude !== undefined && longitude !== undefined) {
    const point = { latitude, longitude }
    if (name !== undefined) return { city: await placeOf({ ...request, name, ...point }) }
    // Who knows the zone has another place in mind than the one that is nearest.
    if (id === undefined && timezone === undefined) {
      return nearestPlace(sources.db, point, request.country)
    }
  }
  if (id !== undefined) return { city: await numbered(sources, id) }
  if (name === undefined) throw refusal('name', 'or geonames_id is needed')
  return { city: await named(sources, name, request.country) }
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
async function named(
  { db, findPlaces }: CitySources,
  name: string,
  country?: string,
): Promise<NewCity> {
  const key = nameKey(name)
  if (key === '') throw refusal('name', 'has no letter and no digit')
  const stored = await findCity(db, name, { countryCode: country, inactiveToo: true })
  const here =
    stored.kind === 'found' ? [stored.city] : stored.kind === 'unknown' ? [] : stored.cities
  const listed = await worldCitiesNamed(key, country)
  const all = distinct([...listed, ...here])
  const [only] = all
  if (only !== undefined && all.length === 1) return only
  if (only !== undefined) {
    throw ambiguousCity({ name, candidates: candidatesOf(all, MAX_CANDIDATES) })
  }
  const query = {
    name: name.trim(),
    ...(country !== undefined && { countryCode: country.toUpperCase() }),
  }
  return elsewhere(name, await findPlaces(query), await worldCitiesLike(key, country))
}

/** The place that a gazetteer has by this name; a name that several have is never guessed. */
function elsewhere(name: string, found: FoundPlaces, similar: readonly City[]): City {
  const places = found.kind === 'answered' ? found.places : []
  const namesakes = places.filter((place) => nameKey(place.name) === nameKey(name))
  const [only] = namesakes
  if (only && namesakes.length === 1) return only
  if (only) throw ambiguousCity({ name, candidates: candidatesOf(namesakes, MAX_CANDIDATES) })
  const suggestions = candidatesOf(distinct([...places, ...similar]), MAX_SUGGESTIONS)
  throw new Problem('unknown-city', `${nowhere(name, found)} ${SAY_ALL}`, {
    ...(suggestions.length > 0 && { extra: { suggestions } }),
  })
}

/** Of a GeoNames id that the shipped list lacks. */
async function numbered({ findPlaces }: CitySources, id: CityId): Promise<City> {
  const found = await findPlaces({ id })
  const place = found.kind === 'answered' ? found.places.find((one) => one.id === id) : undefined
  if (place) return place
  throw new Problem('unknown-city', `${nowhere(String(id), found)} ${SAY_ALL}`)
}

const SAY_ALL = 'To add it all the same, say name, country, latitude, longitude and timezone.'

const nowhere = (wanted: string, found: FoundPlaces): string =>
  found.kind === 'answered'
    ? `No list has a place ${wanted}.`
    : `The shipped list has no place ${wanted}, and others could not be asked: ${found.message}.`

/** The gazetteer, the shipped list and the database may know the same place. */
const distinct = (cities: readonly City[]): City[] => [
  ...new Map(cities.map((city) => [city.id, city])).values(),
]

const candidatesOf = (cities: readonly City[], most: number) =>
  cities.slice(0, most).map(candidateOf)

function refusal(field: string, message: string): Problem {
  return new Problem('invalid-request', `body ${field}: ${message}`, {
    extra: { errors: [{ in: 'body', field, message }] },
  })
}
