import { Argument, InvalidArgumentError } from 'commander'
import { SCHEDULE_IDS, type ScheduleId } from '../../contracts/schedules.ts'
import { wrongUsage } from '../command-failure.ts'

export interface JsonOption {
  readonly json?: boolean
}

export interface AllOption {
  readonly all?: boolean
}

/** Commander refuses another word, and names these. */
export const scheduleId = (): Argument => new Argument('<id>').choices(SCHEDULE_IDS)

export const scheduleIdOrAll = (): Argument => new Argument('[id]').choices(SCHEDULE_IDS)

/** The id of a command with `scheduleId`. */
export const idOf = ([id]: readonly string[]): ScheduleId => id as ScheduleId

/** @throws CommandFailure unless there is either an id or `--all`. */
export function idsOf([id]: readonly string[], { all = false }: AllOption): readonly ScheduleId[] {
  if (all !== (id === undefined))
    throw wrongUsage(
      all ? '--all is for every schedule: leave the id out' : 'it is not said for which schedule',
      `name one of ${SCHEDULE_IDS.join(', ')}, or use --all`,
    )
  return all ? SCHEDULE_IDS : [id as ScheduleId]
}

/** With a zone: what a machine's own would make of it is nobody's guess. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

export function moment(text: string): Date {
  const at = new Date(text)
  if (MOMENT.test(text) && !Number.isNaN(at.getTime())) return at
  throw new InvalidArgumentError('It must be a moment with its zone, like 2026-11-22T02:00:00Z.')
}
