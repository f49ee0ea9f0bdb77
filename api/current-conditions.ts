import type { ConditionsCache, ServedConditions } from '../cache/conditions-cache.ts'
import type { Database } from '../db/client.ts'
import { latestConditionsOf } from '../db/queries/latest.ts'
import type { CityId } from '../domain/city.ts'
import { ageSeconds } from '../domain/freshness.ts'

export interface CurrentConditions {
  readonly served: ServedConditions
  readonly from: 'cache' | 'database'
}

export interface ConditionsReader {
  readonly db: Database
  readonly conditions: ConditionsCache
  readonly now: () => Date
  readonly maxAgeSeconds: number
}

/**
 * From the cache while the value is young, else from the database: while Redis was away a newer
 * value may not have reached the cache.
 */
export async function currentConditions(
  { db, conditions, now, maxAgeSeconds }: ConditionsReader,
  cityId: CityId,
): Promise<CurrentConditions | undefined> {
  const cached = (await conditions.get([cityId])).get(cityId)
  if (cached && ageSeconds(cached.confirmedAt, now()) <= maxAgeSeconds) {
    return { served: cached, from: 'cache' }
  }
  const [served] = await latestConditionsOf(db, [cityId])
  if (!served) return undefined
  await conditions.set([served], { onlyIfAbsent: true })
  return { served, from: 'database' }
}
