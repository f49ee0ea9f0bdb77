import type { ScheduleDescription } from '@temporalio/client'
import type { Cadence } from '../../contracts/schedule-definition.ts'
import { MINUTE_MS, SECOND_MS } from '../../domain/time/durations.ts'

type Spec = ScheduleDescription['spec']
type Calendar = NonNullable<Spec['calendars']>[number]

/** `every 15 min, offset 1 min`, `daily at 02:00 UTC`. */
export const cadenceText = (cadence: Cadence): string =>
  'everyMinutes' in cadence
    ? everyText(cadence.everyMinutes * MINUTE_MS, cadence.offsetMinutes * MINUTE_MS)
    : dailyText(cadence.dailyAtHours, cadence.timeZone)

/** The same of what the server keeps; what no definition has, such as a range of days, is shown raw. */
export function specText({
  intervals = [],
  calendars = [],
  skip = [],
  startAt,
  endAt,
  timezone,
}: Spec): string {
  const daily = calendars.filter(isDaily).flatMap(({ hour }) => hour.map(({ start }) => start))
  const rest = calendars.filter((calendar) => !isDaily(calendar))
  return [
    ...intervals.map(({ every, offset }) => everyText(amountOf(every), amountOf(offset))),
    ...(daily.length > 0 ? [dailyText(daily, isNamed(timezone) ? timezone : 'UTC')] : []),
    ...rest.map((calendar) => `at ${JSON.stringify(calendar)}`),
    ...skip.map((calendar) => `but not at ${JSON.stringify(calendar)}`),
    ...(startAt ? [`from ${startAt.toISOString()}`] : []),
    ...(endAt ? [`until ${endAt.toISOString()}`] : []),
  ].join(', ')
}

export const secondsText = (duration: unknown): string => `${amountOf(duration) / SECOND_MS} s`

const everyText = (everyMs: number, offsetMs: number): string =>
  `every ${amountText(everyMs)}${offsetMs === 0 ? '' : `, offset ${amountText(offsetMs)}`}`

const amountText = (ms: number): string =>
  ms % MINUTE_MS === 0 ? `${ms / MINUTE_MS} min` : `${ms / SECOND_MS} s`

const dailyText = (hours: readonly number[], timeZone: string): string =>
  `daily at ${hours.map((hour) => `${String(hour).padStart(2, '0')}:00`).join(' and ')} ${timeZone}`

const isNamed = (zone: string | undefined): zone is string => zone !== undefined && zone !== ''

/** Descriptions carry milliseconds, or nothing for zero. */
const amountOf = (duration: unknown): number => (typeof duration === 'number' ? duration : 0)

/** Full hours of every day, as the server spells them out. */
function isDaily(calendar: Calendar): boolean {
  const { second, minute, hour, dayOfMonth, month, dayOfWeek, year } = calendar
  return (
    spans(second, 0, 0) &&
    spans(minute, 0, 0) &&
    hour.every(({ start, end }) => start === end) &&
    spans(dayOfMonth, 1, 31) &&
    spans(month, 'JANUARY', 'DECEMBER') &&
    spans(dayOfWeek, 'SUNDAY', 'SATURDAY') &&
    year.length === 0
  )
}

interface Range {
  readonly start: unknown
  readonly end: unknown
  readonly step: number
}

const spans = (ranges: readonly Range[], from: unknown, to: unknown): boolean =>
  ranges.length === 1 &&
  ranges.every(({ start, end, step }) => start === from && end === to && step === 1)
