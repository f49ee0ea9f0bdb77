/** A promise that is to be kept: the ticks until it ends, and what one call for it costs. */
export interface Deadline {
  readonly ticksLeft: number
  readonly cost: number
}

/** So many calls must go now, for promises that end within so many ticks. */
export interface CannotWait {
  readonly calls: number
  readonly withinTicks: number
}

/**
 * What must go now, so that no later tick has more promises to keep than an even share can: those
 * whose deadlines lie within h ticks, less what the ticks until then carry.
 */
export function callsThatCannotWait(deadlines: readonly Deadline[], evenShare: number): CannotWait {
  const costs = new Map<number, number>()
  for (const { ticksLeft, cost } of deadlines) {
    const at = Math.max(0, ticksLeft)
    costs.set(at, (costs.get(at) ?? 0) + cost)
  }
  let cannotWait: CannotWait = { calls: 0, withinTicks: 0 }
  let within = 0
  for (const [ticks, cost] of [...costs].sort(([one], [other]) => one - other)) {
    within += cost
    const later = ticks === 0 ? 0 : evenShare * ticks
    if (within - later > cannotWait.calls) {
      cannotWait = { calls: within - later, withinTicks: ticks }
    }
  }
  return cannotWait
}

/** Calls that the promises still need until so many ticks from now. */
export function callsPromisedUntil(
  promises: readonly (Deadline & { readonly everyTicks: number })[],
  ticks: number,
): number {
  let calls = 0
  for (const { ticksLeft, everyTicks, cost } of promises) {
    const rounds = Math.ceil((ticks - Math.max(0, ticksLeft)) / everyTicks)
    calls += cost * Math.max(0, rounds)
  }
  return calls
}
