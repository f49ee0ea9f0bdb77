/** Demand by hour of the local day, 24 values with a mean of 1. */
export type DemandCurve = readonly number[]

const HOURS = 24
const HOUR = 60
const DAY = HOURS * HOUR

/** A day on which every hour is alike. */
export const FLAT_DEMAND: DemandCurve = Array.from({ length: HOURS }, () => 1)

/** People look at the weather from early morning on, and hardly at night. */
export const USUAL_DEMAND: DemandCurve = curveOf([
  0.4, 0.3, 0.25, 0.25, 0.35, 0.65, 1.15, 1.6, 1.6, 1.4, 1.25, 1.2, 1.2, 1.15, 1.1, 1.15, 1.25,
  1.35, 1.4, 1.35, 1.2, 1.05, 0.8, 0.6,
])

/** That many requests of the usual day count beside those measured: few of them bend no curve. */
const USUAL_REQUESTS = 2_000

/** The measured requests by local hour, smoothed by the usual day. */
export function measuredDemand(requestsByHour: readonly number[]): DemandCurve {
  const usual = USUAL_REQUESTS / HOURS
  return curveOf(USUAL_DEMAND.map((demand, hour) => demand * usual + (requestsByHour[hour] ?? 0)))
}

/** Any 24 values that are not all zero, scaled to a mean of 1. */
export function curveOf(values: readonly number[]): DemandCurve {
  const mean = values.reduce((sum, value) => sum + value, 0) / HOURS
  return values.map((value) => value / mean)
}

/** Demand at a moment, in minutes since 1970, where clocks are ahead of UTC by that many minutes. */
export function demandAt(curve: DemandCurve, at: number, minutesAhead: number): number {
  const minute = (((at + minutesAhead) % DAY) + DAY) % DAY
  return curve[Math.floor(minute / HOUR)] ?? 1
}

/** How much of a city's rate the mean hour has: rates go with the root of demand. */
export const meanRoot = (curve: DemandCurve): number =>
  curve.reduce((sum, value) => sum + Math.sqrt(value), 0) / HOURS
