import { expect, test } from 'vitest'
import { decidePromises } from './promises-config.ts'
import { readEnv } from './env.ts'

const promisesOf = (text?: string) =>
  decidePromises(readEnv(text === undefined ? {} : { WEATHER247_PROMISES: text }))

test('every city is promised a day, unless another time is named', () => {
  const day = { kind: 'all', minutes: 1_440 }
  expect(promisesOf()).toEqual([day])
  expect(promisesOf('top:20=15, population:1000000=60')).toEqual([
    { kind: 'top', count: 20, minutes: 15 },
    { kind: 'population', atLeast: 1_000_000, minutes: 60 },
    day,
  ])
  expect(promisesOf('all=360')).toEqual([{ kind: 'all', minutes: 360 }])
})

test.each([
  ['top:20=10', 'from 15 (WEATHER247_MAX_AGE_MINUTES) to 43200 minutes, not 10'],
  ['all=99999', 'to 43200 minutes, not 99999'],
  ['all=60,top:20=15', 'must end with `all`'],
  ['largest:20=15', 'must be a comma-separated list'],
  ['top:20', 'must be a comma-separated list'],
])('%j is refused: %s', (text, complaint) => {
  expect(() => promisesOf(text)).toThrow(complaint)
})
