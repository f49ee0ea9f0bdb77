import type { Static } from 'typebox'
import { rounded } from '../../domain/weather/units.ts'
import type { City } from '../../domain/city/city.ts'
import type { StoredConditions, StoredForecast } from '../../domain/weather/reading.ts'
import type { BesideConditions } from '../readers/beside-conditions.ts'
import type { CityValue, ManyConditions } from '../readers/many-conditions.ts'
import { DEFAULT_DAYS } from '../schemas/forecast.ts'
import type {
  OriginalComparison,
  OriginalMultiple,
  OriginalWeatherByName,
} from '../schemas/original.ts'
import { originalAirQuality, originalForecast, originalWeather } from './original.ts'
import type { ViewOptions } from './stored-reading.ts'

export function originalByName(
  city: City,
  conditions: StoredConditions,
  { forecasts, airQuality }: BesideConditions,
  options: ViewOptions,
): Static<typeof OriginalWeatherByName> {
  const [forecast, air] = [forecasts.get(city.id), airQuality.get(city.id)]
  return {
    current: originalWeather(city, conditions, options),
    air_quality: air ? originalAirQuality(city, air.value, options) : null,
    forecast: forecast ? originalForecast(city, forecast.value, DEFAULT_DAYS, options) : [],
  }
}

export const originalMultiple = (
  { values, unknown, ambiguous }: ManyConditions,
  { airQuality }: BesideConditions,
  options: ViewOptions,
): OriginalMultiple => ({
  cities: values.map(({ city, served }) => {
    const air = airQuality.get(city.id)
    return {
      city: city.name,
      current: originalWeather(city, served.value, options),
      air_quality: air ? originalAirQuality(city, air.value, options) : null,
    }
  }),
  unknown: [...unknown],
  ambiguous: [...ambiguous],
})

export const originalComparison = (
  values: readonly CityValue[],
  { forecasts, airQuality }: BesideConditions,
  options: ViewOptions,
): OriginalComparison => ({
  cities: values.map(({ city, served }) => {
    const air = airQuality.get(city.id)
    return {
      city: city.name,
      current: originalWeather(city, served.value, options),
      air_quality: air ? originalAirQuality(city, air.value, options) : null,
      forecast_summary: summaryOf(city, forecasts.get(city.id)?.value, options),
    }
  }),
  insights: insightsOf(values),
  comparison_time: options.now.toISOString(),
})

/** Of how many days the original takes the mean. */
const SUMMARY_DAYS = 3

function summaryOf(city: City, forecast: StoredForecast | undefined, options: ViewOptions) {
  const days = forecast ? originalForecast(city, forecast, SUMMARY_DAYS, options) : []
  const extremes = days.flatMap((day) => [day.temperature_max, day.temperature_min])
  return {
    avg_temp: meanOf(extremes),
    conditions: days.map(({ weather_condition }) => weather_condition),
  }
}

/** Null where a value is missing: a mean of the others would be of something else. */
function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0 || known.length < values.length) return null
  return rounded(known.reduce((sum, value) => sum + value, 0) / known.length)
}

function insightsOf(values: readonly CityValue[]): OriginalComparison['insights'] {
  const known = values.flatMap(({ city, served: { value } }) =>
    value.temperatureC === null ? [] : [{ name: city.name, temperatureC: value.temperatureC }],
  )
  const ranked = known.toSorted((one, other) => other.temperatureC - one.temperatureC)
  const [warmest, coolest] = [ranked[0], ranked.at(-1)]
  return {
    warmest_city: warmest?.name ?? null,
    coolest_city: coolest?.name ?? null,
    temperature_range:
      warmest && coolest ? rounded(warmest.temperatureC - coolest.temperatureC) : null,
    average_temperature: meanOf(known.map(({ temperatureC }) => temperatureC)),
  }
}
