import { MINUTE_MS } from '../domain/time/durations.ts'
import type { RunLimits } from './job.ts'

const MAX_MS = 30 * MINUTE_MS

/** min(30 min, period − 1 min), over the whole chain of runs; a single run has no period. */
export const hardLimitMs = (everyMinutes = Infinity): number =>
  Math.max(MINUTE_MS, Math.min(MAX_MS, (everyMinutes - 1) * MINUTE_MS))

/** The soft limit is 5/6 of the hard one; half of what is left is for what is still under way. */
export const runLimits = (hardMs: number, expiresAfterMs: number | null): RunLimits => ({
  softLimitMs: (5 / 6) * hardMs,
  softGraceMs: (1 / 12) * hardMs,
  expiresAfterMs,
})

/** A single run has no next tick to be done by, and a person waits for it. */
export const SINGLE_RUN_LIMITS: RunLimits = runLimits(hardLimitMs(), null)
