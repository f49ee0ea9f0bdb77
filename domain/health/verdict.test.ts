import { expect, it, test } from 'vitest'
import { VERDICT_RULES, verdictOf, type VerdictFacts } from './verdict.ts'

const PERTH = { name: 'Perth', countryCode: 'AU', ageSeconds: 14 * 60 }

const FINE: VerdictFacts = {
  work: { isRefreshServed: true, pausedWith: null },
  cities: { total: 10_000, never: 0, late: 0, oldest: PERTH },
  incident: null,
  away: [],
  dry: null,
}
const LATE = { ...FINE, cities: { ...FINE.cities, late: 312 } }
const DOWN = {
  name: 'Open-Meteo',
  cause: 'unreachable',
  severity: 'major',
  lastedSeconds: 725,
  servedBy: ['MET Norway'],
} as const
const DRY = { name: 'Open-Meteo', inSeconds: 3_600, beforeResetSeconds: 24_000 }

const ROWS: readonly [string, string, string, VerdictFacts][] = [
  ['temporal-away', 'critical', 'Temporal does not answer', { ...LATE, work: null }],
  [
    'no-worker',
    'critical',
    'no worker takes tasks of weather_refresh',
    { ...LATE, work: { isRefreshServed: false, pausedWith: 'x' } },
  ],
  [
    'paused',
    'warning',
    'Refreshing is paused: “upstream is down”.',
    { ...LATE, work: { isRefreshServed: true, pausedWith: 'upstream is down' } },
  ],
  [
    'paused',
    'warning',
    'Refreshing is paused.',
    { ...FINE, work: { isRefreshServed: true, pausedWith: '' } },
  ],
  [
    'no-cities',
    'notice',
    'There are no cities yet',
    { ...FINE, cities: { total: 0, never: 0, late: 0, oldest: null } },
  ],
  [
    'first-refresh',
    'notice',
    'First refresh: 42 of 100 cities have weather.',
    { ...FINE, cities: { total: 100, never: 58, late: 0, oldest: PERTH } },
  ],
  [
    'late',
    'warning',
    '312 of 10 000 cities are late: Open-Meteo cannot be asked, paused until noon.',
    { ...LATE, away: [{ name: 'Open-Meteo', reason: 'paused until noon' }] },
  ],
  ['late', 'warning', '312 of 10 000 cities are late; the oldest is 14 min old (Perth, AU).', LATE],
  [
    'late',
    'warning',
    '1 of 10 cities is late: never refreshed until now.',
    { ...FINE, cities: { total: 10, never: 1, late: 0, oldest: PERTH } },
  ],
  [
    'late',
    'critical',
    '6 of 10 cities are late',
    { ...FINE, cities: { total: 10, never: 1, late: 5, oldest: PERTH } },
  ],
  [
    'late',
    'warning',
    '312 of 10 000 cities are late: Open-Meteo does not answer, for 12 min now; MET Norway serves instead.',
    { ...LATE, incident: DOWN, away: [{ name: 'Open-Meteo', reason: 'paused until noon' }] },
  ],
  [
    'incident',
    'warning',
    'Open-Meteo does not answer, for 12 min now; MET Norway serves instead. All 10 000 cities are fresh.',
    { ...FINE, incident: DOWN, dry: DRY },
  ],
  [
    'incident',
    'notice',
    'Open-Meteo has no quota left, for 12 min now. The city is fresh.',
    {
      ...FINE,
      cities: { ...FINE.cities, total: 1 },
      incident: { ...DOWN, cause: 'quota', severity: 'minor', servedBy: [] },
    },
  ],
  [
    'incident',
    'critical',
    'Open-Meteo does not answer, for 12 min now; MET Norway serves instead. All 10 000 cities are fresh.',
    { ...FINE, incident: { ...DOWN, severity: 'critical' } },
  ],
  [
    'quota',
    'notice',
    'Open-Meteo runs out of its quota in 1 h, 6 h 40 min before it is reset.',
    { ...FINE, dry: DRY },
  ],
  ['fresh', 'ok', 'All 10 000 cities are fresh; the oldest is 14 min old (Perth, AU).', FINE],
  [
    'fresh',
    'ok',
    'The one city is fresh; the oldest is a moment old (Perth, AU).',
    { ...FINE, cities: { total: 1, never: 0, late: 0, oldest: { ...PERTH, ageSeconds: 3 } } },
  ],
]

it.each(ROWS)('%s, %s: %s', (rule, level, sentence, facts) => {
  const verdict = verdictOf(facts)
  expect([verdict.rule, verdict.level]).toEqual([rule, level])
  expect(verdict.sentence.replaceAll('\u00a0', ' ')).toContain(sentence)
})

test('every rule has a row', () => {
  expect([...new Set(ROWS.map(([rule]) => rule))]).toEqual([...VERDICT_RULES])
})
