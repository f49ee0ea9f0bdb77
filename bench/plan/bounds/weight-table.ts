const WEIGHTS = 160
const [LEAST, MOST] = [1e-8, 1]

/**
 * The least cost of one city by its weight: chords between some weights. It is concave in the
 * weight, as the least of many straight lines, so that a chord lies below it.
 */
export class WeightTable {
  readonly #weights: readonly number[]
  readonly #costs: readonly number[]

  constructor(leastCost: (weight: number) => number) {
    const [from, to] = [Math.log(LEAST), Math.log(MOST)]
    this.#weights = Array.from({ length: WEIGHTS }, (_, index) =>
      Math.exp(from + ((to - from) * index) / (WEIGHTS - 1)),
    )
    this.#costs = this.#weights.map(leastCost)
  }

  at(weight: number): number {
    const last = WEIGHTS - 1
    const place = (Math.log(weight / LEAST) / Math.log(MOST / LEAST)) * last
    const index = Math.min(last - 1, Math.max(0, Math.floor(place)))
    const [low, high] = [this.#weights[index]!, this.#weights[index + 1]!]
    const [below, above] = [this.#costs[index]!, this.#costs[index + 1]!]
    // Outside the table: the chord to nothing, and what the greatest weight costs.
    if (weight <= low) return (weight / low) * below
    if (weight >= high) return above
    return below + ((above - below) * (weight - low)) / (high - low)
  }
}
