import { CONDITION_FIELDS, type ConditionValues } from '../weather/condition-fields.ts'
import { COMPARED_FIELDS, type ComparedField } from '../weather/differences.ts'
import { unitOf, type Range } from '../weather/value-fields.ts'
import { MOST_SEVERE, severeWeather } from './severe-weather.ts'

type MeasuredField = Exclude<ComparedField, 'windDirectionDeg'>

export type ThresholdField = MeasuredField | 'severeWeather'

/** What is high or low; a direction is neither. */
export const THRESHOLD_FIELDS: readonly ThresholdField[] = [
  ...COMPARED_FIELDS.filter((name): name is MeasuredField => name !== 'windDirectionDeg'),
  'severeWeather',
]

export interface ThresholdFacts {
  readonly responseName: string
  readonly unit: ReturnType<typeof unitOf>
  readonly range: Range
}

export function thresholdFacts(field: ThresholdField): ThresholdFacts {
  if (field === 'severeWeather') {
    return { responseName: 'severe_weather', unit: undefined, range: [0, MOST_SEVERE] }
  }
  const { responseName, range } = CONDITION_FIELDS[field]
  return { responseName, unit: unitOf(CONDITION_FIELDS[field]), range }
}

/** As people and programs write the fields. */
export const THRESHOLD_FIELD_NAMES = THRESHOLD_FIELDS.map(
  (field) => thresholdFacts(field).responseName,
)

export const thresholdFieldNamed = (name: string): ThresholdField | undefined =>
  THRESHOLD_FIELDS.find((field) => thresholdFacts(field).responseName === name)

export const THRESHOLD_SIDES = ['above', 'below'] as const

export type ThresholdSide = (typeof THRESHOLD_SIDES)[number]

/** Least first. */
export const THRESHOLD_SEVERITIES = ['warning', 'critical', 'emergency'] as const

export type ThresholdSeverity = (typeof THRESHOLD_SEVERITIES)[number]

export interface ThresholdRule {
  readonly id: number
  readonly field: ThresholdField
  readonly side: ThresholdSide
  /** In the field's canonical unit. */
  readonly value: number
}

export type ThresholdValues = Pick<ConditionValues, MeasuredField | 'condition' | 'intensity'>

/** What conditions say of the field; null where they say nothing. */
export const valueIn = (field: ThresholdField, values: ThresholdValues): number | null =>
  field === 'severeWeather' ? severeWeather(values) : values[field]

/** At the value itself it holds. Undefined where nothing is known: then nothing begins or ends. */
export function holds(
  { field, side, value }: ThresholdRule,
  values: ThresholdValues,
): boolean | undefined {
  const known = valueIn(field, values)
  if (known === null) return undefined
  return side === 'above' ? known >= value : known <= value
}
