import type { Place } from '../../../domain/city/city.ts'
import { PRODUCTS, type Product } from '../../../domain/weather/product.ts'
import { PROVIDER_CATALOGUE } from '../../../domain/provider/provider-catalogue.ts'
import type { PlaceRequest, ProviderRequest } from '../../../domain/provider/provider.ts'
import { CURRENT_AIR_VARIABLES, CURRENT_WEATHER_VARIABLES } from './wire.ts'
import { DAILY_WEATHER_VARIABLES } from './wire-forecast.ts'

/** Air quality is served by another host. */
export interface Hosts {
  readonly weather: string
  readonly air: string
}

export const FREE_HOSTS: Hosts = {
  weather: PROVIDER_CATALOGUE['open-meteo'].publicHost,
  air: 'https://air-quality-api.open-meteo.com',
}

/** A key sent to the free hosts is answered with a redirect. */
export const CUSTOMER_HOSTS: Hosts = {
  weather: 'https://customer-api.open-meteo.com',
  air: 'https://customer-air-quality-api.open-meteo.com',
}

const FORECAST_DAYS = 7

/** One call is up to 10 variables over up to 14 days for one place; more cost in proportion. */
export function openMeteoWeight(places: number, variables: number, days: number): number {
  const calls = variables / 10
  return places * Math.max(1, calls, (calls * days) / 14)
}

/** The products that one request can answer. */
const TOGETHER: readonly (readonly Product[])[] = [
  ['conditions', 'forecast'],
  ['conditions'],
  ['forecast'],
  ['air-quality'],
]

export const requestsFor = (
  requests: readonly PlaceRequest[],
  hosts: Hosts,
  maxPlaces: number,
): ProviderRequest[] =>
  TOGETHER.flatMap((products) => {
    const places = requests
      .filter((request) => weatherOrAir(request, products).join() === products.join())
      .map(({ place }) => place)
    return pagesOf(places, maxPlaces).map((page) => ({
      url: urlFor(products, page, hosts),
      weight: weightOf(products, page.length),
      places: page,
      products,
    }))
  })

/** The requested products that go to the same host as these. */
const weatherOrAir = (
  { products: wanted }: PlaceRequest,
  products: readonly Product[],
): Product[] => {
  const isAir = products.includes('air-quality')
  return PRODUCTS.filter(
    (product) => wanted.includes(product) && (product === 'air-quality') === isAir,
  )
}

function weightOf(products: readonly Product[], places: number): number {
  const variables = products.reduce((sum, product) => sum + VARIABLES[product].length, 0)
  return openMeteoWeight(places, variables, products.includes('forecast') ? FORECAST_DAYS : 1)
}

const VARIABLES: Readonly<Record<Product, readonly string[]>> = {
  conditions: CURRENT_WEATHER_VARIABLES,
  forecast: DAILY_WEATHER_VARIABLES,
  'air-quality': CURRENT_AIR_VARIABLES,
}

const pagesOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, page) =>
    items.slice(page * size, (page + 1) * size),
  )

/** Times are unix times whatever the zone: it only says where days begin. */
function urlFor(products: readonly Product[], places: readonly Place[], hosts: Hosts): string {
  const latitudes = places.map(({ latitude }) => latitude).join(',')
  const longitudes = places.map(({ longitude }) => longitude).join(',')
  const where = `latitude=${latitudes}&longitude=${longitudes}&timeformat=unixtime`
  const current = (variables: readonly string[]) => `&current=${variables.join(',')}`
  if (products.includes('air-quality')) {
    return `${hosts.air}/v1/air-quality?${where}&timezone=GMT${current(CURRENT_AIR_VARIABLES)}`
  }
  const weather = `${hosts.weather}/v1/forecast?${where}`
  const now = products.includes('conditions') ? current(CURRENT_WEATHER_VARIABLES) : ''
  if (!products.includes('forecast')) return `${weather}&timezone=GMT${now}`
  const zones = places.map(({ timeZone }) => encodeURIComponent(timeZone)).join(',')
  const days = `&forecast_days=${FORECAST_DAYS}&daily=${DAILY_WEATHER_VARIABLES.join(',')}`
  return `${weather}&timezone=${zones}${now}${days}`
}
