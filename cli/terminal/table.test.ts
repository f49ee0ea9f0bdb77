import { expect, it } from 'vitest'
import type { CleanupResult } from '../../contracts/cleanup.ts'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import type { ListedCity } from '../../db/queries/cities.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { listText } from '../cities/list-stored.ts'
import { cleanupEndText } from '../cleanup/cleanup-end.ts'
import { tableText as schedulesText } from '../schedules/state-text.ts'
import { tableText } from './table.ts'

const city = (id: number, name: string): ListedCity => ({
  id,
  name,
  countryCode: 'AR',
  latitude: -34.6131,
  longitude: -58.3772,
  timeZone: 'America/Argentina/Buenos_Aires',
  population: 13_076_300,
  active: true,
})

const CITIES = [
  city(3435910, 'Buenos Aires'),
  city(12345678, 'Santa María Chimalhuacán de los Aldama'),
  city(1850147, '東京都'),
]

const SCHEDULES = SCHEDULE_IDS.map((id): ScheduleState => ({
  id,
  cadence: 'every 120 min, offset 5 min',
  everySeconds: 7200,
  paused: true,
  note: 'a long note that an operator wrote for those who come later, and who read it',
  nextTimes: [new Date('2026-11-22T11:02:00Z')],
  recentRuns: [
    {
      taskId: 't',
      runId: 'run',
      scheduledAt: new Date('2026-11-22T10:02:00Z'),
      startedAt: new Date('2026-11-22T10:02:01Z'),
    },
  ],
  running: ['a/b'],
  started: 7,
  skipped: 2,
  missed: 1,
  workflowType: 'w',
  taskQueue: 'q',
  catchUpSeconds: 1800,
  timeLimitSeconds: 1800,
}))

const CLEANUP: CleanupResult = {
  runId: 'run',
  status: 'completed',
  message: '',
  startedAt: '2026-11-22T02:00:00.000Z',
  durationMs: 12_000,
  deleted: { condition_hours_of_a_long_name: 12_345_678, conditions: 1 },
  totalDeleted: 12_345_679,
  dryRun: true,
  analyzed: [],
  left: [],
  localDate: null,
  alreadyDone: false,
}

const TABLES: Readonly<Record<string, (width: number | undefined) => string>> = {
  'cities list': (width) => listText(CITIES, 3, width),
  'schedules list': (width) => schedulesText(SCHEDULES, new Map([['run', 'completed']]), width),
  cleanup: (width) => cleanupEndText({ kind: 'finished', result: CLEANUP }, width),
}

/** A terminal draws these in two cells. */
const cellsOf = (line: string): number =>
  Array.from(line).length + (line.match(/[東京都]/g)?.length ?? 0)

const frameOf = (text: string): string[] => text.split('\n').filter((line) => /^[┌├└│]/.test(line))

it.each(Object.keys(TABLES).flatMap((name) => [80, 40].map((width) => [name, width] as const)))(
  'the table of %s fits %d columns',
  (name, width) => {
    for (const line of frameOf(TABLES[name]?.(width) ?? '')) {
      expect(cellsOf(line)).toBeLessThanOrEqual(width)
    }
  },
)

it('is whole where the output is no terminal', () => {
  expect(TABLES['cities list']?.(undefined)).toContain('America/Argentina/Buenos_Aires')
  expect(TABLES['schedules list']?.(undefined)).toContain('a long note that an operator')
  for (const text of Object.values(TABLES)) {
    expect(frameOf(text(undefined)).length).toBeGreaterThan(3)
  }
})

it('keeps what names a row, on the narrowest terminal too', () => {
  expect(TABLES['cities list']?.(40)).toContain('3435910')
  expect(TABLES['cities list']?.(80)).toContain('Buenos Aires')
  expect(TABLES['schedules list']?.(80)).toContain('warm-cache-for-popular-cities')
})

it('leaves out columns by rank, then wraps', () => {
  const columns = [
    { title: 'Id', text: (row: string) => row, rank: 0 },
    { title: 'More', text: () => 'x'.repeat(10), rank: 2 },
    { title: 'Less', text: () => 'y'.repeat(10), rank: 1 },
  ]
  expect(tableText(columns, ['a'], 30)).toContain('Less')
  expect(tableText(columns, ['a'], 24)).not.toContain('More')
  expect(tableText(columns, ['abcdefghijklmnop'], 12)).toMatch(/│ abcdefgh │\n│ ijklmnop │/)
})
