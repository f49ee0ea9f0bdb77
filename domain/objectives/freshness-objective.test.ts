import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  OBJECTIVE_PATTERN,
  objectiveOf,
  objectiveSentence,
  objectiveText,
  type FreshnessObjective,
} from './freshness-objective.ts'

const tier = fc.oneof(
  fc.record({ kind: fc.constant('top' as const), count: fc.integer({ min: 1, max: 999_999 }) }),
  fc.record({
    kind: fc.constant('population' as const),
    atLeast: fc.integer({ min: 0, max: 999_999_999 }),
  }),
  fc.record({ kind: fc.constant('all' as const) }),
)
const objective = fc
  .record({
    tier,
    minutes: fc.integer({ min: 1, max: 99_999 }),
    tenths: fc.integer({ min: 10, max: 999 }),
  })
  .map(({ tier: of, minutes, tenths }): FreshnessObjective => ({
    ...of,
    minutes,
    targetPercent: tenths / 10,
  }))

test('an objective is the same after it was written and read, and its setting takes it', () => {
  fc.assert(
    fc.property(objective, (one) => {
      expect(objectiveOf(objectiveText(one))).toEqual(one)
      expect(objectiveText(one)).toMatch(new RegExp(`^${OBJECTIVE_PATTERN}$`))
    }),
  )
})

test.each([
  ['top:20=20@95', 'the 20 most requested cities no older than 20 minutes'],
  ['population:1000000=1@99.5', 'cities of 1000000 people and more no older than 1 minute'],
  ['all=30@95', 'all cities no older than 30 minutes'],
])('%s reads: %s', (text, sentence) => {
  expect(objectiveSentence(objectiveOf(text))).toBe(sentence)
})
