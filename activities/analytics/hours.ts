import { windowStart } from '../../domain/quota.ts'

const HOUR_MS = 3_600_000

/** The UTC hours that end with the one `at` is in. */
export function hoursUpTo(at: Date, hours: number): Date[] {
  const lastMs = windowStart('hour', at).getTime()
  return Array.from({ length: hours }, (_, index) => {
    return new Date(lastMs - (hours - 1 - index) * HOUR_MS)
  })
}
