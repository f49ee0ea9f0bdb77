/** Making one costs a thousand times what using one does. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Writes `2026-03-29 03:00:00`, as is usual in Sweden: one text is four times as fast as parts.
 * @throws RangeError for a zone that this runtime does not know.
 */
export function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', {
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

/** The zone's name as this runtime spells it; undefined for a zone it does not know. */
export function canonicalTimeZone(name: string): string | undefined {
  try {
    return formatterOf(name).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

/** Offsets such as `+05:00` are accepted by the runtime, too, but are no zone with a history. */
const IANA_NAME = /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/

/** Whether it is an IANA name such as `Europe/Berlin`. */
export const isTimeZone = (name: string): boolean =>
  IANA_NAME.test(name) && canonicalTimeZone(name) !== undefined
