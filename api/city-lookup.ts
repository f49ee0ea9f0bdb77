import type { Database } from '../db/client.ts'
import { citiesByName, listCities, type ListedCity } from '../db/queries/cities.ts'
import type { City, CityId } from '../domain/city.ts'
import { Problem } from './problem.ts'
import type { AmbiguousName, CityCandidate } from './schemas/city.ts'

export type CityLookup =
  | { readonly kind: 'found'; readonly city: City }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'ambiguous'; readonly ambiguous: AmbiguousName }

const MAX_CANDIDATES = 20
const MAX_CITY_ID = 2 ** 31 - 1

/** `London, GB` */
const WITH_COUNTRY = /^(.+),\s*([A-Za-z]{2})$/

export async function cityById(db: Database, id: CityId): Promise<ListedCity | undefined> {
  if (id < 1 || id > MAX_CITY_ID) return undefined
  const [city] = await listCities(db, { after: id - 1, limit: 1 })
  return city?.id === id ? city : undefined
}

/** Finds a city by id, name, or name and country; a name that several have is never guessed. */
export async function lookUpCity(
  db: Database,
  wanted: string | number,
  countryCode?: string,
): Promise<CityLookup> {
  const name = String(wanted).trim()
  if (/^\d+$/.test(name)) {
    const city = await cityById(db, Number(name))
    return city ? { kind: 'found', city } : { kind: 'unknown', name }
  }
  const [, bareName = name, ownCountry] = WITH_COUNTRY.exec(name) ?? []
  const cities = await citiesByName(db, bareName, countryCode ?? ownCountry)
  const [city] = cities
  if (!city) return { kind: 'unknown', name }
  if (cities.length === 1) return { kind: 'found', city }
  const candidates = cities.slice(0, MAX_CANDIDATES).map(candidateOf)
  return { kind: 'ambiguous', ambiguous: { name, candidates } }
}

const candidateOf = ({ id, name, countryCode, population }: City): CityCandidate => ({
  id,
  name,
  country: countryCode,
  population,
})

/** @throws Problem when nobody or several have the name. */
export async function requireCity(
  db: Database,
  wanted: string,
  countryCode?: string,
): Promise<City> {
  const lookup = await lookUpCity(db, wanted, countryCode)
  if (lookup.kind === 'found') return lookup.city
  if (lookup.kind === 'unknown') throw unknownCity(lookup.name)
  const { name, candidates } = lookup.ambiguous
  throw new Problem('ambiguous-city', `Say which ${name} is meant: add a country, or use an id.`, {
    extra: { candidates },
  })
}

export const unknownCity = (wanted: string | number): Problem =>
  new Problem('unknown-city', `There is no city ${wanted} here; see /api/weather/cities.`)
