/** How long the activities under way have when a worker is to stop, in milliseconds. */
export const DRAIN = {
  /** Time to finish; then they are cancelled, and another worker retries them. */
  graceMs: 8_000,
  /** From the signal to when those that do not listen are abandoned. */
  forceMs: 15_000,
  /** From the signal to the end of the process, whatever is left. */
  maxMs: 20_000,
} as const
