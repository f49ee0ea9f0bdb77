import { FLAT_DEMAND } from '../../../domain/plan/demand-curve.ts'
import { citiesHeldAt } from '../../../domain/plan/held-tiers.ts'
import type { VirtualDaysReport } from '../../../domain/plan/simulation/virtual-days.ts'
import { tickBound } from '../bounds/flat-bounds.ts'
import {
  atLeast,
  atMost,
  days,
  leastUsed,
  soundness,
  within,
  type PlanCase,
} from '../measured-row.ts'
import { boundCities, DAY, virtualCities } from '../virtual-cities.ts'
import { daily } from '../virtual-sources.ts'

const worst = ({ accounts }: VirtualDaysReport, from: number, to: number): number =>
  Math.max(...accounts.slice(from, to).map(({ overShare }) => overShare))

const topTwenty: PlanCase = {
  name: '200 cities, 2500 calls, top 20 never over 15 minutes, tick 5',
  run() {
    const promisedMinutes = (index: number) => (index < 20 ? 15 : DAY)
    const items = virtualCities(200, { promisedMinutes })
    const report = days({ items, sources: [daily(2_500)], curve: FLAT_DEMAND, tickMinutes: 5 })
    const cities = boundCities(items)
    const bound = tickBound({ cities, callsPerDay: 2_500, updateMinutes: 15 }, 5)
    const longest = Math.max(...report.accounts.map((account) => account.longest))
    return [
      within(this.name, bound, report.meanAge, 1.02),
      ...soundness(this.name, report),
      atMost(`${this.name}: share of time over`, worst(report, 0, 20), 0.01),
      atMost(
        `${this.name}: longest gap over the plan's stated one, in ticks`,
        (longest - report.foreseenLongestGap) / 5,
        6,
      ),
      atLeast(`${this.name}: of the budget used`, leastUsed(report), 0.99),
    ]
  },
}

const thousandCalls: PlanCase = {
  name: '200 cities, 1000 calls, as many as can be held at 15 minutes',
  run() {
    const held = citiesHeldAt(15, 200, {
      products: [{ product: 'conditions', leastMinutes: 15, cost: 1, offeredBy: [true] }],
      carriers: { callsPerMinute: 1_000 / DAY },
      tickMinutes: 15,
    })
    const promisedMinutes = (index: number) => (index < held ? 15 : DAY)
    const items = virtualCities(200, { promisedMinutes })
    const report = days({ items, sources: [daily(1_000)], curve: FLAT_DEMAND })
    const cities = boundCities(items)
    const bound = tickBound({ cities, callsPerDay: 1_000, updateMinutes: 15 }, 15)
    return [
      { ...atLeast('200 cities, 1000 calls: held at 15 minutes', held, 7), ok: held === 7 },
      within(this.name, bound, report.meanAge, 1.02),
      ...soundness(this.name, report),
      atMost(`${this.name}: share of time over any promise`, worst(report, 0, 200), 0),
    ]
  },
}

const promisesOfMost: PlanCase = {
  name: 'promises of 0.89 of the budget',
  run() {
    const tiers = [5, 30, 160]
    const promisedMinutes = (index: number) =>
      index < 5 ? 60 : index < 35 ? 240 : index < 195 ? 600 : DAY
    const items = virtualCities(200, { promisedMinutes, settledBy: 1 })
    const calls = items.reduce((sum, item) => sum + DAY / item.promisedMinutes, 0)
    const limit = Math.ceil(calls / 0.89)
    const sources = [daily(limit)]
    const report = days({ items, sources, curve: FLAT_DEMAND, tickMinutes: 5 })
    const missed = report.accounts.filter(({ overShare }) => overShare > 0).length
    return [atMost(`${this.name} (${tiers.join(', ')} cities, tick 5): missed`, missed, 0)]
  },
}

const peopleAsk = (asked: number): PlanCase => ({
  name: `2000 cities, 10000 calls, a fifth kept for people, who take ${asked}`,
  run() {
    const report = days({
      items: virtualCities(2_000),
      sources: [daily(10_000, { peopleShare: 0.2 })],
      curve: FLAT_DEMAND,
      peopleCallsPerDay: asked,
    })
    const { peopleRefused, peopleServed } = report
    const people = peopleRefused + peopleServed
    return [
      ...(people > 0
        ? [atMost(`${this.name}: share of people refused`, peopleRefused / people, 0.001)]
        : []),
      atLeast(`${this.name}: of the budget used`, leastUsed(report), 0.97),
    ]
  },
})

export const PROMISED: readonly PlanCase[] = [
  topTwenty,
  thousandCalls,
  promisesOfMost,
  peopleAsk(0),
  peopleAsk(2_000),
  peopleAsk(2_500),
]
