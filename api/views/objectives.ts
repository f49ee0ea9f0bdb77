import { roundToTenths } from '../../domain/analytics/rounding.ts'
import {
  attainment,
  budgetLeft,
  burnRate,
  OBJECTIVE_SPANS,
  OBJECTIVE_SPANS_MS,
} from '../../domain/objectives/error-budget.ts'
import { objectiveSentence, objectiveText } from '../../domain/objectives/freshness-objective.ts'
import type { ObjectiveReport } from '../../domain/objectives/objective-report.ts'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import type { ObjectiveBody } from '../schemas/objectives.ts'

export function objectiveBody(report: ObjectiveReport): ObjectiveBody {
  const { objective, time } = report
  const { minutes, targetPercent } = objective
  return {
    objective: objectiveText(objective),
    description: objectiveSentence(objective),
    max_age_minutes: minutes,
    target_percent: targetPercent,
    cities: report.cities,
    late_cities: report.lateCities,
    measured_at: report.measuredAt.toISOString(),
    spans: OBJECTIVE_SPANS.map((span) => ({
      span,
      minutes: OBJECTIVE_SPANS_MS[span] / MINUTE_MS,
      attained_percent: percent(attainment(time[span])),
      burn_rate: tenths(burnRate(time[span], targetPercent)),
      budget_left_percent: percent(budgetLeft(time[span], targetPercent)),
    })),
  }
}

const tenths = (value: number | null): number | null => value && roundToTenths(value)

const percent = (share: number | null): number | null => share && roundToTenths(100 * share)
