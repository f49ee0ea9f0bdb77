import type { ForecastEntry } from '../faults/forecast-entry.ts'

export const forecastEntry: ForecastEntry = (index) => {
  const entry = ['properties', 'timeseries', index]
  const extremes = [...entry, 'data', 'next_6_hours', 'details']
  return {
    moments: [[...entry, 'time']],
    highs: [[...extremes, 'air_temperature_max']],
    lows: [[...extremes, 'air_temperature_min']],
    values: [[...entry, 'data']],
  }
}
