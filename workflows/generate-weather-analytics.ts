import { condition, workflowInfo } from '@temporalio/workflow'
import {
  ANALYTICS_STEPS,
  type AnalyticsInput,
  type AnalyticsPass,
  type AnalyticsReport,
  type AnalyticsResult,
} from '../contracts/analytics.ts'
import { runJob, type JobOutcome } from './job-run.ts'
import { analytics } from './proxies.ts'
import type { SoftLimit } from './soft-limit.ts'

/**
 * Adds readings up by hour, computes each city's statistics of its last days from the sums, and
 * stores an overview of all. Every step is one activity that works page by page, so the history has
 * a few dozen events however many cities there are. On cancel and at the soft limit what was
 * computed stays, and the next run goes on where the sums end.
 */
export function generateWeatherAnalytics(input: AnalyticsInput): Promise<AnalyticsResult> {
  return runJob<AnalyticsReport>(input, {
    kind: 'analytics',
    nothing: NOTHING,
    message,
    work: (onProgress, limit) => generate(input, onProgress, limit),
  })
}

const NOTHING: AnalyticsReport = {
  hoursRolledUp: 0,
  citiesProcessed: 0,
  citiesWithoutData: 0,
  left: ANALYTICS_STEPS,
}

async function generate(
  { days, hours, citiesPerPage }: AnalyticsInput,
  onProgress: (report: AnalyticsReport) => void,
  limit: SoftLimit,
): Promise<JobOutcome<AnalyticsReport>> {
  const runId = workflowInfo().firstExecutionRunId
  const { deadlineMs } = limit
  const pass: AnalyticsPass = { runId, atMs: Date.now(), citiesPerPage, deadlineMs }
  let report = NOTHING
  const { rollUpConditions, computeCityStatistics, storeOverview } = analytics
  const statistics = `statistics of every city over ${days} days`
  const steps = [
    () => rollUpConditions.executeWithOptions({ summary: 'conditions into hours' }, [pass]),
    () => computeCityStatistics.executeWithOptions({ summary: statistics }, [{ ...pass, days }]),
    () => storeOverview.executeWithOptions({ summary: 'overview' }, [{ ...pass, days, hours }]),
  ]
  for (const step of steps) {
    const { isWhole, ...counts } = await step()
    report = { ...report, ...counts, left: isWhole ? report.left.slice(1) : report.left }
    onProgress(report)
    if (isWhole) continue
    // The activity's clock was ahead.
    await condition(() => limit.isPast)
    break
  }
  return { report, isWhole: report.left.length === 0 }
}

function message({ hoursRolledUp, citiesProcessed, citiesWithoutData, left }: AnalyticsReport) {
  const without = citiesWithoutData > 0 ? ` (${citiesWithoutData} more have no data)` : ''
  const done = `Hours rolled up: ${hoursRolledUp}; cities with statistics: ${citiesProcessed}${without}`
  return left.length > 0 ? `${done}; left: ${left.join(', ')}` : `${done}; overview stored`
}
