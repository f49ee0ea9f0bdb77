import { activityOf, searchStored } from '../../db/queries/search-cities.ts'
import { searchWorld, type MatchedCity, type WorldSearch } from '../../db/world-cities.ts'
import type { Database } from '../../db/database.ts'
import { nameKey } from '../../domain/city/city-name.ts'
import { Problem } from '../problem.ts'
import { byRank } from '../../domain/city/name-match.ts'

export interface CityHit extends MatchedCity {
  /** Undefined for a city that is not stored. */
  readonly active: boolean | undefined
}

/** @throws Problem for a text that no name could begin with. */
export function searchKey(q: string): string {
  const key = nameKey(q)
  if (key === '') throw new Problem('invalid-request', 'q has no letter and no digit.')
  return key
}

/** Finds cities that are stored and those of the shipped list, each once; the best match first. */
export async function searchCities(db: Database, search: WorldSearch): Promise<CityHit[]> {
  const [stored, shipped] = await Promise.all([searchStored(db, search), searchWorld(search)])
  const seen = new Set(stored.map(({ id }) => id))
  const others = shipped.filter(({ id }) => !seen.has(id))
  // A shipped city may be stored under a name that does not answer the search.
  const activity = await activityOf(
    db,
    others.map(({ id }) => id),
  )
  const hits = [...stored, ...others.map((city) => ({ ...city, active: activity.get(city.id) }))]
  return hits.sort(byRank).slice(0, search.limit)
}
