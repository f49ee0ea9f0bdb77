import { SECOND_MS } from './durations.ts'
import { localDate, localDateTime } from './local-time.ts'

/** Hours of a zone's day at which something fires that is to be done once a day. */
export interface DailyFirings {
  /** IANA. */
  readonly timeZone: string
  readonly hours: readonly number[]
}

/**
 * The local date whose firing this moment is; null for a moment that is none. An hour that the
 * clock jumps over fires at the jump.
 */
export function firingDate(moment: Date, { timeZone, hours }: DailyFirings): string | null {
  const date = localDate(moment, timeZone)
  const local = localDateTime(moment, timeZone)
  const before = localDateTime(new Date(moment.getTime() - SECOND_MS), timeZone)
  const isFiring = hours.some((hour) => {
    const fullHour = `${date} ${String(hour).padStart(2, '0')}:00:00`
    return local === fullHour || (before < fullHour && fullHour < local)
  })
  return isFiring ? date : null
}
