/** One city as the bounds see it. */
export interface BoundCity {
  /** Share of all requests. */
  readonly weight: number
  /** Never older; Infinity without a promise. */
  readonly promisedMinutes: number
}

interface FlatCase {
  readonly cities: readonly BoundCity[]
  readonly callsPerDay: number
  readonly updateMinutes: number
}

const DAY = 24 * 60

/**
 * The least mean age at any moments whatever: the square-root law between the update interval and
 * the promise, water-filled.
 */
export const continuousBound = (flat: FlatCase): number =>
  bestPeriods(flat).reduce(
    (sum, period, index) => sum + ((flat.cities[index]?.weight ?? 0) * period) / 2,
    0,
  )

/** The minutes between two calls that reach it, of each city. */
export function bestPeriods({ cities, callsPerDay, updateMinutes }: FlatCase): number[] {
  const periodAt = (level: number, { weight, promisedMinutes }: BoundCity): number =>
    Math.min(promisedMinutes, Math.max(updateMinutes, level / Math.sqrt(weight)))
  const callsAt = (level: number): number =>
    cities.reduce((sum, city) => sum + DAY / periodAt(level, city), 0)
  let [low, high] = [1e-9, 1e9]
  for (let step = 0; step < 200; step++) {
    const middle = Math.sqrt(low * high)
    if (callsAt(middle) > callsPerDay) low = middle
    else high = middle
  }
  return cities.map((city) => periodAt(high, city))
}

/** The same in whole ticks, by weak duality: the best price of a call. */
export function tickBound(flat: FlatCase, tickMinutes: number): number {
  const { cities, callsPerDay, updateMinutes } = flat
  const least = Math.ceil(updateMinutes / tickMinutes)
  const bound = (price: number): number => {
    let sum = (-price * callsPerDay) / DAY
    for (const { weight, promisedMinutes } of cities) {
      const most = Math.floor(promisedMinutes / tickMinutes)
      sum += leastCost(weight, price, { least, most, tickMinutes })
    }
    return sum
  }
  return bestPrice(bound).value
}

function leastCost(
  weight: number,
  price: number,
  { least, most, tickMinutes }: { least: number; most: number; tickMinutes: number },
): number {
  const best = Math.sqrt((2 * price) / weight) / tickMinutes
  let found = Infinity
  for (const gap of [Math.floor(best), Math.ceil(best)]) {
    const minutes = Math.min(Math.max(gap, least), Math.max(most, least)) * tickMinutes
    found = Math.min(found, (weight * minutes) / 2 + price / minutes)
  }
  return found
}

/** The highest value of a function that is concave in the price, whatever the price's magnitude. */
export function bestPrice(
  bound: (price: number) => number,
  { low = 1e-9, high = 1e9, steps = 120 } = {},
): { price: number; value: number } {
  let [from, to] = [Math.log(low), Math.log(high)]
  for (let step = 0; step < steps; step++) {
    const one = from + (to - from) / 3
    const other = to - (to - from) / 3
    if (bound(Math.exp(one)) < bound(Math.exp(other))) from = one
    else to = other
  }
  const price = Math.exp((from + to) / 2)
  return { price, value: Math.max(bound(price), bound(0)) }
}
