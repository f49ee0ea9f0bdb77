import { roundToTenths } from './rounding.ts'
import { FRESHNESS, freshnessOf, type Freshness } from '../weather/freshness.ts'

/** What a city of each bucket adds to the score. */
const SCORES = {
  very_fresh: 100,
  fresh: 80,
  stale: 40,
  very_stale: 20,
  no_data: 0,
} as const satisfies Record<Freshness, number>

export const FRESHNESS_GRADES = ['Excellent', 'Good', 'Fair', 'Poor', 'Critical'] as const

export type FreshnessGrade = (typeof FRESHNESS_GRADES)[number]

/** From which score on each grade but the last is given. */
const MIN_SCORES = [80, 60, 40, 20]

export type FreshnessBuckets = Readonly<Record<Freshness, number>>

/** Cities by age of their conditions; a null age is a city that was never refreshed. */
export interface AgeCount {
  readonly ageSeconds: number | null
  readonly cities: number
}

export function bucketsOf(ages: readonly AgeCount[]): FreshnessBuckets {
  const buckets = { very_fresh: 0, fresh: 0, stale: 0, very_stale: 0, no_data: 0 }
  for (const { ageSeconds, cities } of ages) buckets[freshnessOf(ageSeconds)] += cities
  return buckets
}

export const citiesIn = (buckets: FreshnessBuckets): number =>
  FRESHNESS.reduce((sum, bucket) => sum + buckets[bucket], 0)

/** 0 to 100, in tenths; null without cities. */
export function freshnessScore(buckets: FreshnessBuckets): number | null {
  const cities = citiesIn(buckets)
  if (cities === 0) return null
  const points = FRESHNESS.reduce((sum, bucket) => sum + SCORES[bucket] * buckets[bucket], 0)
  return roundToTenths(points / cities)
}

export function freshnessGrade(score: number | null): FreshnessGrade | null {
  if (score === null) return null
  const reached = MIN_SCORES.findIndex((minScore) => score >= minScore)
  return FRESHNESS_GRADES[reached] ?? 'Critical'
}
