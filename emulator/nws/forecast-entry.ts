import type { ForecastEntry } from '../faults/forecast-entry.ts'
import { valueAt } from '../faults/json-paths.ts'

export const forecastEntry: ForecastEntry = (index, body) => {
  const entry = ['properties', 'periods', index]
  const isDay = valueAt(body, [...entry, 'isDaytime']) === true
  const night = ['properties', 'periods', index + 1]
  return {
    moments: [
      [...entry, 'startTime'],
      [...entry, 'endTime'],
    ],
    highs: isDay ? [[...entry, 'temperature']] : [],
    lows: [[...night, 'temperature']],
    values: ['temperature', 'probabilityOfPrecipitation', 'windSpeed', 'shortForecast'].map(
      (key) => [...entry, key],
    ),
  }
}
