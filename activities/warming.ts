import type { ConditionsCache } from '../cache/conditions-cache.ts'
import { createRunSummaryActivities, type RunSummaryDeps } from './run-summary.ts'

export interface WarmingDeps extends RunSummaryDeps {
  /** The cache that API processes read; undefined where each process has its own. */
  readonly sharedCache: ConditionsCache | undefined
  /** Time in which a city's score of requests halves. */
  readonly halfLifeHours: number
}

/** Everything the queue `cache_warming` can do. */
export function createWarmingActivities(deps: WarmingDeps) {
  return { ...createRunSummaryActivities(deps) }
}

export type WarmingActivities = ReturnType<typeof createWarmingActivities>
