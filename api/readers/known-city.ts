import type { CityCache } from '../../cache/city-cache.ts'
import type { Database } from '../../db/database.ts'
import { cityById } from '../../db/queries/find-city.ts'
import type { City, CityId } from '../../domain/city/city.ts'
import type { ReadCounter } from '../background/read-counter.ts'

export interface CityReader {
  readonly db: Database
  readonly cities: CityCache
  readonly counter: ReadCounter
}

/** The city by its id, from the cache if it is there. */
export async function knownCity(
  { db, cities, counter }: CityReader,
  cityId: CityId,
): Promise<City | undefined> {
  const cached = (await cities.get([cityId])).get(cityId)
  if (cached) {
    counter.countCacheUse('city', 'hit')
    return cached
  }
  const city = await cityById(db, cityId)
  if (!city) return undefined
  counter.countCacheUse('city', 'miss')
  await cities.set([city], { onlyIfAbsent: true })
  return city
}
