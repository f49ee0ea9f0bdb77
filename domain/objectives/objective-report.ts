import { burnRate, type CityTime, type ObjectiveSpan } from './error-budget.ts'
import type { FreshnessObjective } from './freshness-objective.ts'

/** An objective, and how it was kept. */
export interface ObjectiveReport {
  readonly objective: FreshnessObjective
  /** Cities it is about, and those of them that are late, when it was last measured. */
  readonly cities: number
  readonly lateCities: number
  readonly measuredAt: Date
  readonly time: Readonly<Record<ObjectiveSpan, CityTime>>
}

export const burnRateOf = ({ objective, time }: ObjectiveReport, span: ObjectiveSpan) =>
  burnRate(time[span], objective.targetPercent)
