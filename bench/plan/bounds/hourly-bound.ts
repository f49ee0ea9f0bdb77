import { demandAt, type DemandCurve } from '../../../domain/plan/demand-curve.ts'
import { bestPrice, type BoundCity } from './flat-bounds.ts'

const DAY = 24 * 60
/** Days that the recursion runs in before its growth is read, and that the growth is read over. */
const RUN_IN_DAYS = 4
const READ_DAYS = 4
/** Between these, chords: the least cost is concave in the weight, so that a chord lies below it. */
const WEIGHTS = 160

export interface HourlyCase {
  readonly cities: readonly BoundCity[]
  readonly callsPerDay: number
  readonly updateMinutes: number
  readonly tickMinutes: number
  readonly curve: DemandCurve
}

/**
 * The least mean age with demand by the hour: each city alone pays a price per call, and whoever
 * keeps to the budget pays no more than the price of the budget. Zones only rotate a city's day.
 */
export function hourlyBound(hourly: HourlyCase): number {
  const { cities, callsPerDay, tickMinutes } = hourly
  const least = Math.ceil(hourly.updateMinutes / tickMinutes)
  const tables = new Map<number, CostTable>()
  const tableOf = (promised: number): CostTable => {
    const most = Math.max(least, Math.floor(promised / tickMinutes))
    const table = tables.get(most) ?? new CostTable(hourly.curve, tickMinutes, { least, most })
    tables.set(most, table)
    return table
  }
  const bound = (price: number): number => {
    if (price === 0) return 0
    let sum = (-price * callsPerDay) / DAY
    for (const { weight, promisedMinutes } of cities) {
      sum += price * tableOf(promisedMinutes).at(weight / price)
    }
    return sum
  }
  return bestPrice(bound, { low: 1e-4, high: 1e7, steps: 70 }).value
}

/** Least cost a minute of one city, for a call that costs 1, by its weight. */
class CostTable {
  readonly #weights: readonly number[]
  readonly #costs: readonly number[]

  constructor(
    curve: DemandCurve,
    tickMinutes: number,
    gaps: { readonly least: number; readonly most: number },
  ) {
    const ages = agesOf(curve, tickMinutes)
    const [from, to] = [Math.log(1e-8), Math.log(1)]
    this.#weights = Array.from({ length: WEIGHTS }, (_, index) =>
      Math.exp(from + ((to - from) * index) / (WEIGHTS - 1)),
    )
    this.#costs = this.#weights.map((weight) => leastCost(weight, ages, tickMinutes, gaps))
  }

  at(weight: number): number {
    const last = WEIGHTS - 1
    const place = ((Math.log(weight) - Math.log(1e-8)) / (Math.log(1) - Math.log(1e-8))) * last
    const index = Math.min(last - 1, Math.max(0, Math.floor(place)))
    const [low, high] = [this.#weights[index]!, this.#weights[index + 1]!]
    const [below, above] = [this.#costs[index]!, this.#costs[index + 1]!]
    // Beyond the table: below it the chord to nothing, above it what the last one costs.
    if (weight <= low) return (weight / low) * below
    if (weight >= high) return above
    return below + ((above - below) * (weight - low)) / (high - low)
  }
}

/** Integrals of the demand, and of moment times demand, up to each tick. */
function agesOf(curve: DemandCurve, tickMinutes: number) {
  const ticks = ((RUN_IN_DAYS + READ_DAYS + 2) * DAY) / tickMinutes
  const demand = new Float64Array(ticks + 1)
  const moment = new Float64Array(ticks + 1)
  for (let tick = 0; tick < ticks; tick++) {
    const at = tick * tickMinutes
    const during = demandAt(curve, at, 0) * tickMinutes
    demand[tick + 1] = demand[tick]! + during
    moment[tick + 1] = moment[tick]! + during * (at + tickMinutes / 2)
  }
  return { demand, moment }
}

function leastCost(
  weight: number,
  { demand, moment }: ReturnType<typeof agesOf>,
  tickMinutes: number,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const day = DAY / tickMinutes
  const ticks = (RUN_IN_DAYS + READ_DAYS) * day + most
  const cost = new Float64Array(ticks + 1).fill(Infinity)
  // Any values do to begin with: what is read is how they grow.
  for (let tick = 0; tick < most; tick++) cost[tick] = 0
  for (let tick = most; tick <= Math.min(ticks, demand.length - 1); tick++) {
    let best = Infinity
    for (let gap = least; gap <= most; gap++) {
      const from = tick - gap
      const during = demand[tick]! - demand[from]!
      const age = moment[tick]! - moment[from]! - from * tickMinutes * during
      const found = cost[from]! + weight * age + 1
      if (found < best) best = found
    }
    cost[tick] = best
  }
  const period = READ_DAYS * day
  let growth = Infinity
  for (let tick = ticks - most; tick <= ticks; tick++) {
    growth = Math.min(growth, cost[tick]! - cost[tick - period]!)
  }
  return growth / (READ_DAYS * DAY)
}
