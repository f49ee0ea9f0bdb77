import { expect, test } from 'vitest'
import { objectiveText } from '../../domain/objectives/freshness-objective.ts'
import { readEnv } from './env.ts'
import { decideObjectives } from './objectives-config.ts'
import { SettingsError } from './settings-error.ts'

const objectivesOf = (variables: Record<string, string>) =>
  decideObjectives(readEnv(variables)).map(objectiveText)

test('unset, they follow the period of refreshes', () => {
  expect(objectivesOf({})).toEqual(['top:20=20@95', 'all=30@95'])
  expect(objectivesOf({ WEATHER247_REFRESH_INTERVAL_MINUTES: '60' })).toEqual([
    'top:20=65@95',
    'all=120@95',
  ])
})

test('set, they are what is set', () => {
  const text = 'top:5=16@99.9,population:1000000=20@99,all=60@90'
  expect(objectivesOf({ WEATHER247_FRESHNESS_OBJECTIVES: text })).toEqual(text.split(','))
})

test.each(['all', 'all=30', 'all=0@95', 'all=30@0', 'all=30@100', 'top:0=20@95', 'some=30@95'])(
  '%s is refused',
  (text) => {
    expect(() => objectivesOf({ WEATHER247_FRESHNESS_OBJECTIVES: text })).toThrow(SettingsError)
  },
)
