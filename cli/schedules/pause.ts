import type { Client } from '@temporalio/client'
import { SCHEDULE_NOTES, type ScheduleId } from '../../contracts/schedules.ts'
import {
  describeSchedules,
  pauseNote,
  pauseSchedule,
  resumeSchedule,
  type ScheduleState,
} from '../../temporal/schedules.ts'
import type { PauseOptions, ResumeOptions } from '../commands/schedules-pause.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say, sayJson } from '../say.ts'
import { mirror, onServer, withSchedules } from './open-schedules.ts'

export const pause = (
  ids: readonly ScheduleId[],
  { note, json = false }: PauseOptions,
): Promise<ExitCode> =>
  steer(ids, json, {
    one: (client, id, state) =>
      pauseSchedule(client, id, pauseNote(state, note, 'Paused from the command line')),
    text: (state) => `${state.id} is paused (${state.note ?? ''})`,
  })

export const resume = (
  ids: readonly ScheduleId[],
  { json = false }: ResumeOptions,
): Promise<ExitCode> =>
  steer(ids, json, {
    one: (client, id) => resumeSchedule(client, id, SCHEDULE_NOTES[id]),
    text: ({ id, cadence }) => `${id} runs ${cadence}`,
  })

interface Steering {
  readonly one: (
    client: Client,
    id: ScheduleId,
    state: ScheduleState,
  ) => Promise<ScheduleState | undefined>
  readonly text: (state: ScheduleState) => string
}

/** All of them or, when the server lacks one, none. */
const steer = (
  ids: readonly ScheduleId[],
  json: boolean,
  { one, text }: Steering,
): Promise<ExitCode> =>
  withSchedules(async (client, target) => {
    const found = await describeSchedules(client, ids)
    const before = ids.map((id) => ({
      id,
      state: onServer(
        id,
        found.find((state) => state.id === id),
      ),
    }))
    const after: ScheduleState[] = []
    for (const { id, state } of before) after.push(onServer(id, await one(client, id, state)))
    await mirror(target, after)
    if (json) sayJson(after)
    else say(after.map(text).join('\n'))
    return EXIT.ok
  })
