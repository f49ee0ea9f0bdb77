import { ProviderError } from '../provider/provider-error.ts'
import { AIR_QUALITY_FIELDS } from './air-quality-fields.ts'
import { CONDITION_FIELDS } from './condition-fields.ts'
import { FORECAST_DAY_FIELDS } from './forecast-fields.ts'
import type { AirQualityScale, Discard } from './reading.ts'
import { fieldEntries, type Range, type ValueField, type ValueFields } from './value-fields.ts'

type Ranges = Readonly<Record<string, Range>>

const rangesOf = (fields: ValueFields, isWanted: (field: ValueField) => boolean): Ranges =>
  Object.fromEntries(
    fieldEntries(fields).flatMap(([name, field]): [string, Range][] =>
      'range' in field && isWanted(field) ? [[name, field.range]] : [],
    ),
  )

const isRequired = (field: ValueField): boolean => 'isRequired' in field
const isOptional = (field: ValueField): boolean => !isRequired(field)

/** What conditions are refused for. */
export const REQUIRED_CONDITION_RANGES = rangesOf(CONDITION_FIELDS, isRequired)

/** Conditions can do without these. */
export const CONDITION_RANGES = rangesOf(CONDITION_FIELDS, isOptional)

/** What a forecast is refused for. */
export const REQUIRED_DAY_RANGES = rangesOf(FORECAST_DAY_FIELDS, isRequired)

/** A forecast can do without these. */
export const DAY_RANGES = rangesOf(FORECAST_DAY_FIELDS, isOptional)

export const CONCENTRATION_RANGES = rangesOf(AIR_QUALITY_FIELDS, isOptional)

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
