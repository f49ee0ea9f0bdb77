import { canonicalValue, unitsFor } from '../weather/unit-systems.ts'
import { thresholdFacts, type ThresholdField } from './threshold.ts'

export type ParsedValue =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'wrong'; readonly why: string }

/** The canonical value of what a person asked for, such as 95 with °F; the canonical unit where none is given. */
export function thresholdValue(
  field: ThresholdField,
  given: number,
  unit: string | undefined,
): ParsedValue {
  const { unit: own, range } = thresholdFacts(field)
  const value = own === undefined || unit === undefined ? given : canonicalValue(given, unit, own)
  if (value === undefined || (own === undefined && unit !== undefined)) {
    const units = unitsFor(own).join(', ')
    return { kind: 'wrong', why: `it is given in ${units === '' ? 'no unit' : units}` }
  }
  const [least, most] = range
  if (value >= least && value <= most) return { kind: 'value', value }
  const shown = own === undefined ? '' : ` ${own}`
  return {
    kind: 'wrong',
    why: `no such value is ever reached: it goes from ${least} to ${most}${shown}`,
  }
}
