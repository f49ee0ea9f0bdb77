import { CONDITION_FIELDS } from './condition-fields.ts'
import type { ConditionValues } from './condition-fields.ts'
import { differenceIn, type UnitSystem } from './unit-systems.ts'
import { fieldNames, unitOf } from './value-fields.ts'

/** The span that precipitation fell in is no weather: it is compared only to judge the amount. */
export type ComparedField = Exclude<NumericField, 'precipitationWindowMinutes'>

type NumericField = {
  [Name in keyof ConditionValues]: ConditionValues[Name] extends number | null ? Name : never
}[keyof ConditionValues]

export const COMPARED_FIELDS = fieldNames(CONDITION_FIELDS).filter(
  (name): name is ComparedField => CONDITION_FIELDS[name].kind === 'number',
)

export type Differences = Readonly<Record<ComparedField, number | null>>

/** By how much `other` is above `one`, in the units of the system; null where either is not known. */
export const differencesIn = (
  system: UnitSystem,
  one: ConditionValues,
  other: ConditionValues,
): Differences =>
  Object.fromEntries(
    COMPARED_FIELDS.map((name) => [
      name,
      differenceIn(system, unitOf(CONDITION_FIELDS[name]), difference(name, one, other)),
    ]),
  ) as unknown as Differences

function difference(
  name: ComparedField,
  one: ConditionValues,
  other: ConditionValues,
): number | null {
  const [from, to] = [one[name], other[name]]
  if (from === null || to === null) return null
  if (name === 'windDirectionDeg') return turn(from, to)
  // Amounts of an hour and of a day cannot be compared.
  const isSameSpan = one.precipitationWindowMinutes === other.precipitationWindowMinutes
  return name === 'precipitationMm' && !isSameSpan ? null : to - from
}

/** The shorter way round the compass, above −180° and up to 180°, clockwise above zero. */
export function turn(fromDeg: number, toDeg: number): number {
  const clockwise = (((toDeg - fromDeg) % 360) + 360) % 360
  return clockwise > 180 ? clockwise - 360 : clockwise
}
