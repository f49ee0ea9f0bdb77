import { priceWithin } from './price.ts'

/** Items that the same sources can serve. */
export interface ServedGroup {
  /** Bit n is set where source n can serve them. */
  readonly servedBy: number
  readonly callsPerMinuteAt: (price: number) => number
}

/** What a source affords, at its place in the list. */
export interface Rate {
  readonly index: number
  readonly callsPerMinute: number
}

/**
 * One price for all, but a higher one for items that fewer sources can serve where those cannot carry
 * them at the common one: their sources are theirs then, and the others share the rest.
 */
export function sharedPrices(
  groups: readonly ServedGroup[],
  rates: readonly Rate[],
): ReadonlyMap<number, number> {
  const prices = new Map<number, number>()
  let open = groups
  let left = rates
  while (open.length > 0) {
    const common = priceWithin(callsOf(open), sumOf(left))
    const tight = tightest(open, left, common)
    if (tight === undefined) {
      for (const { servedBy } of open) prices.set(servedBy, common)
      return prices
    }
    const within = open.filter(({ servedBy }) => (servedBy & ~tight) === 0)
    const price = priceWithin(callsOf(within), sumOf(servers(left, tight)))
    for (const { servedBy } of within) prices.set(servedBy, price)
    open = open.filter((group) => !within.includes(group))
    left = left.filter(({ index }) => (tight & (1 << index)) === 0)
  }
  return prices
}

/** The sources whose own groups want the most beyond what they afford, if any do. */
function tightest(
  groups: readonly ServedGroup[],
  rates: readonly Rate[],
  price: number,
): number | undefined {
  const everyone = groups.reduce((all, { servedBy }) => all | servedBy, 0)
  let [found, worst] = [undefined as number | undefined, 1.000_001]
  for (const { servedBy } of groups) {
    if (servers(rates, everyone).length === servers(rates, servedBy).length) continue
    const within = groups.filter((group) => (group.servedBy & ~servedBy) === 0)
    const ratio = callsOf(within)(price) / sumOf(servers(rates, servedBy))
    if (ratio > worst) [found, worst] = [servedBy, ratio]
  }
  return found
}

const servers = (rates: readonly Rate[], servedBy: number): Rate[] =>
  rates.filter(({ index }) => (servedBy & (1 << index)) !== 0)

const sumOf = (rates: readonly Rate[]): number =>
  rates.reduce((sum, { callsPerMinute }) => sum + callsPerMinute, 0)

const callsOf =
  (groups: readonly ServedGroup[]) =>
  (price: number): number =>
    groups.reduce((sum, { callsPerMinuteAt }) => sum + callsPerMinuteAt(price), 0)

/** Calls a minute of all the groups, each at its price. */
export const callsAt = (
  groups: readonly ServedGroup[],
  prices: ReadonlyMap<number, number>,
): number =>
  groups.reduce(
    (sum, { servedBy, callsPerMinuteAt }) => sum + callsPerMinuteAt(prices.get(servedBy) ?? 0),
    0,
  )
