import { localDateTime } from '../time/local-time.ts'

/** From one time of the day to another in the zone of a city, `22:00` and `07:00`, over midnight where the first is later. */
export interface QuietHours {
  readonly from: string
  readonly to: string
}

const TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9]'

export const LOCAL_TIME_PATTERN = `^${TIME}$`

const RANGE = new RegExp(`^(${TIME})-(${TIME})$`)

/** `22:00-07:00`; undefined for what is none. */
export function quietHoursOf(text: string): QuietHours | undefined {
  const [, from, to] = RANGE.exec(text) ?? []
  return from === undefined || to === undefined || from === to ? undefined : { from, to }
}

export function isQuiet(quiet: QuietHours | null, at: Date, timeZone: string): boolean {
  if (quiet === null) return false
  const time = localDateTime(at, timeZone).slice('2026-01-01 '.length, '2026-01-01 00:00'.length)
  const { from, to } = quiet
  return from < to ? time >= from && time < to : time >= from || time < to
}
