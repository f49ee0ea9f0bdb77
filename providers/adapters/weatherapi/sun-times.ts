import type { Place } from '../../../domain/city/city.ts'
import { addDays, isCalendarDate } from '../../../domain/time/calendar-date.ts'
import { instantOfLocal } from '../../../domain/time/local-time.ts'
import { isTimeZone } from '../../../domain/time/time-zone.ts'
import { isSameTime } from '../day-or-night.ts'
import type { CurrentAnswer, SunDay } from './wire.ts'

export type Zone = Pick<Place, 'timeZone'>

export interface SunTimes {
  readonly sunriseAt: Date | null
  readonly sunsetAt: Date | null
}

const NOON_MINUTES = 12 * 60

/** The sun's local times are in the zone of the nearest place that the provider knows. */
export function zoneOf({ location }: Pick<CurrentAnswer, 'location'>, { timeZone }: Zone): string {
  const theirs = location?.tz_id ?? timeZone
  return isTimeZone(theirs) ? theirs : timeZone
}

/**
 * The answer says times of a clock without their date. In high summer the sun can set after
 * midnight or, far from its zone's meridian, rise before it: a sunset before the sunrise is of the
 * next date, unless both are after noon and the sunrise is of the date before. Of one time alone, a
 * morning sunset or an evening sunrise could be of either date, and two equal times say nothing.
 */
export function sunTimesOf({ date, astro }: SunDay, zone: string): SunTimes {
  const rise = minutesOf(astro?.sunrise)
  const set = minutesOf(astro?.sunset)
  if (!isCalendarDate(date) || isSameTime(rise, set)) return { sunriseAt: null, sunsetAt: null }
  const at = (minutes: number, daysOn = 0): Date =>
    instantOfLocal(addDays(date, daysOn), 0, minutes, zone)
  if (set === null) {
    return { sunriseAt: rise !== null && rise < NOON_MINUTES ? at(rise) : null, sunsetAt: null }
  }
  if (rise === null) return { sunriseAt: null, sunsetAt: set < NOON_MINUTES ? null : at(set) }
  if (rise < set) return { sunriseAt: at(rise), sunsetAt: at(set) }
  return set < NOON_MINUTES
    ? { sunriseAt: at(rise), sunsetAt: at(set, 1) }
    : { sunriseAt: at(rise, -1), sunsetAt: at(set) }
}

/** Minutes of the day in `05:39 AM`; null for a sentence such as `No sunrise`. */
function minutesOf(text: string | null | undefined): number | null {
  const [, hours, minutes, half] = /^(0?[1-9]|1[0-2]):([0-5]\d) ([AP])M$/.exec(text ?? '') ?? []
  if (hours === undefined) return null
  return ((Number(hours) % 12) + (half === 'P' ? 12 : 0)) * 60 + Number(minutes)
}
