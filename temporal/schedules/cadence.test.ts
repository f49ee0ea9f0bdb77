import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scheduleDefinitions } from '../../contracts/schedules.ts'
import { SCHEDULE_SETTINGS } from '../../test/support/data/schedule-settings.ts'
import { cadenceText, specText } from './cadence.ts'

const DOCUMENT = new URL('../../docs/schedules.md', import.meta.url)

/** Cells of the document's table, by schedule. */
function documentedRows(): string[][] {
  const rows = readFileSync(DOCUMENT, 'utf8').matchAll(/^\| `.*\|$/gm)
  return [...rows].map(([row]) => row.split('|').map((cell) => cell.replaceAll('`', '').trim()))
}

test('the document says of each schedule what its definition says', () => {
  const wanted = scheduleDefinitions(SCHEDULE_SETTINGS).map((definition) => [
    '',
    definition.id,
    cadenceText(definition.cadence),
    definition.workflowType,
    definition.taskQueue,
    `${definition.catchUpSeconds / 60} min`,
    `${definition.executionTimeoutSeconds / 60} min`,
    '',
  ])
  expect(documentedRows()).toEqual(wanted)
})

test('what no definition has is shown as it is', () => {
  expect(specText({ intervals: [{ every: 90_000, offset: 0 }] })).toBe('every 90 s')
  expect(specText({})).toBe('')
  const startAt = new Date('2026-11-22T00:00:00Z')
  const intervals = [{ every: 60_000, offset: 1_000 }]
  expect(specText({ intervals, startAt, endAt: startAt })).toBe(
    'every 1 min, offset 1 s, from 2026-11-22T00:00:00.000Z, until 2026-11-22T00:00:00.000Z',
  )
})
