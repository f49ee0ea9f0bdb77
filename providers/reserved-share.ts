import type { ProviderRequest, WeatherProvider } from '../domain/provider/provider.ts'
import type { QuotaLimit } from '../domain/quota/windows.ts'

/** Share of a day and a month that is reserved for products that no later provider offers. */
const RESERVED_SHARE = 0.25

/** The limits a request may use up. */
export type LimitsFor = (request: ProviderRequest) => readonly QuotaLimit[]

/**
 * Weather has other sources, air quality often none. So a request that a later provider can serve too
 * leaves the last quarter of a day and a month to requests that only this one can serve.
 */
export function limitsWithReserve(
  provider: WeatherProvider,
  later: readonly WeatherProvider[],
): LimitsFor {
  const others = standIns(later)
  if (!keepsReserve(provider, others)) return () => provider.quota
  const reduced = provider.quota.map((limit) => ({ ...limit, limit: unreserved(limit) }))
  const othersCan = ({ products, places }: ProviderRequest): boolean =>
    others.some(
      (other) =>
        products.every((product) => other.products.includes(product)) &&
        places.every((place) => other.covers(place)),
    )
  return (request) => (othersCan(request) ? reduced : provider.quota)
}

/** Of a limit, the weight that only requests may use which no later provider can serve. */
export const reservedOf = (
  provider: WeatherProvider,
  later: readonly WeatherProvider[],
  limit: Pick<QuotaLimit, 'window' | 'limit'>,
): number => (keepsReserve(provider, standIns(later)) ? limit.limit - unreserved(limit) : 0)

const standIns = (later: readonly WeatherProvider[]): WeatherProvider[] =>
  later.filter(({ isSparse }) => isSparse !== true)

const keepsReserve = (provider: WeatherProvider, others: readonly WeatherProvider[]): boolean =>
  others.length > 0 &&
  provider.products.some((product) => others.every(({ products }) => !products.includes(product)))

const unreserved = ({ window, limit }: Pick<QuotaLimit, 'window' | 'limit'>): number =>
  window === 'day' || window === 'month' ? Math.floor(limit * (1 - RESERVED_SHARE)) : limit
