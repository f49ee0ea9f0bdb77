import { HOUR_MS, MINUTE_MS } from '../time/durations.ts'
import { OLDEST_TAKEN_MINUTES } from '../weather/plausibility.ts'

/**
 * How long after an hour has begun a reading of it may still be stored: the hour itself, the oldest
 * reading that is taken, and an hour for a run of refreshes that could not store at once.
 */
export const ROLLUP_LATENESS_MS = HOUR_MS + OLDEST_TAKEN_MINUTES * MINUTE_MS + HOUR_MS
