import { SCHEDULE_NOTES, type ScheduleId } from '../../contracts/schedules.ts'
import { pauseSchedule, resumeSchedule, type ScheduleState } from '../../temporal/schedules.ts'
import type { PauseOptions, ResumeOptions } from '../commands/schedules-pause.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say, sayJson } from '../say.ts'
import { mirror, onServer, withSchedules } from './open-schedules.ts'

export const pause = (
  ids: readonly ScheduleId[],
  { note, json }: PauseOptions,
): Promise<ExitCode> =>
  withSchedules(async (client, target) => {
    const states: ScheduleState[] = []
    for (const id of ids) states.push(onServer(id, await pauseSchedule(client, id, note)))
    await mirror(target, states)
    if (json === true) sayJson(states)
    else say(states.map(({ id }) => `${id} is paused (${note})`).join('\n'))
    return EXIT.ok
  })

export const resume = (ids: readonly ScheduleId[], { json }: ResumeOptions): Promise<ExitCode> =>
  withSchedules(async (client, target) => {
    const states: ScheduleState[] = []
    for (const id of ids) {
      const resumed = await resumeSchedule(client, id, SCHEDULE_NOTES[id])
      states.push(onServer(id, resumed))
    }
    await mirror(target, states)
    if (json === true) sayJson(states)
    else say(states.map(({ id, cadence }) => `${id} runs ${cadence}`).join('\n'))
    return EXIT.ok
  })
