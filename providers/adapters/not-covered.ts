import type { PlaceMemory } from '../../domain/provider/provider.ts'
import { DAY_MS } from '../../domain/time/durations.ts'

const DEFAULT_MS = 7 * DAY_MS

/** Providers seldom extend their coverage, so a place that one does not cover is skipped for days. */
export const notCoveredFrom = (now: Date, periodMs = DEFAULT_MS): PlaceMemory => ({
  notCoveredUntil: new Date(now.getTime() + periodMs).toISOString(),
})
