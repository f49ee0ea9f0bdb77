import type { Place } from '../../domain/city.ts'
import type { Product } from '../../domain/product.ts'
import type { Ask, ProviderRequest } from '../../domain/provider.ts'
import {
  CURRENT_AIR_VARIABLES,
  CURRENT_WEATHER_VARIABLES,
  DAILY_WEATHER_VARIABLES,
} from './wire.ts'

/** Air quality has a host of its own. */
export interface Hosts {
  readonly weather: string
  readonly air: string
}

export const FREE_HOSTS: Hosts = {
  weather: 'https://api.open-meteo.com',
  air: 'https://air-quality-api.open-meteo.com',
}

/** A key sent to the free hosts is answered with a redirect. */
export const CUSTOMER_HOSTS: Hosts = {
  weather: 'https://customer-api.open-meteo.com',
  air: 'https://customer-air-quality-api.open-meteo.com',
}

/** A thousand are allowed; a hundred are 100 kB, and as many to lose when one is refused. */
export const MAX_PLACES = 100

const FORECAST_DAYS = 7

/** One call is up to 10 variables over up to 14 days for one place; more cost in proportion. */
export function openMeteoWeight(places: number, variables: number, days: number): number {
  const calls = variables / 10
  return places * Math.max(1, calls, (calls * days) / 14)
}

/** Of one place. */
const WEIGHTS: Readonly<Record<Product, number>> = {
  conditions: openMeteoWeight(1, CURRENT_WEATHER_VARIABLES.length, 1),
  forecast: openMeteoWeight(1, DAILY_WEATHER_VARIABLES.length, FORECAST_DAYS),
  'air-quality': openMeteoWeight(1, CURRENT_AIR_VARIABLES.length, 1),
}

export function requestsFor(
  product: Product,
  asks: readonly Ask[],
  hosts: Hosts,
): ProviderRequest[] {
  const places = asks.filter(({ products }) => products.includes(product)).map(({ place }) => place)
  return pagesOf(places, MAX_PLACES).map((page) => ({
    url: urlFor(product, page, hosts),
    weight: page.length * WEIGHTS[product],
    places: page,
    products: [product],
  }))
}

const pagesOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, page) =>
    items.slice(page * size, (page + 1) * size),
  )

function urlFor(product: Product, places: readonly Place[], hosts: Hosts): string {
  const latitudes = places.map(({ latitude }) => latitude).join(',')
  const longitudes = places.map(({ longitude }) => longitude).join(',')
  const where = `latitude=${latitudes}&longitude=${longitudes}`
  if (product === 'forecast') {
    const zones = places.map(({ timeZone }) => encodeURIComponent(timeZone)).join(',')
    const what = `forecast_days=${FORECAST_DAYS}&daily=${DAILY_WEATHER_VARIABLES.join(',')}`
    return `${hosts.weather}/v1/forecast?${where}&timezone=${zones}&timeformat=unixtime&${what}`
  }
  const [path, variables] =
    product === 'conditions'
      ? [`${hosts.weather}/v1/forecast`, CURRENT_WEATHER_VARIABLES]
      : [`${hosts.air}/v1/air-quality`, CURRENT_AIR_VARIABLES]
  return `${path}?${where}&timezone=GMT&timeformat=unixtime&current=${variables.join(',')}`
}
