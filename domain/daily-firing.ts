/** Hours of a zone's day at which something fires that is to be done once a day. */
export interface DailyFirings {
  /** IANA. */
  readonly timeZone: string
  readonly hours: readonly number[]
}

const SECOND_MS = 1000

/**
 * The local date whose firing this moment is; null for a moment that is none. An hour that the
 * clock jumps over fires at the jump.
 */
export function firingDate(moment: Date, { timeZone, hours }: DailyFirings): string | null {
  const local = localTime(moment, timeZone)
  const before = localTime(new Date(moment.getTime() - SECOND_MS), timeZone)
  const isFiring = hours.some((hour) => {
    const fullHour = `${local.date} ${String(hour).padStart(2, '0')}:00:00`
    return local.text === fullHour || (before.text < fullHour && fullHour < local.text)
  })
  return isFiring ? local.date : null
}

/** `2026-03-29` and `2026-03-29 03:00:00`. */
function localTime(moment: Date, timeZone: string) {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  const parts = Object.fromEntries(
    format.formatToParts(moment).map(({ type, value }) => [type, value]),
  )
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  const date = `${year}-${month}-${day}`
  return { date, text: `${date} ${hour}:${minute}:${second}` }
}
