/** As many halvings as leave nothing to tell apart. */
const STEPS = 42
/** Prices are weights times squared gaps in ticks: no share is so small, no gap so long. */
const LOWEST = 1e-12
const HIGHEST = 1e12

/**
 * The lowest price at which the calls a minute are within what can be afforded; 0 where everything
 * is. A price at which even the promises do not fit is the highest.
 */
export function priceWithin(
  callsPerMinuteAt: (price: number) => number,
  affordable: number,
): number {
  if (callsPerMinuteAt(0) <= affordable) return 0
  let low = Math.log(LOWEST)
  let high = Math.log(HIGHEST)
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2
    if (callsPerMinuteAt(Math.exp(middle)) <= affordable) high = middle
    else low = middle
  }
  return Math.exp(high)
}
