import type { ForecastEntry } from '../faults/forecast-entry.ts'
import { keysOf, valueAt } from '../faults/json-paths.ts'

export const forecastEntry: ForecastEntry = (index, body) => ({
  moments: [['daily', 'time', index]],
  highs: [['daily', 'temperature_2m_max', index]],
  lows: [['daily', 'temperature_2m_min', index]],
  values: keysOf(valueAt(body, ['daily']))
    .filter((key) => key !== 'time')
    .map((key) => ['daily', key, index]),
})
