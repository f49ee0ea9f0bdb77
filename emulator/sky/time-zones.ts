import { DAY_MS, MINUTE_MS, floorTo } from './numbers.ts'

const ETC_ZONE = /^Etc\/GMT(?:([+-])(\d{1,2}))?$/
const formatters = new Map<string, Intl.DateTimeFormat | null>()
/** Clocks change at a quarter of an hour in UTC: in Lord Howe, say, at half past. */
const SAME_OFFSET_MS = 15 * MINUTE_MS
const offsets = new Map<string, { readonly quarter: number; readonly seconds: number }>()

/** Building a formatter costs a thousand times more than using one. */
function formatterOf(zone: string): Intl.DateTimeFormat | null {
  const known = formatters.get(zone)
  if (known !== undefined) return known
  const formatter = buildFormatter(zone)
  formatters.set(zone, formatter)
  return formatter
}

function buildFormatter(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  } catch {
    return null
  }
}

export const isTimeZone = (zone: string): boolean => formatterOf(zone) !== null

/** The nautical zone of a longitude. In `Etc/` names the sign is reversed: `Etc/GMT-1` is east. */
export function zoneOfLongitude(longitude: number): string {
  const hours = Math.round(longitude / 15)
  if (hours === 0) return 'Etc/GMT'
  return hours > 0 ? `Etc/GMT-${String(hours)}` : `Etc/GMT+${String(-hours)}`
}

export function utcOffsetSeconds(zone: string, atMs: number): number {
  if (zone === 'GMT' || zone === 'UTC') return 0
  const etc = ETC_ZONE.exec(zone)
  if (etc) return Number(etc[2] ?? 0) * (etc[1] === '-' ? 3600 : -3600) + 0
  const quarter = Math.floor(atMs / SAME_OFFSET_MS)
  const known = offsets.get(zone)
  if (known?.quarter === quarter) return known.seconds
  const seconds = readOffset(formatterOf(zone), atMs)
  offsets.set(zone, { quarter, seconds })
  return seconds
}

function readOffset(formatter: Intl.DateTimeFormat | null, atMs: number): number {
  const name = formatter?.formatToParts(atMs).find((part) => part.type === 'timeZoneName')?.value
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '')
  if (!match) return 0
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60
  return match[1] === '-' ? -seconds : seconds
}

/** The moment the local day began, for a place that far from Greenwich. */
export const localMidnightMs = (atMs: number, offsetSeconds: number): number =>
  floorTo(atMs + offsetSeconds * 1000, DAY_MS) - offsetSeconds * 1000

/** The first moment of a date there; `dateMs` is its midnight in Greenwich. */
export function startOfDate(dateMs: number, zone: string): number {
  const starts = [-DAY_MS, DAY_MS].map(
    (away) => dateMs - utcOffsetSeconds(zone, dateMs + away) * 1000,
  )
  const isOfDate = (atMs: number): boolean =>
    floorTo(atMs + utcOffsetSeconds(zone, atMs) * 1000, DAY_MS) === dateMs
  return Math.min(...starts.filter(isOfDate))
}

/** `2026-11-22T18:30` on the clock of a place that far from Greenwich. */
export const localIsoMinute = (atMs: number, offsetSeconds: number): string =>
  new Date(atMs + offsetSeconds * 1000).toISOString().slice(0, 16)

/** `2026-11-22T18:30:00-05:00` */
export function isoWithOffset(atMs: number, offsetSeconds: number): string {
  const sign = offsetSeconds < 0 ? '-' : '+'
  const minutes = Math.abs(offsetSeconds) / 60
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  const local = new Date(atMs + offsetSeconds * 1000).toISOString().slice(0, 19)
  return `${local}${sign}${pad(minutes / 60)}:${pad(minutes % 60)}`
}
