import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
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
  later: () => readonly WeatherProvider[],
): LimitsFor {
  /** The same object for the same limits, by which refusals are remembered. */
  const reduced = new WeakMap<readonly QuotaLimit[], readonly QuotaLimit[]>()
  const reducedOf = (quota: readonly QuotaLimit[]): readonly QuotaLimit[] => {
    const made = reduced.get(quota) ?? quota.map((one) => ({ ...one, limit: unreserved(one) }))
    reduced.set(quota, made)
    return made
  }
  return (request) => {
    const others = standIns(later())
    const isShared = keepsReserve(provider, others) && anyCanServe(others, request)
    return isShared ? reducedOf(provider.quota) : provider.quota
  }
}

const anyCanServe = (
  others: readonly WeatherProvider[],
  { products, places }: ProviderRequest,
): boolean =>
  others.some(
    (other) =>
      products.every((product) => other.products.includes(product)) &&
      places.every((place) => other.covers(place)),
  )

/** Of a limit, the weight that only requests may use which no later provider can serve. */
const reservedOf = (
  provider: WeatherProvider,
  later: readonly WeatherProvider[],
  limit: Pick<QuotaLimit, 'window' | 'limit'>,
): number => (keepsReserve(provider, standIns(later)) ? limit.limit - unreserved(limit) : 0)

/** The same, of providers by their names. */
export const reservedAmong =
  (providers: readonly WeatherProvider[]) =>
  (
    id: ProviderId,
    later: readonly ProviderId[],
    limit: Pick<QuotaLimit, 'window' | 'limit'>,
  ): number => {
    const named = (one: ProviderId) => providers.find((provider) => provider.id === one)
    const provider = named(id)
    return provider
      ? reservedOf(
          provider,
          later.flatMap((one) => named(one) ?? []),
          limit,
        )
      : 0
  }

const standIns = (later: readonly WeatherProvider[]): WeatherProvider[] =>
  later.filter(({ isSparse }) => isSparse !== true)

const keepsReserve = (provider: WeatherProvider, others: readonly WeatherProvider[]): boolean =>
  others.length > 0 &&
  provider.products.some((product) => others.every(({ products }) => !products.includes(product)))

const unreserved = ({ window, limit }: Pick<QuotaLimit, 'window' | 'limit'>): number =>
  window === 'day' || window === 'month' ? Math.floor(limit * (1 - RESERVED_SHARE)) : limit
