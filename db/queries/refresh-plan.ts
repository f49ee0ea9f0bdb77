import type { ClaimedCity } from '../../domain/city/claimed-city.ts'
import {
  plannedRequests,
  type PlannedCall,
  type PlannedRequests,
  type PricedProvider,
} from '../../domain/provider/planned-requests.ts'
import { inUse, type InstalledProvider } from '../../domain/provider/provider-setup.ts'
import { dueReason, type DueReason } from '../../domain/weather/due-reason.ts'
import { dueCutoff } from '../../domain/weather/freshness.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Database } from '../database.ts'
import { countDue, type Scope } from './due.ts'
import { dueCities } from './due-cities.ts'
import { readProviderSetups } from './provider-controls.ts'

/** Cities that a plan lists. */
export const MOST_PLANNED_CITIES = 100

export interface RefreshPlanOptions {
  readonly at: Date
  readonly scope: Scope
  readonly force: boolean
  /** Of the products that are asked for. */
  readonly maxAgeSeconds: Readonly<Partial<Record<Product, number>>>
  readonly installed: readonly InstalledProvider[]
  readonly adapters: readonly PricedProvider[]
}

export interface PlannedCity extends ClaimedCity {
  readonly reason: DueReason
  readonly calls: readonly PlannedCall[]
}

export interface PlannedRefresh {
  /** Active cities that are meant. */
  readonly total: number
  readonly due: number
  /** The first that are due. */
  readonly cities: readonly PlannedCity[]
  /** For these. */
  readonly requests: PlannedRequests[]
}

/** What a refresh by age would do now; starts nothing, and asks no provider. */
export async function planRefresh(
  db: Database,
  { at, scope, force, maxAgeSeconds, installed, adapters }: RefreshPlanOptions,
): Promise<PlannedRefresh> {
  const ages = Object.entries(maxAgeSeconds) as [Product, number][]
  const cutoffs = Object.fromEntries(
    ages.map(([product, age]) => [product, force ? null : dueCutoff(at, age, 0)]),
  )
  const [counts, due, setups] = await Promise.all([
    countDue(db, scope, cutoffs),
    dueCities(db, { scope, cutoffs, limit: MOST_PLANNED_CITIES }),
    readProviderSetups(db, installed),
  ])
  const inOrder = inUse(setups).flatMap(({ id }) => adapters.find((one) => one.id === id) ?? [])
  const { requests, callsOf } = plannedRequests(inOrder, due)
  const cities = due.map(({ city, products, confirmedAt }) => ({
    city,
    products,
    reason: dueReason(products, cutoffs, confirmedAt),
    calls: callsOf.get(city.id) ?? [],
  }))
  return { total: counts.active, due: counts.due, cities, requests }
}
