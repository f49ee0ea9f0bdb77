import { ProviderError } from '../provider/provider-error.ts'
import {
  CONDITION_FIELD_NAMES,
  CONDITION_FIELDS,
  type ConditionField,
  type Range,
} from './condition-fields.ts'
import type { AirQualityScale, Discard, ForecastDay } from './reading.ts'

type Ranges = Readonly<Record<string, Range>>
type RangesOf<T> = Partial<Readonly<Record<keyof T, Range>>>

const rangesOf = (isWanted: (field: ConditionField) => boolean): Ranges =>
  Object.fromEntries(
    CONDITION_FIELD_NAMES.flatMap((name): [string, Range][] => {
      const field: ConditionField = CONDITION_FIELDS[name]
      return 'range' in field && isWanted(field) ? [[name, field.range]] : []
    }),
  )

const isRequired = (field: ConditionField): boolean => 'isRequired' in field

/** What conditions are refused for. */
export const REQUIRED_CONDITION_RANGES = rangesOf(isRequired)

/** Conditions can do without these. */
export const CONDITION_RANGES = rangesOf((field) => !isRequired(field))

const { temperatureC, uvIndex, windSpeedKmh, windGustKmh } = CONDITION_FIELDS

export const DAY_RANGES = {
  precipitationMm: [0, 2000],
  precipitationProbability: [0, 1],
  windSpeedMaxKmh: windSpeedKmh.range,
  windGustMaxKmh: windGustKmh.range,
  uvIndexMax: uvIndex.range,
} as const satisfies RangesOf<ForecastDay>

/** What a forecast is refused for. */
export const REQUIRED_DAY_RANGES = {
  temperatureMaxC: temperatureC.range,
  temperatureMinC: temperatureC.range,
} as const satisfies RangesOf<ForecastDay>

/** Dust storms and wildfires reach five digits. */
export const CONCENTRATION_RANGE: Range = [0, 100_000]

/**
 * Bands as published (openweathermap.org/api/air-pollution, weatherapi.com/docs); the open-ended
 * scales with twice the 500 that the US index is defined to.
 */
export const INDEX_RANGES: Readonly<Record<AirQualityScale, Range>> = {
  'european-aqi': [0, 1000],
  'us-aqi': [0, 1000],
  'us-epa-band': [1, 6],
  'gb-defra': [1, 10],
  openweathermap: [1, 5],
}

const isWithin = (value: number, [lowest, highest]: Range): boolean =>
  value >= lowest && value <= highest

const saysWhyNot = (value: number, [lowest, highest]: Range): string =>
  `is ${value}, outside ${lowest} to ${highest}`

export function refuseOutOfRange(what: string, values: object, ranges: Ranges): void {
  for (const [field, value] of Object.entries(values)) {
    const range = ranges[field]
    if (typeof value !== 'number' || !range || isWithin(value, range)) continue
    throw new ProviderError('out-of-range', `${what}: ${field} ${saysWhyNot(value, range)}`)
  }
}

/** The same values, less those out of their range, each of which is noted under `what`. */
export function withinRanges<T extends object>(
  what: string,
  values: T,
  ranges: Ranges,
  discard: Discard,
): T {
  const lost: Record<string, null> = {}
  for (const [field, value] of Object.entries(values)) {
    const range = ranges[field]
    if (typeof value !== 'number' || !range || isWithin(value, range)) continue
    discard(`${what}: ${field}`, saysWhyNot(value, range))
    lost[field] = null
  }
  return { ...values, ...lost }
}
