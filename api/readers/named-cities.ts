import type { City } from '../../domain/city/city.ts'
import { Problem } from '../problem.ts'
import type { AmbiguousName, CityCandidate } from '../schemas/city.ts'
import { lookUpCity, type CityFinder } from './city-lookup.ts'

export interface NamedCities {
  readonly cities: readonly City[]
  readonly unknown: string[]
  readonly ambiguous: AmbiguousName[]
}

/**
 * Looks up a list of names and ids; a city named twice is one city.
 * @throws Problem when none of them is clear.
 */
export async function namedCities(
  finder: CityFinder,
  names: readonly (string | number)[],
): Promise<NamedCities> {
  const cities = new Map<number, City>()
  const unknown: string[] = []
  const ambiguous: AmbiguousName[] = []
  const suggestions: CityCandidate[] = []
  for (const lookup of await Promise.all(names.map((name) => lookUpCity(finder, name)))) {
    if (lookup.kind === 'found') cities.set(lookup.city.id, lookup.city)
    if (lookup.kind === 'unknown') {
      unknown.push(lookup.name)
      suggestions.push(...lookup.suggestions)
    }
    if (lookup.kind === 'ambiguous') ambiguous.push(lookup.ambiguous)
  }
  const found = { cities: [...cities.values()], unknown, ambiguous }
  if (found.cities.length === 0) throw noneClear(found, suggestions)
  return found
}

function noneClear(
  { unknown, ambiguous }: NamedCities,
  suggestions: readonly CityCandidate[],
): Problem {
  const extra = {
    unknown,
    ambiguous,
    ...(ambiguous.length > 0 && { candidates: ambiguous.flatMap((one) => one.candidates) }),
    ...(suggestions.length > 0 && { suggestions }),
  }
  return ambiguous.length > 0
    ? new Problem('ambiguous-city', 'Add a country to each name, or use ids.', { extra })
    : new Problem('unknown-city', 'None of these cities is known here.', { extra })
}
