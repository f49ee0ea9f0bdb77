import type { MonitorQuotaInput, MonitorQuotaResult } from '../contracts/monitor-quota.ts'
import type { QuotaReport } from '../domain/quota/quota-report.ts'
import { runJob } from './job-run.ts'
import { monitoring } from './proxies.ts'

/**
 * Judges quota and health of every provider by the counts and by what they answered: it costs no
 * call. The report is the result, and kept with the run. Its history is one activity and the summary
 * long; a cancelled run keeps its summary, without a report when none was made.
 */
export function monitorApiQuota(input: MonitorQuotaInput): Promise<MonitorQuotaResult> {
  return runJob<QuotaReport>(input, {
    kind: 'quota',
    nothing: { level: null, providers: [], warnings: [] },
    message,
    details,
    work: async () => ({ report: await monitoring.judgeQuota(), isWhole: true }),
  })
}

function message({ level, providers, warnings: [first, ...others] }: QuotaReport): string {
  if (level === null) return 'No provider judged'
  if (first === undefined) return `${providers.length} providers judged, nothing to do`
  return `${level === 'healthy' ? 'healthy so far' : level}: ${first}${others.length > 0 ? ` (and ${others.length} more)` : ''}`
}

const details = (report: QuotaReport): string =>
  [
    message(report),
    '',
    '| provider | window | used | limit | level |',
    '| --- | --- | ---: | ---: | --- |',
    ...report.providers.flatMap(({ provider, windows }) =>
      windows.map(
        ({ window, used, limit, level }) =>
          `| ${provider} | ${window} | ${used} | ${limit ?? 'none'} | ${level} |`,
      ),
    ),
    '',
    ...report.warnings.map((warning) => `- ${warning}`),
  ].join('\n')
