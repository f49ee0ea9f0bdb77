import type { Database } from '../../db/database.ts'
import type { ListedCity } from '../../db/queries/cities.ts'
import { cityById, findCity, type FoundCity } from '../../db/queries/find-city.ts'
import type { City } from '../../domain/city/city.ts'
import { Problem } from '../problem.ts'
import type { AmbiguousName, CityCandidate } from '../schemas/city.ts'
import type { CityNames } from './city-names.ts'

export type CityLookup =
  | { readonly kind: 'found'; readonly city: ListedCity }
  | {
      readonly kind: 'unknown'
      readonly name: string
      readonly suggestions: readonly CityCandidate[]
    }
  | { readonly kind: 'ambiguous'; readonly ambiguous: AmbiguousName }

export interface CityFinder {
  readonly db: Database
  readonly cityNames: CityNames
}

const MAX_CANDIDATES = 20

/** Finds a city by id, name, or name and country; a name that several have is never guessed. */
export async function lookUpCity(
  { db, cityNames }: CityFinder,
  wanted: string | number,
  countryCode?: string,
): Promise<CityLookup> {
  const name = String(wanted).trim()
  if (/^\d+$/.test(name)) {
    const city = await cityById(db, Number(name))
    return city ? { kind: 'found', city } : { kind: 'unknown', name, suggestions: [] }
  }
  return lookupOf(name, await cityNames.find(name, countryCode))
}

/** A city that is not kept fresh is meant only where none that is has the name. */
export async function findForReading(
  db: Database,
  name: string,
  countryCode: string | undefined,
): Promise<FoundCity> {
  const active = await findCity(db, name, { countryCode })
  if (active.kind !== 'unknown') return active
  const any = await findCity(db, name, { countryCode, inactiveToo: true })
  return any.kind === 'unknown' ? active : any
}

export function lookupOf(name: string, found: FoundCity): CityLookup {
  if (found.kind === 'found') return found
  if (found.kind === 'unknown') {
    return { kind: 'unknown', name, suggestions: found.suggestions.map(candidateOf) }
  }
  const candidates = found.cities.slice(0, MAX_CANDIDATES).map(candidateOf)
  return { kind: 'ambiguous', ambiguous: { name, candidates } }
}

export const candidateOf = (city: City): CityCandidate => ({
  id: city.id,
  name: city.name,
  country: city.countryCode,
  latitude: city.latitude,
  longitude: city.longitude,
  population: city.population,
})

/** @throws Problem when no city or several have the name. */
export async function requireCity(
  finder: CityFinder,
  wanted: string,
  countryCode?: string,
): Promise<ListedCity> {
  const lookup = await lookUpCity(finder, wanted, countryCode)
  if (lookup.kind === 'found') return lookup.city
  if (lookup.kind === 'unknown') throw unknownCity(lookup.name, lookup.suggestions)
  throw ambiguousCity(lookup.ambiguous)
}

/** @throws Problem where several names are not clear: all of them at once, ambiguous ones first. */
export async function refuseUnclear(
  finder: CityFinder,
  ambiguous: readonly AmbiguousName[],
  unknown: readonly string[],
): Promise<void> {
  const [first] = ambiguous
  if (first && ambiguous.length === 1) throw ambiguousCity(first)
  if (first) {
    const candidates = ambiguous.flatMap((one) => one.candidates)
    const names = ambiguous.map(({ name }) => name).join('; ')
    const detail = `Say which are meant of ${names}: add a country to each, or use ids.`
    throw new Problem('ambiguous-city', detail, { extra: { candidates } })
  }
  const lookups = await Promise.all(unknown.map((name) => lookUpCity(finder, name)))
  const suggestions = lookups.flatMap((one) => (one.kind === 'unknown' ? one.suggestions : []))
  const [name, ...more] = unknown
  if (name !== undefined && more.length === 0) throw unknownCity(name, suggestions)
  if (name === undefined) return
  const detail = `Not known here: ${unknown.join('; ')}.`
  throw new Problem('unknown-city', detail, { extra: { unknown, suggestions } })
}

export const ambiguousCity = ({ name, candidates }: AmbiguousName): Problem =>
  new Problem('ambiguous-city', `Say which ${name} is meant: add a country, or use an id.`, {
    extra: { candidates },
  })

export function unknownCity(
  wanted: string | number,
  suggestions: readonly CityCandidate[] = [],
): Problem {
  const [best] = suggestions
  const meant = best ? ` Did you mean ${best.name}, ${best.country}?` : ''
  return new Problem(
    'unknown-city',
    `There is no city ${wanted} here; see /api/weather/cities.${meant}`,
    { ...(best && { extra: { suggestions } }) },
  )
}
