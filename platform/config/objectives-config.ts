import {
  objectiveOf,
  type FreshnessObjective,
} from '../../domain/objectives/freshness-objective.ts'
import type { Env } from './env.ts'

type Settings = Pick<
  Env,
  | 'WEATHER247_FRESHNESS_OBJECTIVES'
  | 'WEATHER247_MAX_AGE_MINUTES'
  | 'WEATHER247_REFRESH_INTERVAL_MINUTES'
>

const TARGET_PERCENT = 95
/** What a refresh takes, and its schedule's jitter. */
const RUN_MINUTES = 5

/** Unless set: the most requested cities miss no refresh, and none misses two. */
export function decideObjectives({
  WEATHER247_FRESHNESS_OBJECTIVES: texts,
  WEATHER247_MAX_AGE_MINUTES: maxAge,
  WEATHER247_REFRESH_INTERVAL_MINUTES: interval,
}: Settings): readonly FreshnessObjective[] {
  const period = Math.max(maxAge, interval)
  return (
    texts?.map(objectiveOf) ?? [
      { kind: 'top', count: 20, minutes: period + RUN_MINUTES, targetPercent: TARGET_PERCENT },
      { kind: 'all', minutes: 2 * period, targetPercent: TARGET_PERCENT },
    ]
  )
}
