import { CONDITIONS, INTENSITIES } from './condition.ts'
import {
  fieldNames,
  noValues,
  type ValueField,
  type ValueFields,
  type ValuesOf,
} from './value-fields.ts'

export type ConditionField = ValueField

/**
 * Every value that conditions hold, in canonical units. Conditions, their ranges, their columns, the
 * cache's codec and the responses follow from this table.
 */
export const CONDITION_FIELDS = {
  temperatureC: {
    kind: 'number',
    responseName: 'temperature',
    unit: '°C',
    // Measured on Earth, with a margin; WMO extremes archive.
    range: [-95, 62],
    isRequired: true,
  },
  apparentTemperatureC: {
    kind: 'number',
    responseName: 'feels_like',
    unit: '°C',
    range: [-120, 85],
  },
  relativeHumidityPct: { kind: 'number', responseName: 'humidity', unit: '%', range: [0, 105] },
  /** Reduced to mean sea level. */
  pressureMslHpa: { kind: 'number', responseName: 'pressure', unit: 'hPa', range: [850, 1100] },
  visibilityKm: { kind: 'number', responseName: 'visibility', unit: 'km', range: [0, 400] },
  uvIndex: { kind: 'number', responseName: 'uv_index', range: [0, 45] },
  windSpeedKmh: { kind: 'number', responseName: 'wind_speed', unit: 'km/h', range: [0, 420] },
  windGustKmh: { kind: 'number', responseName: 'wind_gust', unit: 'km/h', range: [0, 520] },
  /** Degrees the wind blows from, 0–360, north is 0. */
  windDirectionDeg: { kind: 'number', responseName: 'wind_direction', unit: '°', range: [0, 360] },
  cloudCoverPct: { kind: 'number', responseName: 'cloudiness', unit: '%', range: [0, 100] },
  precipitationMm: { kind: 'number', responseName: 'precipitation', unit: 'mm', range: [0, 500] },
  /** The span `precipitationMm` fell in: negative before `validAt`, positive after it. */
  precipitationWindowMinutes: { kind: 'integer', responseName: 'precipitation_window_minutes' },
  condition: { kind: 'word', responseName: 'condition', words: CONDITIONS },
  intensity: { kind: 'word', responseName: 'intensity', words: INTENSITIES },
  isDay: { kind: 'flag', responseName: 'is_day' },
  sunriseAt: { kind: 'moment', responseName: 'sunrise' },
  sunsetAt: { kind: 'moment', responseName: 'sunset' },
} as const satisfies ValueFields

export type ConditionFields = typeof CONDITION_FIELDS

export type ConditionFieldName = keyof ConditionFields

export const CONDITION_FIELD_NAMES = fieldNames(CONDITION_FIELDS)

export const isConditionFieldName = (name: string): name is ConditionFieldName =>
  Object.hasOwn(CONDITION_FIELDS, name)

export type ConditionValues = ValuesOf<ConditionFields>

/** For a reading of few values, which are put over these. */
export const NO_CONDITION_VALUES: ConditionValues = noValues(CONDITION_FIELDS)
