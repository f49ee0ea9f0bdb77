import type { Database } from '../../db/database.ts'
import { cityById, findCity, type FoundCity } from '../../db/queries/find-city.ts'
import type { City } from '../../domain/city/city.ts'
import { Problem } from '../problem.ts'
import type { AmbiguousName, CityCandidate } from '../schemas/city.ts'

export type CityLookup =
  | { readonly kind: 'found'; readonly city: City }
  | {
      readonly kind: 'unknown'
      readonly name: string
      readonly suggestions: readonly CityCandidate[]
    }
  | { readonly kind: 'ambiguous'; readonly ambiguous: AmbiguousName }

const MAX_CANDIDATES = 20

/** Finds a city by id, name, or name and country; a name that several have is never guessed. */
export async function lookUpCity(
  db: Database,
  wanted: string | number,
  countryCode?: string,
): Promise<CityLookup> {
  const name = String(wanted).trim()
  if (/^\d+$/.test(name)) {
    const city = await cityById(db, Number(name))
    return city ? { kind: 'found', city } : { kind: 'unknown', name, suggestions: [] }
  }
  return lookupOf(name, await findCity(db, name, { countryCode }))
}

function lookupOf(name: string, found: FoundCity): CityLookup {
  if (found.kind === 'found') return found
  if (found.kind === 'unknown') {
    return { kind: 'unknown', name, suggestions: found.suggestions.map(candidateOf) }
  }
  const candidates = found.cities.slice(0, MAX_CANDIDATES).map(candidateOf)
  return { kind: 'ambiguous', ambiguous: { name, candidates } }
}

const candidateOf = ({ id, name, countryCode, population }: City): CityCandidate => ({
  id,
  name,
  country: countryCode,
  population,
})

/** @throws Problem when no city or several have the name. */
export async function requireCity(
  db: Database,
  wanted: string,
  countryCode?: string,
): Promise<City> {
  const lookup = await lookUpCity(db, wanted, countryCode)
  if (lookup.kind === 'found') return lookup.city
  if (lookup.kind === 'unknown') throw unknownCity(lookup.name, lookup.suggestions)
  const { name, candidates } = lookup.ambiguous
  throw new Problem('ambiguous-city', `Say which ${name} is meant: add a country, or use an id.`, {
    extra: { candidates },
  })
}

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
