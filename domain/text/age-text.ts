import { HOUR_S, MINUTE_S } from '../time/durations.ts'

const DAY_S = 24 * HOUR_S
/** Up to here days would say too little. */
const HOURS_UP_TO_S = 2 * DAY_S

/** An age as people say it: `now`, `6 min`, `2 h 5 min`, `3 d`. */
export function ageText(seconds: number): string {
  const minutes = Math.floor(seconds / MINUTE_S)
  if (minutes < 1) return 'now'
  if (minutes < 60) return `${minutes} min`
  if (seconds >= HOURS_UP_TO_S) return `${Math.floor(seconds / DAY_S)} d`
  const rest = minutes % 60
  return rest === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${rest} min`
}

/** A span, which is never `now`. */
export const spanText = (seconds: number): string =>
  seconds < MINUTE_S ? 'less than a minute' : ageText(seconds)
