import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { Discard } from '../../../domain/weather/reading.ts'
import {
  fahrenheitToCelsius,
  kelvinToCelsius,
  metresPerSecondToKmh,
  metresToKm,
  milesPerHourToKmh,
  pascalToHpa,
  rounded,
} from '../../../domain/weather/units.ts'
import type { Quantity } from './wire.ts'

export interface Scale {
  readonly decimals: number
  readonly units: Readonly<Record<string, (value: number) => number>>
}

const asIs = (value: number): number => value

export const CELSIUS: Scale = {
  decimals: 1,
  units: { degC: asIs, degF: fahrenheitToCelsius, K: kelvinToCelsius },
}
export const KMH: Scale = {
  decimals: 1,
  units: { 'km_h-1': asIs, 'm_s-1': metresPerSecondToKmh, 'mi_h-1': milesPerHourToKmh },
}
export const HPA: Scale = { decimals: 1, units: { Pa: pascalToHpa, hPa: asIs } }
export const KM: Scale = { decimals: 2, units: { m: metresToKm, km: asIs } }
export const MM: Scale = { decimals: 2, units: { mm: asIs, m: (metres) => metres * 1000 } }
export const METRES: Scale = { decimals: 0, units: { m: asIs } }
export const PERCENT: Scale = { decimals: 1, units: { percent: asIs } }
export const DEGREES: Scale = { decimals: 0, units: { 'degree_(angle)': asIs } }

/**
 * Codes of MADIS, whose quality control the values have passed through: X failed, Q questioned,
 * B bad in a forecaster's judgement. The others (V, S, C, G, T, and Z for unchecked) are taken.
 * https://madis.ncep.noaa.gov/madis_sfc_qc_notes.shtml
 */
const NOT_TRUSTED: ReadonlySet<string> = new Set(['X', 'Q', 'B'])

/** The API has changed units before (m/s to km/h, m to mm), so a value in an unknown unit is discarded. */
export function valueIn(
  { decimals, units }: Scale,
  field: string,
  quantity: Quantity | null | undefined,
  discard: Discard,
): number | null {
  if (quantity?.value == null) return null
  const { qualityControl } = quantity
  if (qualityControl != null && NOT_TRUSTED.has(qualityControl)) {
    discard(`NWS: /properties/${field}`, `has the quality code ${qualityControl}`)
    return null
  }
  const unit = unitOf(quantity)
  const convert = Object.hasOwn(units, unit) ? units[unit] : undefined
  if (convert) return rounded(convert(quantity.value), decimals)
  discard(`NWS: /properties/${field}`, `has the unit ${unit}`)
  return null
}

const unitOf = (quantity: Quantity | null | undefined): string =>
  quantity?.unitCode?.replace(/^.*:/, '') ?? 'none'

/** For a value without which the answer is of no use. */
export function requiredValueIn(
  scale: Scale,
  field: string,
  quantity: Quantity | null | undefined,
  discard: Discard,
): number | null {
  const unit = unitOf(quantity)
  if (quantity?.value == null || Object.hasOwn(scale.units, unit)) {
    return valueIn(scale, field, quantity, discard)
  }
  throw new ProviderError('schema-mismatch', `NWS: /properties/${field} has the unit ${unit}`)
}
