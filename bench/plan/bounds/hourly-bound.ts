import { demandAt, type DemandCurve } from '../../../domain/plan/demand-curve.ts'
import { bestPrice, type BoundCity } from './flat-bounds.ts'
import { WeightTable } from './weight-table.ts'

const DAY = 24 * 60
/** Days that the growth of the recursion is read over. */
const READ_DAYS = 4
/** It runs in for at least so long before, and for two of the longest gaps. */
const RUN_IN_DAYS = 4
const runInDays = (mostTicks: number, tickMinutes: number): number =>
  Math.max(RUN_IN_DAYS, Math.ceil((2 * mostTicks * tickMinutes) / DAY))

export interface HourlyCase {
  readonly cities: readonly BoundCity[]
  readonly callsPerDay: number
  readonly updateMinutes: number
  readonly tickMinutes: number
  readonly curve: DemandCurve
}

/**
 * The least mean age with demand by the hour: each city alone pays a price per call, and one that
 * keeps to the budget pays no more than the price of the budget. Zones only rotate a city's day.
 */
export function hourlyBound(hourly: HourlyCase): number {
  const { cities, callsPerDay, tickMinutes } = hourly
  const least = Math.ceil(hourly.updateMinutes / tickMinutes)
  const tables = new Map<number, WeightTable>()
  const tableOf = (promised: number): WeightTable => {
    const most = Math.max(least, Math.floor(promised / tickMinutes))
    const table = tables.get(most) ?? costTable(hourly, { least, most })
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

function costTable(
  { curve, tickMinutes }: HourlyCase,
  gaps: { readonly least: number; readonly most: number },
): WeightTable {
  const days = runInDays(gaps.most, tickMinutes) + READ_DAYS
  const ages = agesOf(curve, tickMinutes, (days * DAY) / tickMinutes + gaps.most)
  return new WeightTable((weight) => leastCost(weight, ages, tickMinutes, gaps))
}

/** Integrals of the demand, and of moment times demand, up to each tick. */
function agesOf(curve: DemandCurve, tickMinutes: number, ticks: number) {
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
  const ticks = demand.length - 1
  const cost = new Float64Array(ticks + 1).fill(Infinity)
  // Any values do to begin with: what is read is how they grow.
  for (let tick = 0; tick < most; tick++) cost[tick] = 0
  for (let tick = most; tick <= ticks; tick++) {
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
