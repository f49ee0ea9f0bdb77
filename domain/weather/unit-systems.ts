import { rounded } from './units.ts'
import type { CanonicalUnit } from './value-fields.ts'

/** In which units values are shown; they are stored in those of `metric`. */
export const UNIT_SYSTEMS = ['metric', 'imperial', 'si'] as const

export type UnitSystem = (typeof UNIT_SYSTEMS)[number]

interface Conversion {
  readonly unit: string
  readonly scale: number
  readonly offset: number
  /** As many as the canonical value resolves, so that a conversion claims no more. */
  readonly decimals: number
}

type Conversions = Readonly<Record<UnitSystem, Conversion>>

const to = (unit: string, scale: number, decimals: number, offset = 0): Conversion => ({
  unit,
  scale,
  offset,
  decimals,
})

const everywhere = (unit: string, decimals: number): Conversions => {
  const same = to(unit, 1, decimals)
  return { metric: same, imperial: same, si: same }
}

const KM_PER_MILE = 1.609344
const HPA_PER_INCH_OF_MERCURY = 33.8638866667

/**
 * How each unit is shown in each system. SI takes base units without prefixes, except where no one
 * would read them: rain stays in mm and concentrations in µg/m³.
 */
const CONVERSIONS: Readonly<Record<CanonicalUnit, Conversions>> = {
  '°C': { metric: to('°C', 1, 2), imperial: to('°F', 1.8, 1, 32), si: to('K', 1, 2, 273.15) },
  hPa: {
    metric: to('hPa', 1, 2),
    imperial: to('inHg', 1 / HPA_PER_INCH_OF_MERCURY, 2),
    si: to('Pa', 100, 0),
  },
  km: { metric: to('km', 1, 3), imperial: to('mi', 1 / KM_PER_MILE, 2), si: to('m', 1000, 0) },
  'km/h': {
    metric: to('km/h', 1, 2),
    imperial: to('mph', 1 / KM_PER_MILE, 1),
    si: to('m/s', 1 / 3.6, 2),
  },
  mm: { metric: to('mm', 1, 2), imperial: to('in', 1 / 25.4, 3), si: to('mm', 1, 2) },
  '%': everywhere('%', 2),
  '°': everywhere('°', 1),
  'µg/m³': everywhere('µg/m³', 2),
  '1': everywhere('1', 3),
}

/** Of a field without a unit, such as an index. */
const PURE = to('', 1, 2)

const conversionOf = (unit: CanonicalUnit | undefined, system: UnitSystem): Conversion =>
  unit === undefined ? PURE : CONVERSIONS[unit][system]

export const unitIn = (system: UnitSystem, unit: CanonicalUnit): string =>
  CONVERSIONS[unit][system].unit

/** The stored value itself in `metric`; a value that is not known stays null. */
export function valueIn(
  system: UnitSystem,
  unit: CanonicalUnit | undefined,
  value: number | null,
): number | null {
  if (value === null || system === 'metric') return value
  const { scale, offset, decimals } = conversionOf(unit, system)
  return rounded(value * scale + offset, decimals)
}

/** The units a value of this canonical unit may be given in. */
export const unitsFor = (unit: CanonicalUnit | undefined): string[] =>
  unit === undefined ? [] : [...new Set(UNIT_SYSTEMS.map((system) => unitIn(system, unit)))]

/** The canonical value; undefined for a unit that does not measure this. */
export function canonicalValue(
  value: number,
  given: string,
  unit: CanonicalUnit,
): number | undefined {
  const system = UNIT_SYSTEMS.find((one) => unitIn(one, unit) === given)
  if (system === undefined) return undefined
  const { scale, offset } = CONVERSIONS[unit][system]
  return rounded((value - offset) / scale, 6)
}

/** A difference of two canonical values: where a scale begins does not matter to it. */
export function differenceIn(
  system: UnitSystem,
  unit: CanonicalUnit | undefined,
  difference: number | null,
): number | null {
  if (difference === null) return null
  const { scale, decimals } = conversionOf(unit, system)
  return rounded(difference * scale, decimals)
}
