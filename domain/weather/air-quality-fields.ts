import type { Range, ValueFields, ValuesOf } from './value-fields.ts'

/** Dust storms and wildfires reach five digits. */
const CONCENTRATION_RANGE: Range = [0, 100_000]

const concentration = <const Name extends string>(responseName: Name) =>
  ({ kind: 'number', responseName, unit: 'µg/m³', range: CONCENTRATION_RANGE }) as const

/**
 * Every concentration that air quality holds, in canonical units. Its ranges, the cache's codec and
 * the responses follow from this table, as those of conditions do from theirs.
 */
export const AIR_QUALITY_FIELDS = {
  pm2_5: concentration('pm2_5'),
  pm10: concentration('pm10'),
  carbonMonoxide: concentration('carbon_monoxide'),
  nitrogenDioxide: concentration('nitrogen_dioxide'),
  sulphurDioxide: concentration('sulphur_dioxide'),
  ozone: concentration('ozone'),
  ammonia: concentration('ammonia'),
} as const satisfies ValueFields

export type AirQualityFields = typeof AIR_QUALITY_FIELDS

export type AirQualityValues = ValuesOf<AirQualityFields>
