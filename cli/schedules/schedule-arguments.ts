import { Argument, InvalidArgumentError } from 'commander'
import { SCHEDULE_IDS, type ScheduleId } from '../../contracts/schedule-definition.ts'
import { wrongUsage } from '../errors/command-error.ts'

export interface JsonOption {
  readonly json?: boolean
}

export interface AllOption {
  readonly all?: boolean
}

/** Commander refuses any other value and lists the choices. */
export const scheduleId = (): Argument => new Argument('<id>').choices(SCHEDULE_IDS)

export const scheduleIdOrAll = (): Argument => new Argument('[id]').choices(SCHEDULE_IDS)

/** The id of a command with `scheduleId`. */
export const idOf = ([id]: readonly string[]): ScheduleId => id as ScheduleId

/** @throws CommandError unless there is either an id or `--all`. */
export function idsOf([id]: readonly string[], { all = false }: AllOption): readonly ScheduleId[] {
  if (all !== (id === undefined)) {
    throw wrongUsage(
      all ? '--all is for every schedule: leave the id out' : 'it is not said for which schedule',
      `name one of ${SCHEDULE_IDS.join(', ')}, or use --all`,
    )
  }
  return all ? SCHEDULE_IDS : [id as ScheduleId]
}

/** With a zone: the machine's own zone would change what the text means. */
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

export function moment(text: string): Date {
  const at = new Date(text)
  const isReal =
    MOMENT.test(text) && !Number.isNaN(at.getTime()) && isCalendarDay(text.slice(0, 10))
  if (isReal) return at
  throw new InvalidArgumentError('It must be a moment with its zone, like 2026-11-22T02:00:00Z.')
}

/** `Date` makes March of February 30. */
function isCalendarDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day)
}
