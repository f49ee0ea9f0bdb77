import { expect, it } from 'vitest'
import { severityOf } from './incident-severity.ts'

const MINUTE = 60_000
const SOME = {
  cause: 'unreachable',
  cities: 24,
  unserved: 0,
  activeCities: 100,
  lastedMs: 0,
} as const

it.each([
  ['few cities, all of them served', SOME, 'minor'],
  ['a quarter of the cities', { ...SOME, cities: 25 }, 'major'],
  ['an exhausted quota, where others serve', { ...SOME, cause: 'quota', cities: 100 }, 'minor'],
  ['an hour', { ...SOME, lastedMs: 60 * MINUTE }, 'major'],
  ['a city that no one serves', { ...SOME, unserved: 1 }, 'major'],
  [
    'a city that no one has served for an hour',
    { ...SOME, unserved: 1, lastedMs: 60 * MINUTE },
    'critical',
  ],
  ['a tenth of the cities not served', { ...SOME, unserved: 10 }, 'critical'],
  ['no city at all', { ...SOME, cities: 0, unserved: 0, activeCities: 0, lastedMs: 0 }, 'minor'],
] as const)('%s', (_, reach, severity) => {
  expect(severityOf(reach, 'minor')).toBe(severity)
})

it('never falls', () => {
  expect(severityOf(SOME, 'critical')).toBe('critical')
})
