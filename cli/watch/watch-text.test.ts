import { expect, test } from 'vitest'
import type { Snapshot } from './snapshot.ts'
import { freshnessBar, watchLine, watchScreen } from './watch-text.ts'

const NOW = new Date('2026-11-22T10:30:00Z')
const NONE = { very_fresh: 0, fresh: 0, stale: 0, very_stale: 0, no_data: 0 }

test.each([
  [{ ...NONE, very_fresh: 10 }, '██████████'],
  [{ ...NONE, very_fresh: 9_999, no_data: 1 }, '█████████·'],
  [{ very_fresh: 2, fresh: 2, stale: 2, very_stale: 2, no_data: 2 }, '██▓▓▒▒░░··'],
  [NONE, '··········'],
])('the bar of %j has ten cells, one at least for each bucket with a city', (buckets, bar) => {
  expect(freshnessBar(buckets, 10)).toBe(bar)
})

const SNAPSHOT = {
  dashboard: {
    verdict: { level: 'warning', rule: 'late', sentence: '3 of 10 cities are late.' },
    weather_stats: { freshness_breakdown: { ...NONE, very_fresh: 7, stale: 3 } },
    task_stats: {
      reason: null,
      schedules: [
        {
          id: 'refresh-all-cities',
          paused: false,
          running: 1,
          last_run_at: null,
          last_run_status: null,
          next_run_at: '2026-11-22T10:45:00Z',
        },
        {
          id: 'monitor-api-quota',
          paused: true,
          running: 0,
          last_run_at: '2026-11-22T10:00:00Z',
          last_run_status: 'COMPLETED',
          next_run_at: null,
        },
      ],
    },
  },
  quota: {
    services: [
      {
        name: 'Open-Meteo',
        parked_until: null,
        windows: [
          {
            window: 'minute',
            used_share: 1,
            exhausted_at: null,
            resets_at: '2026-11-22T10:31:00Z',
          },
          {
            window: 'day',
            used_share: 0.75,
            exhausted_at: '2026-11-22T14:30:00Z',
            resets_at: '2026-11-23T00:00:00Z',
          },
        ],
      },
      { name: 'MET Norway', parked_until: '2026-11-22T10:40:00Z', windows: [] },
      {
        name: 'OpenWeather',
        parked_until: null,
        windows: [
          {
            window: 'day',
            used_share: 1,
            exhausted_at: '2026-11-22T10:30:00Z',
            resets_at: '2026-11-23T00:00:00Z',
          },
        ],
      },
      { name: 'NWS', parked_until: null, windows: [{ window: 'minute', used_share: 0.9 }] },
    ],
  },
  runs: [
    {
      task_id: 'refresh-all-cities/1/run',
      name: 'refreshAllCities',
      status: 'STARTED',
      started_at: '2026-11-22T10:29:20Z',
      ended_at: null,
    },
  ],
} as unknown as Snapshot

const VIEW = { url: 'http://127.0.0.1:8247', now: NOW, awaySince: null }

test('the screen says how fresh the weather is, what comes next, what is left, and what runs', () => {
  const lines = watchScreen(SNAPSHOT, { ...VIEW, width: 100 }).split('\n')
  expect(lines).toEqual([
    'Weather247 · live · http://127.0.0.1:8247 · 10:30:00 UTC',
    '',
    '◑ 3 of 10 cities are late.',
    `${'█'.repeat(50)}${'▒'.repeat(22)}`,
    '█ 7 very fresh  ▓ 0 fresh  ▒ 3 stale  ░ 0 very stale  · 0 no data',
    '',
    'Schedules',
    '  refresh-all-cities               next in 15 min       runs now',
    '  monitor-api-quota                paused               last completed',
    '',
    'Budgets',
    '  Open-Meteo                   ███████████████░░░░░  75 % of the day    out in 4 h',
    '  MET Norway                   paused, asked again in 10 min',
    '  OpenWeather                  ████████████████████ 100 % of the day    resets in 13 h 30 min',
    '  NWS                          no limit by the hour, day or month',
    '',
    'Runs',
    '  10:29:20 refreshAllCities           for 40 s             refresh-all-cities/1/run',
  ])
})

test('no line is wider than the terminal', () => {
  const lines = watchScreen(SNAPSHOT, { ...VIEW, width: 40 }).split('\n')
  expect(Math.max(...lines.map((line) => line.length))).toBe(40)
})

test('an API that is away is said, with since when', () => {
  const awaySince = new Date('2026-11-22T10:28:05Z')
  expect(watchLine(SNAPSHOT, { ...VIEW, awaySince })).toBe(
    '2026-11-22T10:30:00.000Z ○ The API does not answer since 10:28:05 UTC; this is of then. ' +
      '█ 7 very fresh  ▓ 0 fresh  ▒ 3 stale  ░ 0 very stale  · 0 no data',
  )
})
