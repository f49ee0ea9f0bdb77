import { expect, test } from 'vitest'
import { SCHEDULE_IDS, SCHEDULE_NOTES } from '../../contracts/schedule-definition.ts'
import { createFakeSchedules } from '../../test/support/temporal/fake-schedules.ts'
import { MissingScheduleError } from '../missing-schedule-error.ts'
import { createScheduleControl } from './schedule-control.ts'

const ID = 'monitor-api-quota'
const DEFAULT = { note: undefined, defaultNote: 'by hand' }

function controlWithout(...ids: readonly (typeof SCHEDULE_IDS)[number][]) {
  const schedules = createFakeSchedules()
  for (const id of ids) schedules.states.delete(id)
  return { schedules, control: createScheduleControl(schedules) }
}

test('the schedules are listed with those that the server lacks', async () => {
  const { states, missing } = await controlWithout(ID).control.list()
  expect(states.map(({ id }) => id)).toEqual(SCHEDULE_IDS.filter((id) => id !== ID))
  expect(missing).toEqual([ID])
})

test('a pause without a note keeps the note of the pause before, and has the default else', async () => {
  const { control } = controlWithout()
  expect(await control.pause(ID, DEFAULT)).toMatchObject({ paused: true, note: 'by hand' })
  const quiet = { ...DEFAULT, note: 'quiet week' }
  expect(await control.pause(ID, quiet)).toMatchObject({ note: 'quiet week' })
  expect(await control.pause(ID, DEFAULT)).toMatchObject({ note: 'quiet week' })
  expect(await control.resume(ID)).toMatchObject({ paused: false, note: SCHEDULE_NOTES[ID] })
  expect(await control.pause(ID, DEFAULT)).toMatchObject({ note: 'by hand' })
})

test('a schedule that the server lacks is controlled by no call', async () => {
  const { control, schedules } = controlWithout(ID)
  const range = { from: new Date(0), to: new Date(1) }
  const calls = [
    () => control.find(['refresh-all-cities', ID]),
    () => control.findOne(ID),
    () => control.pause(ID, DEFAULT),
    () => control.resume(ID),
    () => control.trigger(ID),
    () => control.backfill(ID, range),
  ]
  for (const call of calls) {
    const error = await call().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(MissingScheduleError)
    expect(error).toMatchObject({ scheduleId: ID })
  }
  expect(schedules.states.has(ID)).toBe(false)
})
