import type { Client } from '@temporalio/client'
import { SCHEDULE_NOTES, type ScheduleId } from '../../contracts/schedules.ts'
import {
  describeSchedules,
  MAX_NOTE_LENGTH,
  pauseNote,
  pauseSchedule,
  resumeSchedule,
  type ScheduleState,
} from '../../temporal/schedules.ts'
import { wrongUsage } from '../command-failure.ts'
import type { PauseOptions, ResumeOptions } from '../commands/schedules-pause.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note, say, sayJson } from '../say.ts'
import { mirror, onServer, withSchedules } from './open-schedules.ts'
import { steerEach } from './steer-each.ts'

export const pause = (
  ids: readonly ScheduleId[],
  { note: why, json = false }: PauseOptions,
): Promise<ExitCode> => {
  const length = [...(why ?? '-')].length
  if (length < 1 || length > MAX_NOTE_LENGTH)
    throw wrongUsage(
      `--note has ${length} characters`,
      `give it 1 to ${MAX_NOTE_LENGTH}, or leave it out`,
    )
  return steer(ids, json, {
    one: (client, id, state) =>
      pauseSchedule(client, id, pauseNote(state, why, 'Paused from the command line')),
    text: (state) => `${state.id} is paused (${state.note ?? ''})`,
  })
}

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
    const before = new Map(
      ids.map((id) => [
        id,
        onServer(
          id,
          found.find((state) => state.id === id),
        ),
      ]),
    )
    await steerEach(ids, {
      change: async (id) => onServer(id, await one(client, id, onServer(id, before.get(id)))),
      mirror: (states) => mirror(target, states),
      tell(states) {
        if (json) sayJson(states)
        else say(states.map(text).join('\n'))
      },
      note,
    })
    return EXIT.ok
  })
