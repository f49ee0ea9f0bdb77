import { Compile } from 'typebox/compile'
import { analyticsKeys } from '../../cache/keys.ts'
import { cityAnalyticsDocument } from '../../contracts/analytics-documents.ts'
import { cityAnalyticsById } from '../../db/queries/city-analytics.ts'
import { newestOverview } from '../../db/queries/analytics-overviews.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { ApiDeps } from '../deps.ts'
import { CityAnalyticsBody, StoredOverview } from '../schemas/analytics.ts'

type Deps = Pick<ApiDeps, 'db' | 'cache' | 'settings'>

const OVERVIEW = Compile(StoredOverview)
const CITY_ANALYTICS = Compile(CityAnalyticsBody)

/** What the analytics job has left: from the cache, else from the database. */
export const storedOverview = (deps: Deps): Promise<StoredOverview | undefined> =>
  cachedOr(deps, analyticsKeys.overview, OVERVIEW, () => newestOverview(deps.db))

export const storedCityAnalytics = (
  deps: Deps,
  cityId: CityId,
): Promise<CityAnalyticsBody | undefined> =>
  cachedOr(deps, analyticsKeys.city(cityId), CITY_ANALYTICS, async () => {
    const stored = await cityAnalyticsById(deps.db, cityId)
    return stored && cityAnalyticsDocument(stored)
  })

/** What another version of this program has written may look otherwise: then it is not there. */
async function cachedOr<Document>(
  { cache, settings }: Deps,
  key: string,
  validator: { Check(value: unknown): value is Document },
  read: () => Promise<unknown>,
): Promise<Document | undefined> {
  const text = (await cache.getMany([key])).get(key)
  const cached = text === undefined ? undefined : parsed(text)
  if (validator.Check(cached)) return cached
  const stored = await read()
  if (!validator.Check(stored)) return undefined
  const entry = { key, value: JSON.stringify(stored) }
  await cache.setMany([entry], settings.cache.analyticsSeconds, { onlyIfAbsent: true })
  return stored
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
