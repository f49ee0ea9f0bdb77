import { FLAT_DEMAND, USUAL_DEMAND } from '../../../domain/plan/demand-curve.ts'
import { tickBound } from '../bounds/flat-bounds.ts'
import { floorBound } from '../bounds/floor-bound.ts'
import { hourlyBound } from '../bounds/hourly-bound.ts'
import { days, soundness, within, type PlanCase } from '../measured-row.ts'
import { boundCities, DAY, START, virtualCities } from '../virtual-cities.ts'
import { daily, KEYED, KEYED_CALLS_PER_DAY, MET_NORWAY } from '../virtual-sources.ts'

const CURVES = { flat: FLAT_DEMAND, 'by the hour': USUAL_DEMAND } as const

type CurveName = keyof typeof CURVES

const pooled = (cities: number, curveName: CurveName): PlanCase => {
  const name = `four keys pooled, ${curveName}, ${cities} cities`
  return {
    name,
    run() {
      const curve = CURVES[curveName]
      const items = virtualCities(cities, {
        zones: 'world',
        sources: KEYED.length,
        ...(cities > 50_000 && {
          promisedMinutes: () => 10 * DAY,
          settledBy: KEYED_CALLS_PER_DAY,
        }),
      })
      const report = days({ items, sources: KEYED, curve, ...shortIfMany(cities) })
      const budget = { callsPerDay: KEYED_CALLS_PER_DAY, updateMinutes: 15 }
      const bound =
        curveName === 'flat'
          ? tickBound({ cities: boundCities(items), ...budget }, 15)
          : hourlyBound({ cities: boundCities(items), ...budget, tickMinutes: 15, curve })
      return [within(name, bound, report.meanAge, 1.04), ...soundness(name, report)]
    },
  }
}

const floored = (cities: number, curveName: CurveName): PlanCase => {
  const isEnough = cities <= 70_000
  const name = `MET Norway as floor, ${curveName}, ${cities} cities, 10000 calls`
  return {
    name,
    run() {
      const curve = CURVES[curveName]
      const items = virtualCities(cities, { zones: 'world', sources: 2 })
      const sources = [daily(10_000), MET_NORWAY]
      const report = days({ items, sources, curve, ...shortIfMany(cities) })
      const bound = floorBound({
        cities: boundCities(items),
        tickMinutes: 15,
        curve,
        scarceCallsPerDay: 10_000,
        slowCallsPerDay: isEnough ? Infinity : MET_NORWAY.callsPerTick * 96,
        slowUpdateMinutes: 60,
        oldestMinutes: isEnough ? 180 : 480,
      })
      return [within(name, bound, report.meanAge, 1.05), ...soundness(name, report)]
    },
  }
}

/** A day to settle and one that counts: what is fetched every hour or two has settled by then. */
const shortIfMany = (cities: number) =>
  cities > 50_000 ? { countFrom: START + DAY / 2, end: START + DAY / 2 + DAY } : {}

export const MANY_SOURCES: readonly PlanCase[] = [
  pooled(2_000, 'flat'),
  pooled(2_000, 'by the hour'),
  pooled(10_000, 'by the hour'),
  pooled(100_000, 'flat'),
  floored(200, 'flat'),
  floored(2_000, 'flat'),
  floored(2_000, 'by the hour'),
  floored(10_000, 'flat'),
  floored(10_000, 'by the hour'),
  floored(100_000, 'by the hour'),
]
