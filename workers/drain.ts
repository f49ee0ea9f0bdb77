/** What a worker does with the activities under way when it is told to stop, in milliseconds. */
export const DRAIN = {
  /** They may finish for so long; then they are cancelled, and another worker takes them up. */
  graceMs: 8_000,
  /** From the signal to when those that do not listen are abandoned. */
  forceMs: 15_000,
  /** From the signal to the end of the process, whatever is left. */
  mostMs: 20_000,
} as const
