export interface RestartLimits {
  max: number
  withinMs: number
  firstDelayMs: number
}

/** A part that needs more than this is broken, and restarting hides it. */
export const RESTART_LIMITS: RestartLimits = { max: 5, withinMs: 10 * 60_000, firstDelayMs: 500 }

/** How long to wait before the next restart; undefined when there is none left. */
export type RestartBudget = (nowMs: number) => number | undefined

export function createRestartBudget(limits: RestartLimits): RestartBudget {
  let restartsAtMs: number[] = []
  return (nowMs) => {
    restartsAtMs = restartsAtMs.filter((atMs) => nowMs - atMs < limits.withinMs)
    if (restartsAtMs.length >= limits.max) return undefined
    restartsAtMs.push(nowMs)
    return limits.firstDelayMs * 2 ** (restartsAtMs.length - 1)
  }
}
