import type { CityCache } from '../cache/city-cache.ts'
import type { ConditionsCache } from '../cache/conditions-cache.ts'
import type { WarmCacheInput, WarmingActivities } from '../contracts/warm-cache.ts'
import { citiesByIds } from '../db/queries/cities.ts'
import { latestConditionsOf } from '../db/queries/latest-conditions.ts'
import { mostRequested, type RequestedCity } from '../db/queries/city-reads.ts'
import { dueCutoff } from '../domain/weather/freshness.ts'
import { decayed } from '../domain/analytics/popularity.ts'
import type { ProviderChain } from '../domain/provider/provider-chain-port.ts'
import type { Product } from '../domain/weather/product.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './store-job-summary.ts'

export interface SharedCaches {
  readonly cities: CityCache
  readonly conditions: ConditionsCache
}

export interface WarmingDeps extends RunSummaryDeps {
  /** The cache that API processes read; undefined where each process has its own. */
  readonly shared: SharedCaches | undefined
  /** Time in which a city's score of requests halves. */
  readonly halfLifeHours: number
  /** Offered by a provider in the order: the rest is never due. */
  readonly chain: Pick<ProviderChain, 'products'>
}

export function createWarmingActivities(deps: WarmingDeps): WarmingActivities {
  const { db, now, shared, halfLifeHours, chain } = deps
  return {
    ...createRunSummaryActivities(deps),

    async popularCities({ cities: limit, maxAgeSeconds }) {
      const at = now()
      const requested = await mostRequested(db, { limit, halfLifeHours })
      return requested.map((one) => ({
        city: one.city,
        score: decayed(one, at, halfLifeHours),
        due: dueProducts(chain.products, one.confirmedAt, maxAgeSeconds, at),
      }))
    },

    async fillCache({ cityIds }) {
      const served = await latestConditionsOf(db, cityIds)
      const ids = new Set(served.map(({ cityId }) => cityId))
      const failedCityIds = cityIds.filter((id) => !ids.has(id))
      if (!shared) return { cache: 'own', warmed: 0, failedCityIds }
      const taken = await Promise.all([
        shared.cities.set(await citiesByIds(db, [...ids])),
        shared.conditions.set(served),
      ])
      if (taken.includes(false)) return { cache: 'away', warmed: 0, failedCityIds: cityIds }
      return { cache: 'shared', warmed: served.length, failedCityIds }
    },
  }
}

function dueProducts(
  products: readonly Product[],
  confirmedAt: RequestedCity['confirmedAt'],
  maxAgeSeconds: WarmCacheInput['maxAgeSeconds'],
  at: Date,
): Product[] {
  return products.filter((product) => {
    const maxAge = maxAgeSeconds[product]
    if (maxAge === undefined) return false
    const confirmed = confirmedAt[product]
    return confirmed === null || confirmed <= dueCutoff(at, maxAge, 0)
  })
}
