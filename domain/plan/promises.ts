import type { PlanItem } from './plan-input.ts'

/** Promises may take this share of what the limits give: beyond it some would be missed by a tick. */
const PROMISED_SHARE = 0.9
/** Of the whole ticks that they come down to, nearly all fit. */
const PROMISED_SHARE_IN_TICKS = 0.98
/** Whole calls that the edges of windows cost: a budget of a few a day promises nothing. */
const LOST_CALLS_A_DAY = 10
/** No promise is stretched beyond; what does not fit then is said. */
const LONGEST_MINUTES = 30 * 24 * 60

/** What a promise takes: an item, or many that are alike, together. */
export type Promising = Pick<PlanItem, 'promisedMinutes' | 'leastMinutes' | 'cost' | 'servedBy'>

/** A promise to some cities, and what it became. */
export interface PromiseTier {
  readonly promisedMinutes: number
  /** As long as promised, or longer where the limits do not carry it. */
  readonly keptMinutes: number
  /** Calls of one round of all its cities. */
  readonly calls: number
  readonly leastMinutes: number
}

/** What a promise is planned by: a little less, at most a twentieth, never below the least gap. */
export function plannedTicks(
  promisedMinutes: number,
  leastMinutes: number,
  tickMinutes: number,
): number {
  if (promisedMinutes === Infinity) return Infinity
  const margin = Math.min(2 * tickMinutes, promisedMinutes / 20)
  const least = Math.max(1, Math.ceil(leastMinutes / tickMinutes))
  return Math.max(least, Math.floor((promisedMinutes - margin) / tickMinutes))
}

/** Promises by their length, the longest stretched until all fit what the limits give. */
export function stretchedPromises(
  items: readonly Promising[],
  callsPerMinute: number,
  tickMinutes: number,
): PromiseTier[] {
  const tiers = tiersOf(items)
  for (const index of [...tiers.keys()].reverse()) {
    if (fits(tiers, callsPerMinute, tickMinutes)) break
    stretch(tiers, index, { callsPerMinute, tickMinutes })
  }
  return tiers
}

/** From the shortest to the longest. */
function tiersOf(items: readonly Promising[]): PromiseTier[] {
  const tiers = new Map<number, { calls: number; leastMinutes: number }>()
  for (const { promisedMinutes, cost, leastMinutes } of items) {
    if (promisedMinutes === Infinity) continue
    const tier = tiers.get(promisedMinutes)
    if (tier) {
      tier.calls += cost
      tier.leastMinutes = Math.max(tier.leastMinutes, leastMinutes)
    } else tiers.set(promisedMinutes, { calls: cost, leastMinutes })
  }
  return [...tiers]
    .sort(([one], [other]) => one - other)
    .map(([promisedMinutes, tier]) => ({
      promisedMinutes,
      keptMinutes: Math.max(promisedMinutes, tier.leastMinutes),
      ...tier,
    }))
}

function fits(tiers: readonly PromiseTier[], limits: number, tickMinutes: number): boolean {
  const callsPerMinute = limits - LOST_CALLS_A_DAY / (24 * 60)
  let perMinute = 0
  let inTicks = 0
  for (const { calls, keptMinutes, leastMinutes } of tiers) {
    perMinute += calls / keptMinutes
    inTicks += calls / (plannedTicks(keptMinutes, leastMinutes, tickMinutes) * tickMinutes)
  }
  return (
    perMinute <= PROMISED_SHARE * callsPerMinute &&
    inTicks <= PROMISED_SHARE_IN_TICKS * callsPerMinute
  )
}

/** Makes one tier as long as it takes, to a thousandth, or as long as a promise may be. */
function stretch(
  tiers: PromiseTier[],
  index: number,
  { callsPerMinute, tickMinutes }: { callsPerMinute: number; tickMinutes: number },
): void {
  const tier = tiers[index]
  if (!tier) return
  const fitsWith = (keptMinutes: number): boolean => {
    tiers[index] = { ...tier, keptMinutes }
    return fits(tiers, callsPerMinute, tickMinutes)
  }
  let short = tier.keptMinutes
  let long = Math.max(LONGEST_MINUTES, tier.keptMinutes)
  if (!fitsWith(long)) return
  while (long > 1.001 * short) {
    const middle = Math.sqrt(short * long)
    if (fitsWith(middle)) long = middle
    else short = middle
  }
  tiers[index] = { ...tier, keptMinutes: long }
}

/** What the limits give, and of that the slow source that keeps all but the short promises. */
export interface Carriers {
  readonly callsPerMinute: number
  readonly floor?:
    | { readonly bit: number; readonly updateMinutes: number; readonly callsPerMinute: number }
    | undefined
}

export interface Promises {
  readonly tiers: readonly PromiseTier[]
  readonly keptFor: (item: Promising) => number
}

/** All promises, those that the slow source can keep apart from those that it cannot. */
export function promisesOf(
  items: readonly Promising[],
  { callsPerMinute, floor }: Carriers,
  tickMinutes: number,
): Promises {
  const isOnFloor = ({ servedBy, promisedMinutes }: Promising): boolean =>
    floor !== undefined && (servedBy & floor.bit) !== 0 && promisedMinutes >= floor.updateMinutes
  const onFloor = stretchedPromises(
    items.filter(isOnFloor),
    floor?.callsPerMinute ?? 0,
    tickMinutes,
  )
  const others = stretchedPromises(
    items.filter((item) => !isOnFloor(item)),
    callsPerMinute - (floor?.callsPerMinute ?? 0),
    tickMinutes,
  )
  const keptOnFloor = keptMinutes(onFloor)
  const keptByOthers = keptMinutes(others)
  return {
    tiers: [...onFloor, ...others],
    keptFor: (item) => (isOnFloor(item) ? keptOnFloor : keptByOthers)(item.promisedMinutes),
  }
}

/** How long a promise is kept to, by the tiers. */
function keptMinutes(tiers: readonly PromiseTier[]): (promisedMinutes: number) => number {
  const kept = new Map(tiers.map((tier) => [tier.promisedMinutes, tier.keptMinutes]))
  return (promisedMinutes) => kept.get(promisedMinutes) ?? promisedMinutes
}
