import { curveOf, FLAT_DEMAND, USUAL_DEMAND } from '../../../domain/plan/demand-curve.ts'
import { tickBound } from '../bounds/flat-bounds.ts'
import { hourlyBound } from '../bounds/hourly-bound.ts'
import {
  days,
  leastUsed,
  atLeast,
  soundness,
  within,
  atMost,
  type PlanCase,
} from '../measured-row.ts'
import { boundCities, DAY, virtualCities } from '../virtual-cities.ts'
import { daily } from '../virtual-sources.ts'

/** Three hours of the day have half of its requests. */
const SHARP_DEMAND = curveOf(
  Array.from({ length: 24 }, (_, hour) => (hour >= 7 && hour < 10 ? 7 : hour < 6 ? 0.2 : 1)),
)

/** A daily promise to as many cities as there are calls leaves nothing to plan: they get five days. */
const unhurried = (cities: number, callsPerDay: number) =>
  cities < callsPerDay ? {} : { promisedMinutes: () => 5 * DAY, settledBy: callsPerDay }

const flat = (cities: number, callsPerDay: number, exponent: number): PlanCase => {
  const name = `flat, ${cities} cities, Zipf ${exponent}, ${callsPerDay} calls`
  return {
    name,
    run() {
      const items = virtualCities(cities, { exponent, ...unhurried(cities, callsPerDay) })
      const report = days({ items, sources: [daily(callsPerDay)], curve: FLAT_DEMAND })
      const bound = tickBound({ cities: boundCities(items), callsPerDay, updateMinutes: 15 }, 15)
      const foreseen = Math.abs(report.foreseenMeanAge / report.meanAge - 1)
      return [
        within(name, bound, report.meanAge, 1.02),
        ...soundness(name, report),
        atLeast(`${name}: of the budget used`, leastUsed(report), 0.99),
        atMost(`${name}: foreseen against measured`, foreseen, 0.02),
      ]
    },
  }
}

const hourly = (
  cities: number,
  callsPerDay: number,
  { zones, accept, sharp = false }: { zones: 'one' | 'world'; accept: number; sharp?: boolean },
): PlanCase => {
  const where = zones === 'one' ? 'in one zone' : 'around the world'
  const name = `by the hour${sharp ? ', sharp' : ''}, ${where}, ${cities} cities, ${callsPerDay} calls`
  return {
    name,
    run() {
      const curve = sharp ? SHARP_DEMAND : USUAL_DEMAND
      const items = virtualCities(cities, { zones, ...unhurried(cities, callsPerDay) })
      const report = days({ items, sources: [daily(callsPerDay)], curve })
      const bound = hourlyBound({
        cities: boundCities(items),
        callsPerDay,
        updateMinutes: 15,
        tickMinutes: 15,
        curve,
      })
      return [
        within(name, bound, report.meanAge, accept),
        ...soundness(name, report),
        atLeast(`${name}: of the budget used`, leastUsed(report), 0.99),
      ]
    },
  }
}

export const ONE_SOURCE: readonly PlanCase[] = [
  ...[0, 0.8, 1.2].flatMap((exponent) => [
    flat(50, 1_000, exponent),
    flat(200, 2_500, exponent),
    flat(2_000, 10_000, exponent),
    flat(10_000, 10_000, exponent),
  ]),
  hourly(200, 2_500, { zones: 'world', accept: 1.05 }),
  hourly(2_000, 10_000, { zones: 'world', accept: 1.05 }),
  hourly(1_500, 10_000, { zones: 'world', accept: 1.05, sharp: true }),
  hourly(2_000, 10_000, { zones: 'one', accept: 1.05 }),
  hourly(10_000, 10_000, { zones: 'world', accept: 1.08 }),
  hourly(10_000, 10_000, { zones: 'one', accept: 1.08 }),
]
