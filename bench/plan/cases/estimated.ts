import { afterReads, decayed, type Score } from '../../../domain/analytics/popularity.ts'
import { FLAT_DEMAND } from '../../../domain/plan/demand-curve.ts'
import { requestShare } from '../../../domain/plan/demand-weights.ts'
import { normal, poisson, seededRandom } from '../../../domain/plan/simulation/random.ts'
import type { VirtualItem } from '../../../domain/plan/simulation/virtual-days.ts'
import { tickBound } from '../bounds/flat-bounds.ts'
import { days, within, type PlanCase } from '../measured-row.ts'
import { boundCities, DAY, START, virtualCities } from '../virtual-cities.ts'
import { daily } from '../virtual-sources.ts'

const CITIES = 200
const CALLS = 2_500
const HALF_LIFE_HOURS = 72

interface Estimate {
  readonly requestsPerDay: number
  /** Standard deviation by which the logarithm of every city's popularity moves each midnight. */
  readonly drift: number
  readonly accept: number
}

/** Counts requests as the API does, and now and then tells the planner. */
class Counter {
  readonly #random = seededRandom(11)
  readonly #scores: (Score | undefined)[] = []
  readonly #estimate: Estimate

  constructor(estimate: Estimate) {
    this.#estimate = estimate
  }

  count(now: number, items: VirtualItem[]): void {
    const at = new Date(now * 60_000)
    for (const [index, item] of items.entries()) {
      const expected = (this.#estimate.requestsPerDay * item.trueWeight) / 96
      const reads = poisson(this.#random, expected)
      if (reads > 0) {
        this.#scores[index] = afterReads(this.#scores[index], reads, at, HALF_LIFE_HOURS)
      }
    }
    const counts = items.map((_, index) => {
      const score = this.#scores[index]
      return score ? decayed(score, at, HALF_LIFE_HOURS) : 0
    })
    const total = counts.reduce((sum, count) => sum + count, 0)
    for (const [index, item] of items.entries()) {
      item.weight = requestShare(counts[index] ?? 0, total, items.length)
    }
  }

  drift(items: VirtualItem[]): void {
    for (const item of items) {
      item.trueWeight *= Math.exp(this.#estimate.drift * normal(this.#random))
    }
    const sum = items.reduce((total, { trueWeight }) => total + trueWeight, 0)
    for (const item of items) item.trueWeight /= sum
  }
}

const estimated = (estimate: Estimate): PlanCase => {
  const { requestsPerDay, drift, accept } = estimate
  const moving = drift > 0 ? `, popularity drifting by ${drift} a day` : ''
  const name = `200 cities, 2500 calls, weights from ${requestsPerDay} counted requests a day${moving}`
  return {
    name,
    run() {
      const items = virtualCities(CITIES)
      const counter = new Counter(estimate)
      const bounds: number[] = []
      const firstCounted = START + 7 * DAY
      const report = days({
        items,
        sources: [daily(CALLS)],
        curve: FLAT_DEMAND,
        countFrom: firstCounted,
        end: START + 12 * DAY,
        onTick(now) {
          if (now % DAY === 0) {
            counter.drift(items)
            const flat = { cities: boundCities(items), callsPerDay: CALLS, updateMinutes: 15 }
            if (now >= firstCounted) bounds.push(tickBound(flat, 15))
          }
          counter.count(now, items)
        },
      })
      const bound = bounds.reduce((sum, one) => sum + one, 0) / bounds.length
      return [within(name, bound, report.meanAge, accept)]
    },
  }
}

export const ESTIMATED: readonly PlanCase[] = [
  estimated({ requestsPerDay: 200, drift: 0, accept: 1.2 }),
  estimated({ requestsPerDay: 2_000, drift: 0, accept: 1.08 }),
  estimated({ requestsPerDay: 20_000, drift: 0, accept: 1.03 }),
  estimated({ requestsPerDay: 20_000, drift: 0.3, accept: 1.1 }),
]
