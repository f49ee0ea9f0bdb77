const MINUTE_MS = 60_000

/** Making one costs a thousand times what using one does. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}

export function isTimeZone(name: string): boolean {
  try {
    return formatterOf(name) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}

function wallClock(at: Date, timeZone: string): Record<string, string> {
  const parts = formatterOf(timeZone).formatToParts(at)
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** The calendar date there, YYYY-MM-DD. */
export function localDate(at: Date, timeZone: string): string {
  const { year = '', month = '', day = '' } = wallClock(at, timeZone)
  return `${year}-${month}-${day}`
}

/** What a clock there shows, `2026-03-29 03:00:00`. */
export function localDateTime(at: Date, timeZone: string): string {
  const { hour = '', minute = '', second = '' } = wallClock(at, timeZone)
  return `${localDate(at, timeZone)} ${hour}:${minute}:${second}`
}

function offsetMs(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute } = wallClock(at, timeZone)
  const asIfUtc = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
  )
  return asIfUtc - Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS
}

/** The moment a clock there shows this; a time that a change of offset skips moves with it. */
export function instantOfLocal(date: string, hour: number, minute: number, timeZone: string): Date {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + (hour * 60 + minute) * MINUTE_MS
  const guess = asIfUtc - offsetMs(new Date(asIfUtc), timeZone)
  return new Date(asIfUtc - offsetMs(new Date(guess), timeZone))
}
