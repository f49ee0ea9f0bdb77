import { CONDITION_FIELDS } from './condition-fields.ts'
import type { ValueFields, ValuesOf } from './value-fields.ts'

const { temperatureC, windSpeedKmh, windGustKmh, uvIndex, condition, intensity } = CONDITION_FIELDS
const { sunriseAt, sunsetAt } = CONDITION_FIELDS

/**
 * Every value that a forecast gives for a local day, in canonical units. Its ranges, its
 * columns, the cache's codec and the responses follow from this table, as those of conditions do from theirs.
 */
export const FORECAST_DAY_FIELDS = {
  temperatureMaxC: { ...temperatureC, responseName: 'temperature_max' },
  temperatureMinC: { ...temperatureC, responseName: 'temperature_min' },
  precipitationMm: { kind: 'number', responseName: 'precipitation', unit: 'mm', range: [0, 2000] },
  precipitationProbability: {
    kind: 'number',
    responseName: 'precipitation_probability',
    unit: '1',
    range: [0, 1],
  },
  windSpeedMaxKmh: { ...windSpeedKmh, responseName: 'wind_speed_max' },
  windGustMaxKmh: { ...windGustKmh, responseName: 'wind_gust_max' },
  uvIndexMax: { ...uvIndex, responseName: 'uv_index_max' },
  condition,
  intensity,
  sunriseAt,
  sunsetAt,
} as const satisfies ValueFields

export type ForecastDayFields = typeof FORECAST_DAY_FIELDS

export type ForecastDayValues = ValuesOf<ForecastDayFields>
