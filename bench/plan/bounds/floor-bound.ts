import { demandAt, type DemandCurve } from '../../../domain/plan/demand-curve.ts'
import { bestPrice, type BoundCity } from './flat-bounds.ts'
import { WeightTable } from './weight-table.ts'

const DAY = 24 * 60
const RUN_IN_DAYS = 3
const READ_DAYS = 3

export interface FloorCase {
  readonly cities: readonly BoundCity[]
  readonly tickMinutes: number
  readonly curve: DemandCurve
  readonly scarceCallsPerDay: number
  /** Infinity where the slow source carries everything as often as it has something new. */
  readonly slowCallsPerDay: number
  readonly slowUpdateMinutes: number
  /** Ages beyond are not distinguished, which only lowers the bound. */
  readonly oldestMinutes: number
}

/**
 * The least mean age with a slow source under scarce ones: each city alone pays a price per call of
 * either kind, and the slow one has a new value once in its update interval.
 */
export function floorBound(floor: FloorCase): number {
  if (floor.slowCallsPerDay === Infinity) return boundAt(floor, 0)
  // Of all prices of a slow call, as shares of a scarce one's, each gives a bound.
  return bestPrice((share) => boundAt(floor, share), { low: 1e-3, high: 1, steps: 12 }).value
}

function boundAt(floor: FloorCase, slowShare: number): number {
  const { cities, scarceCallsPerDay, slowCallsPerDay } = floor
  const table = new WeightTable((weight) => leastCost(weight, slowShare, floor))
  const slowCalls = slowShare === 0 ? 0 : slowShare * slowCallsPerDay
  const bound = (price: number): number => {
    if (price === 0) return 0
    let sum = (-price * (scarceCallsPerDay + slowCalls)) / DAY
    for (const { weight } of cities) sum += price * table.at(weight / price)
    return sum
  }
  return bestPrice(bound, { low: 1e-4, high: 1e7, steps: 60 }).value
}

/** A minute of one city, where a scarce call costs 1: values of states, backwards tick by tick. */
function leastCost(weight: number, slowShare: number, floor: FloorCase): number {
  const { tickMinutes, curve, slowUpdateMinutes, oldestMinutes } = floor
  const round = slowUpdateMinutes / tickMinutes
  const oldest = Math.ceil(oldestMinutes / tickMinutes)
  const day = DAY / tickMinutes
  const states = (oldest + 1) * (round + 1)
  let values = new Float64Array(states)
  let early = values
  for (let tick = (RUN_IN_DAYS + READ_DAYS) * day - 1; tick >= 0; tick--) {
    if (tick === READ_DAYS * day - 1) early = values
    const next = new Float64Array(states)
    const during = demandAt(curve, tick * tickMinutes, 0) * tickMinutes * weight
    const passed = (age: number, asked: number): number =>
      during * (age + 0.5) * tickMinutes +
      values[Math.min(age + 1, oldest) * (round + 1) + Math.min(asked + 1, round)]!
    for (let asked = 0; asked <= round; asked++) {
      const slow = asked >= round ? slowShare + passed(0, 0) : Infinity
      const called = Math.min(slow, 1 + passed(0, asked))
      for (let age = 0; age <= oldest; age++) {
        next[age * (round + 1) + asked] = Math.min(called, passed(age, asked))
      }
    }
    values = next
  }
  let growth = Infinity
  for (let state = 0; state < states; state++) {
    growth = Math.min(growth, values[state]! - early[state]!)
  }
  return growth / (READ_DAYS * DAY)
}
