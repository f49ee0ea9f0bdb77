import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common'
import { CancellationScope, condition, workflowInfo } from '@temporalio/workflow'
import type { CleanupInput, CleanupReport, CleanupResult } from '../contracts/cleanup.ts'
import { runJob, type JobOutcome } from './job-run.ts'
import { cleanup } from './proxies.ts'
import type { SoftLimit } from './soft-limit.ts'

/** The tick of a scheduled run, however late it starts. */
const FIRED_AT = defineSearchAttributeKey(
  'TemporalScheduledStartTime',
  SearchAttributeType.DATETIME,
)

/**
 * Deletes what is older than it is kept, table by table. Of the firings of a local day, one works.
 * Ages are counted from the run's start. An activity returns every few seconds, so the soft limit
 * bounds the history at some hundred of them. On cancel the batch under way ends, and what was
 * deleted is reported: the database keeps the count together with the deletion.
 */
export async function cleanupOldWeatherData(input: CleanupInput): Promise<CleanupResult> {
  const { firstExecutionRunId: runId } = workflowInfo()
  return runJob<CleanupReport>(input, {
    kind: 'cleanup',
    nothing: {
      deleted: {},
      totalDeleted: 0,
      dryRun: input.dryRun,
      analyzed: [],
      left: [],
      localDate: null,
      alreadyDone: false,
    },
    message,
    details,
    async work(onProgress, limit) {
      const { localDate, isMine } = await claimDay(input, runId)
      const left = isMine ? await cleanup.tablesToClean() : []
      const report = createReport(
        { dryRun: input.dryRun, localDate, alreadyDone: !isMine, left },
        onProgress,
      )
      return isMine ? cleanUp(input, runId, report, limit) : report.outcome()
    },
  })
}

/** A run that no schedule fired is bound to no day. */
async function claimDay({ daily }: CleanupInput, runId: string) {
  const firedAt = workflowInfo().typedSearchAttributes.get(FIRED_AT)
  if (daily === undefined || firedAt === undefined) return { localDate: null, isMine: true }
  return cleanup.claimCleanupDay({ runId, firedAt: firedAt.toISOString(), daily })
}

async function cleanUp(
  { keepDays, dryRun, batchSize }: CleanupInput,
  runId: string,
  report: Report,
  limit: SoftLimit,
): Promise<JobOutcome<CleanupReport>> {
  const asOf = workflowInfo().startTime.toISOString()
  const { deadlineMs } = limit
  const cleanTable = async (table: string): Promise<void> => {
    const input = { runId, table, asOf, keepDays, dryRun, batchSize, deadlineMs }
    while (!limit.isPast) {
      const summary = dryRun ? `count ${table}` : table
      const { rows, state } = await cleanup.cleanTable.executeWithOptions({ summary }, [input])
      report.setRows({ [table]: rows }, state === 'finished' ? table : undefined)
      if (state === 'finished') return
      // The worker's clock may be ahead of the server's.
      if (state === 'out-of-time') await condition(() => limit.isPast)
    }
  }
  try {
    for (const table of report.left()) await cleanTable(table)
    if (!dryRun && !limit.isPast) {
      report.setAnalyzed(await cleanup.analyzeTables({ runId, deadlineMs }))
    }
  } catch (error) {
    if (CancellationScope.current().consideredCancelled && !dryRun) {
      await CancellationScope.nonCancellable(async () => {
        report.setRows(await cleanup.deletedSoFar({ runId }))
      })
    }
    throw error
  }
  return report.outcome()
}

type Report = ReturnType<typeof createReport>

/** Kept up to date while the run goes on: a run that is cut short ends with it. */
function createReport(
  { dryRun, ...start }: Pick<CleanupReport, 'dryRun' | 'localDate' | 'alreadyDone' | 'left'>,
  onProgress: (report: CleanupReport) => void,
) {
  let report: CleanupReport = { deleted: {}, totalDeleted: 0, dryRun, analyzed: [], ...start }
  const set = (news: Partial<CleanupReport>): void => {
    report = { ...report, ...news }
    onProgress(report)
  }
  set({})
  return {
    left: () => report.left,
    setRows(rows: Readonly<Record<string, number>>, finished?: string): void {
      const deleted = { ...report.deleted, ...rows }
      const totalDeleted = Object.values(deleted).reduce((sum, count) => sum + count, 0)
      set({ deleted, totalDeleted, left: report.left.filter((table) => table !== finished) })
    },
    setAnalyzed: (analyzed: readonly string[]): void => {
      set({ analyzed })
    },
    outcome: () => ({ report, isWhole: report.left.length === 0 }),
  }
}

function message({ dryRun, totalDeleted, left, localDate, alreadyDone }: CleanupReport): string {
  if (alreadyDone) return `${localDate ?? 'The day'} was cleaned up already by another run`
  const done = `${dryRun ? 'Would delete' : 'Deleted'} ${totalDeleted} rows`
  const [first, ...others] = left
  if (first === undefined) return done
  return `${done}; not finished: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`
}

function details(report: CleanupReport): string {
  const { deleted, left, analyzed, dryRun } = report
  const rows = Object.entries(deleted).map(
    ([table, count]) => `| ${table} | ${count} | ${left.includes(table) ? 'under way' : 'done'} |`,
  )
  const head = ['', `| Table | Rows ${dryRun ? 'to delete' : 'deleted'} | |`, '|---|--:|---|']
  const upkeep = analyzed.length === 0 ? [] : ['', `Statistics renewed: ${analyzed.join(', ')}`]
  return [message(report), ...(rows.length === 0 ? [] : [...head, ...rows]), ...upkeep].join('\n')
}
