import type { ProviderRequest, WeatherProvider } from '../domain/provider.ts'
import type { QuotaLimit } from '../domain/quota.ts'

/** Share of a day and a month that is kept for what nobody else in the order offers. */
const KEPT_BACK_SHARE = 0.25

/** The limits a request may use up. */
export type LimitsFor = (request: ProviderRequest) => readonly QuotaLimit[]

/**
 * Weather has other sources, air quality often none: a request that a later provider can serve as
 * well leaves the last quarter of a day and a month to those that have to come here.
 */
export function limitsWithShareKept(
  provider: WeatherProvider,
  later: readonly WeatherProvider[],
): LimitsFor {
  const isOnlyHere = provider.products.some((product) =>
    later.every(({ products }) => !products.includes(product)),
  )
  if (later.length === 0 || !isOnlyHere) return () => provider.quota
  const lessened = provider.quota.map((limit) =>
    limit.window === 'day' || limit.window === 'month'
      ? { ...limit, limit: Math.floor(limit.limit * (1 - KEPT_BACK_SHARE)) }
      : limit,
  )
  const othersCan = ({ products, places }: ProviderRequest): boolean =>
    later.some(
      (other) =>
        products.every((product) => other.products.includes(product)) &&
        places.every((place) => other.covers(place)),
    )
  return (request) => (othersCan(request) ? lessened : provider.quota)
}
