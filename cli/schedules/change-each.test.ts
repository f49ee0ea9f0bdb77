import { expect, test } from 'vitest'
import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import type { ScheduleState } from '../../temporal/schedules.ts'
import { changeEach, type ScheduleChange } from './change-each.ts'

const IDS = ['monitor-api-quota', 'refresh-all-cities'] as const

/** Records which ids are reported and which are stored, while something may fail. */
function changeWith(failing: Partial<Pick<ScheduleChange, 'change' | 'mirror'>>) {
  const reported: string[] = []
  const mirrored: string[] = []
  const notes: string[] = []
  const idsOf = (states: readonly ScheduleState[]) => states.map(({ id }) => id)
  const scheduleChange: ScheduleChange = {
    change: async (id) => ({ id }) as ScheduleState,
    mirror: async (states) => void mirrored.push(...idsOf(states)),
    report: (states) => void reported.push(...idsOf(states)),
    note: (line) => void notes.push(line),
    ...failing,
  }
  return { scheduleChange, reported, mirrored, notes }
}

test('a change is reported although the database is down, with a note that it is not stored yet', async () => {
  const mirror = () => Promise.reject(new Error('Failed query', { cause: new Error('refused') }))
  const { scheduleChange, reported, notes } = changeWith({ mirror })
  await changeEach(IDS, scheduleChange)
  expect(reported).toEqual(IDS)
  expect(notes.join()).toMatch(/^Not yet written down in the database \(refused\)/)
})

test('a change before a failure is reported and stored', async () => {
  const change = async (id: ScheduleId) => {
    if (id === IDS[1]) throw new Error('the server is gone')
    return { id } as ScheduleState
  }
  const { scheduleChange, reported, mirrored, notes } = changeWith({ change })
  await expect(changeEach(IDS, scheduleChange)).rejects.toThrow('the server is gone')
  expect([reported, mirrored, notes]).toEqual([[IDS[0]], [IDS[0]], []])
})
