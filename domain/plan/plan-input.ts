import type { QuotaWindow } from '../quota/windows.ts'
import type { DemandCurve } from './demand-curve.ts'

/** One city's product: what can be due. Moments are minutes since 1970, never fetched is -Infinity. */
export interface PlanItem {
  /** Whose: cities that are otherwise alike are ordered by its hash. */
  readonly cityId: number
  /** Added to it, so that the products of a city are not alike either. */
  readonly turn?: number
  /** Share of all requests, times what a minute of the product's age counts. */
  readonly weight: number
  /** Calls that one answer costs. */
  readonly cost: number
  /** Local time minus UTC. */
  readonly minutesAhead: number
  /** Never asked more often: before, it is young enough, or the sources have nothing new. */
  readonly leastMinutes: number
  /** Never older than this; Infinity without a promise. */
  readonly promisedMinutes: number
  /** When the data was last confirmed. */
  readonly dataAt: number
  /** When each source was last asked, by its place in the list; what is absent never was. */
  readonly askedAt: readonly number[]
  /** Bit n is set where source n can serve it. */
  readonly servedBy: number
}

/** A limit of a source, with what of it is used. Units are the source's own. */
export interface PlanWindow {
  readonly window: QuotaWindow
  /** A sliding window frees continuously what was used one length ago. */
  readonly kind: 'fixed' | 'sliding'
  readonly start: number
  readonly end: number
  readonly limit: number
  readonly used: number
  /** Of `used`, since 00:00 UTC; the same where the window began later. */
  readonly usedToday: number
  /** When that day begins, where a clock that has gone back puts it before the one that is counted. */
  readonly todayStart?: number
  /** Share of the limit that people's own requests are expected to take. */
  readonly peopleShare: number
}

export interface PlanSource {
  readonly id: string
  /** A second question within this time brings nothing new. */
  readonly updateMinutes: number
  readonly unitsPerCall: number
  /** None where the source is not limited. */
  readonly windows: readonly PlanWindow[]
  /** Calls that a tick can carry by pace and requests in flight. */
  readonly callsPerTick: number
  /** False while it is parked, broken, or switched off. */
  readonly isUsable: boolean
}

export interface PlanInput {
  /** The tick, in minutes since 1970. */
  readonly now: number
  readonly tickMinutes: number
  readonly items: readonly PlanItem[]
  readonly sources: readonly PlanSource[]
  readonly curve: DemandCurve
  readonly seed: number
}
