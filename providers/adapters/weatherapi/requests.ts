import type { PlaceRequest, ProviderRequest } from '../../../domain/provider/provider.ts'
import { coordinate } from '../../wire-values.ts'
import { offeredOf } from '../adapter-settings.ts'

/** The limit of the free plan. */
const FORECAST_DAYS = 3

/** One request answers every product of a place. */
export function requestsFor({ place, products }: PlaceRequest, baseUrl: string): ProviderRequest[] {
  const wanted = offeredOf('weatherapi', products)
  if (wanted.length === 0) return []
  const at = `q=${coordinate(place.latitude)},${coordinate(place.longitude)}`
  const air = `aqi=${wanted.includes('air-quality') ? 'yes' : 'no'}`
  const path = wanted.includes('forecast')
    ? `forecast.json?${at}&days=${FORECAST_DAYS}&${air}&alerts=no`
    : `current.json?${at}&${air}`
  return [{ url: `${baseUrl}/v1/${path}`, weight: 1, places: [place], products: wanted }]
}
