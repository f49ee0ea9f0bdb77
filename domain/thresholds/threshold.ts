import { CONDITION_FIELDS, type ConditionValues } from '../weather/condition-fields.ts'
import { COMPARED_FIELDS, type ComparedField } from '../weather/differences.ts'

export type ThresholdField = Exclude<ComparedField, 'windDirectionDeg'>

/** What is high or low; a direction is neither. */
export const THRESHOLD_FIELDS = COMPARED_FIELDS.filter(
  (name): name is ThresholdField => name !== 'windDirectionDeg',
)

/** As people and programs write the fields. */
export const THRESHOLD_FIELD_NAMES = THRESHOLD_FIELDS.map(
  (field) => CONDITION_FIELDS[field].responseName,
)

export const thresholdFieldNamed = (name: string): ThresholdField | undefined =>
  THRESHOLD_FIELDS.find((field) => CONDITION_FIELDS[field].responseName === name)

export const THRESHOLD_SIDES = ['above', 'below'] as const

export type ThresholdSide = (typeof THRESHOLD_SIDES)[number]

export interface ThresholdRule {
  readonly id: number
  readonly field: ThresholdField
  readonly side: ThresholdSide
  /** In the field's canonical unit. */
  readonly value: number
}

/** At the value itself it holds. Undefined where nothing is known: then nothing begins or ends. */
export function holds(
  { field, side, value }: ThresholdRule,
  values: Pick<ConditionValues, ThresholdField>,
): boolean | undefined {
  const known = values[field]
  if (known === null) return undefined
  return side === 'above' ? known >= value : known <= value
}
