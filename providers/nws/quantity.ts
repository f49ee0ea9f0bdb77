import { ProviderError } from '../../domain/provider-error.ts'
import {
  fahrenheitToCelsius,
  kelvinToCelsius,
  metresPerSecondToKmh,
  metresToKm,
  milesPerHourToKmh,
  pascalToHpa,
  rounded,
} from '../../domain/units.ts'
import type { Quantity } from './wire.ts'

interface Scale {
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
export const PERCENT: Scale = { decimals: 1, units: { percent: asIs } }
export const DEGREES: Scale = { decimals: 0, units: { 'degree_(angle)': asIs } }

/** `X` is the mark of a value that their own quality control threw out. */
const REFUSED = 'X'

/** Units have changed under one name before (m/s to km/h, m to mm), so an unknown one is refused. */
export function valueIn(
  { decimals, units }: Scale,
  field: string,
  quantity: Quantity | null | undefined,
): number | null {
  if (quantity?.value == null || quantity.qualityControl === REFUSED) return null
  const unit = quantity.unitCode?.replace(/^.*:/, '') ?? 'none'
  const convert = units[unit]
  if (convert) return rounded(convert(quantity.value), decimals)
  throw new ProviderError('schema-mismatch', `NWS: /properties/${field} has the unit ${unit}`)
}
