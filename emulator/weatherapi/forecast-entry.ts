import type { ForecastEntry } from '../faults/forecast-entry.ts'

export const forecastEntry: ForecastEntry = (index) => {
  const entry = ['forecast', 'forecastday', index]
  return {
    moments: [
      [...entry, 'date'],
      [...entry, 'date_epoch'],
    ],
    highs: [[...entry, 'day', 'maxtemp_c']],
    lows: [[...entry, 'day', 'mintemp_c']],
    values: [[...entry, 'day']],
  }
}
