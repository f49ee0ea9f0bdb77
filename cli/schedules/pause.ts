import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import {
  MAX_NOTE_LENGTH,
  type ScheduleControl,
  type ScheduleState,
} from '../../temporal/schedules.ts'
import { wrongUsage } from '../errors/command-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { note, say, sayJson } from '../terminal/output.ts'
import { mirror, withScheduleControl } from './open-schedules.ts'
import { changeEach } from './change-each.ts'
import { auditedAt, type Change } from '../target/audited.ts'
import type { JsonOption } from './schedule-arguments.ts'

export interface PauseOptions extends JsonOption {
  readonly note?: string
}

export type ResumeOptions = JsonOption

export const pause = (
  ids: readonly ScheduleId[],
  { note: why, json = false }: PauseOptions,
): Promise<ExitCode> => {
  const length = [...(why ?? '-')].length
  if (length < 1 || length > MAX_NOTE_LENGTH) {
    throw wrongUsage(
      `--note has ${length} characters`,
      `give it 1 to ${MAX_NOTE_LENGTH}, or leave it out`,
    )
  }
  return changeAll(ids, json, {
    change: { command: 'schedules pause', fields: { schedules: ids, note: why } },
    one: (control, id) =>
      control.pause(id, { note: why, defaultNote: 'Paused from the command line' }),
    text: (state) => `${state.id} is paused (${state.note ?? ''})`,
  })
}

export const resume = (
  ids: readonly ScheduleId[],
  { json = false }: ResumeOptions,
): Promise<ExitCode> =>
  changeAll(ids, json, {
    change: { command: 'schedules resume', fields: { schedules: ids } },
    one: (control, id) => control.resume(id),
    text: ({ id, cadence }) => `${id} runs ${cadence}`,
  })

interface ScheduleChange {
  readonly change: Change
  readonly one: (control: ScheduleControl, id: ScheduleId) => Promise<ScheduleState>
  readonly text: (state: ScheduleState) => string
}

/** All of them or, when the server lacks one, none. */
const changeAll = (
  ids: readonly ScheduleId[],
  json: boolean,
  { change, one, text }: ScheduleChange,
): Promise<ExitCode> =>
  withScheduleControl(async (control, target) => {
    // Refuses before the first change.
    await control.find(ids)
    const each = {
      change: (id: ScheduleId) => one(control, id),
      mirror: (states: readonly ScheduleState[]) => mirror(target, states),
      report(states: readonly ScheduleState[]) {
        if (json) sayJson(states)
        else say(states.map(text).join('\n'))
      },
      note,
    }
    await auditedAt(target, change, () => changeEach(ids, each))
    return EXIT.ok
  })
