import { FRESHNESS, freshnessOf, type Freshness } from '../../domain/weather/freshness.ts'

export interface AgesAt {
  readonly as_of: string
  /** Cities without weather. */
  readonly never: number
  /** Whole minutes, and how many cities had that age. */
  readonly by_minute: readonly (readonly number[])[]
}

export type FreshnessCounts = Record<Freshness, number>

const MINUTE_MS = 60_000
/** Of a minute nothing else is known. */
const MIDDLE_S = 30

/** How many cities are of each class now, if none was refreshed since. */
export function countsNow({ as_of, never, by_minute }: AgesAt, nowMs: number): FreshnessCounts {
  const passed = Math.max(0, Math.floor((nowMs - Date.parse(as_of)) / MINUTE_MS))
  const counts = Object.fromEntries(FRESHNESS.map((name) => [name, 0])) as FreshnessCounts
  counts.no_data = never
  for (const [minute = 0, cities = 0] of by_minute) {
    counts[freshnessOf((minute + passed) * 60 + MIDDLE_S)] += cities
  }
  return counts
}
