import type { PreparedItem } from './prepared-item.ts'

/** A promise that is to be kept: the ticks until it ends, and what one call for it costs. */
export interface Deadline {
  readonly ticksLeft: number
  readonly cost: number
}

/** One that comes again with each round. */
export interface RepeatedDeadline extends Deadline {
  readonly everyTicks: number
}

type Promised = Pick<PreparedItem, 'age' | 'most' | 'cost'>

/** Those that end together and come again together are one: there are few, however many cities. */
export function deadlinesOf<One>(
  all: Iterable<One>,
  promisedOf: (one: One) => Promised | undefined,
): RepeatedDeadline[] {
  const byRound = new Map<number, Map<number, number>>()
  for (const one of all) {
    const promised = promisedOf(one)
    if (!promised) continue
    const { age, most, cost } = promised
    const costs = byRound.get(most) ?? new Map<number, number>()
    if (costs.size === 0) byRound.set(most, costs)
    costs.set(most - age, (costs.get(most - age) ?? 0) + cost)
  }
  return [...byRound].flatMap(([everyTicks, costs]) =>
    [...costs].map(([ticksLeft, cost]) => ({ ticksLeft, everyTicks, cost })),
  )
}

/** To where the next period begins, such as an hour or a day; both in minutes. */
export const ticksToTurn = (now: number, periodMinutes: number, tickMinutes: number): number =>
  (Math.floor(now / periodMinutes + 1) * periodMinutes - now) / tickMinutes

/** That many calls must go now, for promises that end within that many ticks. */
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

/** Calls that the promises still need until that many ticks from now. */
export function callsPromisedUntil(promises: readonly RepeatedDeadline[], ticks: number): number {
  let calls = 0
  for (const { ticksLeft, everyTicks, cost } of promises) {
    const rounds = Math.ceil((ticks - Math.max(0, ticksLeft)) / everyTicks)
    calls += cost * Math.max(0, rounds)
  }
  return calls
}
