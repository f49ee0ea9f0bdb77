import { readFile } from 'node:fs/promises'
import { nameKey, otherKeys } from '../domain/city/city-name.ts'
import type { City } from '../domain/city/city.ts'
import { byRank, matchOf, type NameMatch } from '../domain/city/name-match.ts'
import { nearestNames } from '../domain/text/nearest-names.ts'
import { alternateNames } from './alternate-names.ts'

/** `dist/data` beside `dist/db`, `data` beside `db`: the same path from both. */
const FILE = new URL('../data/cities.json', import.meta.url)

type Row = [
  id: number,
  name: string,
  countryCode: string,
  latitude: number,
  longitude: number,
  timeZone: string,
  population: number,
  elevationM: number | null,
]

let loaded: Promise<readonly City[]> | undefined

/** The shipped list: every place of at least 100,000 inhabitants, the most populous first. */
export const worldCities = (): Promise<readonly City[]> => (loaded ??= load())

async function load(): Promise<City[]> {
  // Our own file, checked by a test.
  const rows = JSON.parse(await readFile(FILE, 'utf8')) as Row[]
  return rows.map(
    ([id, name, countryCode, latitude, longitude, timeZone, population, elevationM]) => ({
      id,
      name,
      countryCode,
      latitude,
      longitude,
      timeZone,
      population,
      elevationM,
    }),
  )
}

interface NamedCity {
  readonly city: City
  readonly keys: readonly string[]
}

let named: Promise<readonly NamedCity[]> | undefined

async function nameAll(): Promise<NamedCity[]> {
  const [cities, alternates] = await Promise.all([worldCities(), alternateNames()])
  return cities.map((city) => {
    const names = [city.name, ...alternates.of(city.id)]
    return {
      city,
      keys: [...new Set(names.flatMap((name) => [nameKey(name), ...otherKeys(name)]))],
    }
  })
}

export interface WorldSearch {
  /** As `nameKey` folds it. */
  readonly key: string
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: string | undefined
  readonly limit: number
}

export interface MatchedCity extends City {
  readonly match: NameMatch
}

/** The shipped cities that a search finds, the best match first. */
export async function searchWorld({
  key,
  countryCode,
  limit,
}: WorldSearch): Promise<MatchedCity[]> {
  const country = countryCode?.toUpperCase()
  const found = (await (named ??= nameAll())).flatMap(({ city, keys }) => {
    if (country !== undefined && city.countryCode !== country) return []
    const [match] = keys
      .flatMap((one) => matchOf(one, key) ?? [])
      .map((one) => ({ ...city, match: one }))
      .sort(byRank)
    return match ?? []
  })
  return found.sort(byRank).slice(0, limit)
}

/** The shipped cities that have exactly this name, the most populous first. */
export async function worldCitiesNamed(key: string, countryCode?: string): Promise<City[]> {
  const found = await searchWorld({ key, countryCode, limit: Infinity })
  return found.filter(({ match }) => match === 'exact').map(({ match: _, ...city }) => city)
}

/** The shipped cities whose names are a few letters away, the nearest first. */
export async function worldCitiesLike(key: string, countryCode?: string): Promise<City[]> {
  const country = countryCode?.toUpperCase()
  const compared = (await (named ??= nameAll())).filter(
    ({ city }) => country === undefined || city.countryCode === country,
  )
  const byId = new Map(compared.map(({ city }) => [city.id, city]))
  const keys = compared.flatMap(({ city, keys: own }) =>
    own.map((one) => ({ key: one, id: city.id })),
  )
  return nearestNames(key, keys).flatMap((id) => byId.get(id) ?? [])
}
