import { expect, test } from 'vitest'
import {
  CONDITION_FIELD_NAMES,
  CONDITION_FIELDS,
  isConditionFieldName,
  type ConditionField,
} from './condition-fields.ts'

const FIELDS: readonly ConditionField[] = CONDITION_FIELD_NAMES.map(
  (name) => CONDITION_FIELDS[name],
)

test('no two fields share a name in responses, and each is in snake case', () => {
  const names = FIELDS.map(({ responseName }) => responseName)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
})

test('every range begins below its end', () => {
  const ranges = FIELDS.flatMap((field) => ('range' in field ? [field.range] : []))
  expect(ranges.length).toBeGreaterThan(0)
  for (const [lowest, highest] of ranges) expect(lowest).toBeLessThan(highest)
})

test('a field is known by its own name only', () => {
  expect(isConditionFieldName('temperatureC')).toBe(true)
  expect(isConditionFieldName('feels_like')).toBe(false)
  expect(isConditionFieldName('toString')).toBe(false)
})
