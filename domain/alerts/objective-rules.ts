import { attainment, type ObjectiveSpan } from '../objectives/error-budget.ts'
import { objectiveSentence, objectiveText } from '../objectives/freshness-objective.ts'
import { burnRateOf, type ObjectiveReport } from '../objectives/objective-report.ts'
import type { AlertFinding, AlertSeverity } from './alert.ts'

interface BurnRule {
  readonly severity: AlertSeverity
  /** The least burn rate, over both spans. */
  readonly rate: number
  /** The long one says that it matters, the short one that it goes on. */
  readonly spans: readonly [long: ObjectiveSpan, short: ObjectiveSpan]
  readonly spanText: string
}

/**
 * Several windows and rates, worst first, as in The Site Reliability Workbook (Google, chapter 5). At
 * 95 % the first is found within two refreshes of an outage, when a third of an hour was late.
 */
const BURN_RULES: readonly BurnRule[] = [
  { severity: 'critical', rate: 6, spans: ['hour', 'half_hour'], spanText: 'the last hour' },
  { severity: 'warning', rate: 2, spans: ['six_hours', 'hour'], spanText: 'the last 6 hours' },
]

/** The worst rule that holds of each objective. */
export const objectiveFindings = (reports: readonly ObjectiveReport[]): AlertFinding[] =>
  reports.flatMap((report) => {
    const rule = BURN_RULES.find(({ rate, spans }) =>
      spans.every((span) => (burnRateOf(report, span) ?? 0) >= rate),
    )
    return rule ? [findingOf(report, rule)] : []
  })

function findingOf(report: ObjectiveReport, { severity, spans, spanText }: BurnRule): AlertFinding {
  const { objective, time } = report
  const attained = Math.floor(1000 * (attainment(time[spans[0]]) ?? 0)) / 10
  return {
    key: `freshness:objective:${objectiveText(objective)}`,
    type: 'freshness',
    severity,
    message: `For ${attained} % of ${spanText} ${objectiveSentence(objective)}; the objective is ${objective.targetPercent} %`,
    recommendation:
      'See the open incidents, and in the last runs of refresh-all-cities why cities are late',
  }
}
