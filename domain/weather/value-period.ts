import type { CityId } from '../city/city.ts'
import { FRESHNESS_BOUNDS_S, freshnessByPeriod, isStale, type Freshness } from './freshness.ts'
import type { Product } from './product.ts'

/** How often a value is to be refreshed: by this, and not by its age alone, it is judged. */
export interface ValuePeriod {
  /** Beyond twice that it is stale. */
  readonly dueSeconds: number
  /** What counts as the 15 minutes for which the buckets of freshness are made. */
  readonly bucketSeconds: number
}

export type PeriodOf = (cityId: CityId, product: Product) => ValuePeriod

const { very_fresh: USUAL_S, fresh, stale, very_stale } = FRESHNESS_BOUNDS_S

/** A plan makes refreshes rarer than the age that is set, never more frequent. */
export function valuePeriod(
  product: Product,
  maxAgeSeconds: number,
  plannedSeconds: number,
): ValuePeriod {
  const dueSeconds = Math.max(maxAgeSeconds, plannedSeconds)
  const bucketSeconds = product === 'conditions' ? Math.max(USUAL_S, plannedSeconds) : dueSeconds
  return { dueSeconds, bucketSeconds }
}

export interface Judgement {
  readonly freshness: Freshness
  readonly stale: boolean
}

export const judged = (
  ageSeconds: number,
  { dueSeconds, bucketSeconds }: ValuePeriod,
): Judgement => ({
  freshness: freshnessByPeriod(ageSeconds, bucketSeconds),
  stale: isStale(ageSeconds, dueSeconds),
})

/** At which age what is said of a value changed last; 0 where it is said what was said at first. */
export function judgedSince(ageSeconds: number, period: ValuePeriod): number {
  const inBuckets = [USUAL_S, fresh, stale, very_stale].map(
    (bound) => (bound * period.bucketSeconds) / USUAL_S,
  )
  const isPassed = (bound: number): boolean =>
    bound === period.bucketSeconds ? ageSeconds >= bound : ageSeconds > bound
  return Math.max(0, ...[...inBuckets, 2 * period.dueSeconds].filter(isPassed))
}
