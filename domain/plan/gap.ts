/** Ages are those of whole ticks: what a run confirms some seconds late is not a tick younger. */
const MAX_SLACK_MINUTES = 1

/** As old as data is that was never fetched, in ticks. */
export const NEVER_TICKS = 1e6

/** Whole ticks since the data was confirmed, begun ones counted; a clock that was ahead counts as 0. */
export function ageTicks(now: number, at: number, tickMinutes: number): number {
  if (at === -Infinity) return NEVER_TICKS
  return Math.max(0, Math.ceil((now - at - slackMinutes(tickMinutes)) / tickMinutes))
}

export const slackMinutes = (tickMinutes: number): number =>
  Math.min(MAX_SLACK_MINUTES, tickMinutes / 10)

/**
 * The best gap between two calls at a price: the smallest k with weight · k(k+1) ≥ price, since
 * going from k+1 to k ticks earns weight · k(k+1)/2 per call.
 */
export function gapTicks(price: number, weight: number, least: number, most: number): number {
  const gap = Math.ceil(Math.sqrt(price / weight + 0.25) - 0.5)
  return Math.min(Math.max(gap, least), most)
}

/** The golden ratio's fraction of a turn: multiples of it never crowd. */
export const GOLDEN_TURN = 0.6180339887498949

/** A fraction that is different for every id, and spread evenly over any run of them. */
export function fractionOf(id: number, seed: number): number {
  const turns = (id + seed) * GOLDEN_TURN
  return turns - Math.floor(turns)
}

/**
 * Cities that are otherwise alike differ by up to a thousandth, so that any number of them can be
 * called at one price.
 */
export const TIE_SHARE = 0.001
