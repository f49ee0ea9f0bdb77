import type { ConditionsCache } from '../../cache/conditions-cache.ts'
import type { Database } from '../../db/database.ts'
import { latestConditionsOf } from '../../db/queries/latest-conditions.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { StoredConditions } from '../../domain/weather/reading.ts'
import { ageSeconds } from '../../domain/weather/freshness.ts'
import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import type { ReadCounter } from '../background/read-counter.ts'

export interface CurrentConditions {
  readonly conditions: StoredConditions
  readonly from: 'cache' | 'database'
}

export interface ConditionsReader {
  readonly db: Database
  readonly conditions: ConditionsCache
  readonly counter: ReadCounter
  readonly now: () => Date
  /** For how long a cached value is served without a look into the database. */
  readonly freshSeconds: number
}

/**
 * From the cache while the value is fresh, else from the database: while Redis was down a newer
 * value may not have reached the cache. Where the database is down, a stale entry is served.
 */
export async function currentConditions(
  { db, conditions: cache, counter, now, freshSeconds }: ConditionsReader,
  cityId: CityId,
): Promise<CurrentConditions | undefined> {
  const cached = (await cache.get([cityId])).get(cityId)
  const fromCache = (conditions: StoredConditions): CurrentConditions => {
    counter.countCacheUse('conditions', 'hit')
    return { conditions, from: 'cache' }
  }
  if (cached && ageSeconds(cached.confirmedAt, now()) <= freshSeconds) return fromCache(cached)
  let latest: readonly StoredConditions[]
  try {
    latest = await latestConditionsOf(db, [cityId])
  } catch (error) {
    if (cached && isDatabaseUnavailable(error)) return fromCache(cached)
    throw error
  }
  counter.countCacheUse('conditions', 'miss')
  const [conditions] = latest
  if (!conditions) return undefined
  await cache.set([conditions], { onlyIfAbsent: true })
  return { conditions, from: 'database' }
}
