import type { ForecastEntry } from '../faults/forecast-entry.ts'

export const forecastEntry: ForecastEntry = (index) => ({
  moments: [
    ['list', index, 'dt'],
    ['list', index, 'dt_txt'],
  ],
  highs: [['list', index, 'main', 'temp_max']],
  lows: [['list', index, 'main', 'temp_min']],
  values: ['main', 'wind', 'pop', 'weather'].map((key) => ['list', index, key]),
})
