export interface RestartBackoff {
  readonly firstDelayMs: number
  readonly maxDelayMs: number
  /** What has run this long is well again: its next end is followed by the first delay. */
  readonly resetAfterMs: number
}

/** A fault that passes costs seconds; one that stays costs a start every five minutes. */
export const RESTART_BACKOFF: RestartBackoff = {
  firstDelayMs: 500,
  maxDelayMs: 5 * 60_000,
  resetAfterMs: 10 * 60_000,
}

/** How long to wait before the next start, by how long the last one ran. There is always a next. */
export type NextDelay = (ranForMs: number) => number

export function createRestartBackoff(backoff: RestartBackoff): NextDelay {
  let restarts = 0
  return (ranForMs) => {
    if (ranForMs >= backoff.resetAfterMs) restarts = 0
    const delayMs = Math.min(backoff.firstDelayMs * 2 ** restarts, backoff.maxDelayMs)
    restarts += 1
    return delayMs
  }
}
