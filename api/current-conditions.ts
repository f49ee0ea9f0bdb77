import type { CityCache } from '../cache/city-cache.ts'
import type { ConditionsCache, ServedConditions } from '../cache/conditions-cache.ts'
import type { Database } from '../db/client.ts'
import { latestConditionsOf } from '../db/queries/latest.ts'
import type { City, CityId } from '../domain/city.ts'
import { ageSeconds } from '../domain/freshness.ts'
import { cityById } from './city-lookup.ts'
import { isDatabaseUnavailable } from './database-unavailable.ts'
import type { ReadCounter } from './read-counter.ts'

export interface CurrentConditions {
  readonly served: ServedConditions
  readonly from: 'cache' | 'database'
}

export interface ConditionsReader {
  readonly db: Database
  readonly cities: CityCache
  readonly conditions: ConditionsCache
  readonly counter: ReadCounter
  readonly now: () => Date
  /** For how long a cached value is served without a look into the database. */
  readonly freshSeconds: number
}

/** Who the city is, from the cache where it is there. */
export async function knownCity(
  { db, cities, counter }: ConditionsReader,
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

/**
 * From the cache while the value is fresh, else from the database: while Redis was away a newer
 * value may not have reached the cache. Where the database is away, what is cached has to do.
 */
export async function currentConditions(
  { db, conditions, counter, now, freshSeconds }: ConditionsReader,
  cityId: CityId,
): Promise<CurrentConditions | undefined> {
  const cached = (await conditions.get([cityId])).get(cityId)
  const fromCache = (served: ServedConditions): CurrentConditions => {
    counter.countCacheUse('conditions', 'hit')
    return { served, from: 'cache' }
  }
  if (cached && ageSeconds(cached.confirmedAt, now()) <= freshSeconds) return fromCache(cached)
  let stored: readonly ServedConditions[]
  try {
    stored = await latestConditionsOf(db, [cityId])
  } catch (error) {
    if (cached && isDatabaseUnavailable(error)) return fromCache(cached)
    throw error
  }
  counter.countCacheUse('conditions', 'miss')
  const [served] = stored
  if (!served) return undefined
  await conditions.set([served], { onlyIfAbsent: true })
  return { served, from: 'database' }
}
