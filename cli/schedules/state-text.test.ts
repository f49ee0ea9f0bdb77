import { expect, test } from 'vitest'
import { SCHEDULE_NOTES } from '../../contracts/schedule-definition.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { stateText, tableText } from './state-text.ts'

const ID = 'monitor-api-quota'
const STATE: ScheduleState = {
  id: ID,
  cadence: 'every 60 min, offset 2 min',
  everySeconds: 3600,
  paused: false,
  note: SCHEDULE_NOTES[ID],
  nextTimes: [new Date('2026-11-22T11:02:00Z'), new Date('2026-11-22T12:02:00Z')],
  recentRuns: [
    {
      taskId: 'monitor-api-quota-2026-11-22T10:02:00Z/run',
      runId: 'run',
      scheduledAt: new Date('2026-11-22T10:02:00Z'),
      startedAt: new Date('2026-11-22T10:02:01Z'),
    },
  ],
  running: [],
  started: 7,
  skipped: 2,
  missed: 1,
  workflowType: 'monitorApiQuota',
  taskQueue: 'monitoring',
  catchUpSeconds: 1800,
  timeLimitSeconds: 1800,
}

const ENDED = new Map([['run', 'completed_partial']])

test('the table shows state, next and last run, counters, and what an operator noted', () => {
  const cellsOf = (state: ScheduleState) =>
    tableText([state], ENDED)
      .split('\n')
      .find((line) => line.includes(ID))
      ?.split('│')
      .map((cell) => cell.trim())
  const times = ['2026-11-22 11:02 UTC', '2026-11-22 10:02 UTC, completed_partial']
  expect(cellsOf(STATE)).toEqual(['', ID, 'waiting', STATE.cadence, ...times, '2', '1', '', ''])
  const paused = { ...STATE, paused: true, note: 'quiet week', nextTimes: [], running: ['a/b'] }
  expect(cellsOf(paused)).toMatchObject({ 2: 'paused, running', 4: '-', 8: 'quiet week' })
})

test('a schedule in full names its runs and its limits', () => {
  const text = stateText(STATE, ENDED)
  expect(text).toMatch(/Next +2026-11-22 11:02 UTC\n +2026-11-22 12:02 UTC/)
  expect(text).toMatch(/Runs +7 started, 2 skipped, 1 missed/)
  expect(text).toMatch(
    /Latest +monitor-api-quota-2026-11-22T10:02:00Z\/run, started 2026-11-22 10:02 UTC, completed_partial/,
  )
  expect(text).toMatch(/Caught up +within 30 min/)
  expect(stateText({ ...STATE, timeLimitSeconds: null }, ENDED)).toMatch(/Time limit +none/)
  expect(stateText(STATE, new Map())).toMatch(/started 2026-11-22 10:02 UTC\n/)
})

test('a note has a row of its own, and is cut in the table', () => {
  expect(stateText(STATE, ENDED)).toContain(`For         ${SCHEDULE_NOTES[ID]}\n`)
  const note = 'x'.repeat(41)
  const paused = { ...STATE, paused: true, note }
  expect(stateText(paused, ENDED)).toMatch(/State +paused\n +Note +x{41}\n/)
  expect(tableText([paused], ENDED)).toMatch(/ x{39}… /)
  expect(tableText([{ ...paused, note: 'x'.repeat(40) }], ENDED)).toMatch(/ x{40} /)
})
