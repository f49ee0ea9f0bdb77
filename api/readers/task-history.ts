import { JOB_WORKFLOWS, RUN_KINDS, type RunKind } from '../../contracts/job.ts'
import { workflowIds } from '../../contracts/workflow-ids.ts'
import { runHistory, type HistoryCursor } from '../../db/queries/run-history.ts'
import type { RunEnd, RunSummaryRow } from '../../db/queries/run-summaries.ts'
import type { Database } from '../../db/database.ts'
import { formatTaskId } from '../../temporal/task-id.ts'
import type { ListedTask, TaskFilter } from '../../temporal/task-list.ts'
import { firstRunId } from './task-outcomes.ts'
import { statusOfRow } from './stored-task.ts'

/** The workflows whose ends are kept, and the job each is of. */
const KINDS_BY_WORKFLOW: Readonly<Record<string, RunKind>> = {
  refreshCity: 'refresh',
  ...Object.fromEntries(RUN_KINDS.map((kind) => [JOB_WORKFLOWS[kind], kind])),
}

const PREFIX = 'history:'

const MOMENT_BYTES = 8

/** A page token of the server, and the earliest end up to its page: the next one may be empty. */
export function serverToken(token: Uint8Array, earliestEnd: Date): Uint8Array {
  const moment = Buffer.alloc(MOMENT_BYTES)
  moment.writeDoubleBE(earliestEnd.getTime())
  return Buffer.concat([moment, token])
}

export const serverTokenOf = (token: Uint8Array) => ({
  earliestEnd: new Date(Buffer.from(token).readDoubleBE()),
  pageToken: token.subarray(MOMENT_BYTES),
})

/** The last rows that a page of our own history has, as a page token. */
export const historyToken = ({ finishedAt, runId }: HistoryCursor): Uint8Array =>
  Buffer.from(`${PREFIX}${finishedAt.getTime()}:${runId}`)

/** Undefined for a token of Temporal. */
export function historyCursorOf(token: Uint8Array): HistoryCursor | undefined {
  const [, ms, runId] = /^history:(\d{1,15}):(.*)$/.exec(Buffer.from(token).toString()) ?? []
  return ms === undefined || runId === undefined
    ? undefined
    : { finishedAt: new Date(Number(ms)), runId }
}

/**
 * Behind every task of these, and of the pages before: a run says that it has ended shortly before
 * it closes.
 */
export function behind(
  tasks: readonly ListedTask[],
  ends: ReadonlyMap<string, Pick<RunEnd, 'finishedAt'>>,
  earlierEnd: Date,
): HistoryCursor {
  const moments = tasks.flatMap(
    (task) => ends.get(firstRunId(task))?.finishedAt ?? task.closedAt ?? [],
  )
  return { finishedAt: new Date(Math.min(earlierEnd.getTime(), ...moments.map(Number))), runId: '' }
}

export interface HistoryPage {
  readonly tasks: readonly ListedTask[]
  readonly outcomes: ReadonlyMap<string, string>
  readonly next: HistoryCursor | undefined
}

/** Runs that only our own history still has. */
export async function historyPage(
  db: Database,
  { status, kind, cityId, ...filter }: TaskFilter,
  page: { readonly before: HistoryCursor; readonly limit: number },
): Promise<HistoryPage> {
  const none = { tasks: [], outcomes: new Map<string, string>(), next: undefined }
  // What is under way is in no history.
  if (status === 'STARTED') return none
  const rows = await runHistory(db, {
    ...filter,
    ...page,
    workflowTypes: Object.keys(KINDS_BY_WORKFLOW).filter(
      (one) => kind === undefined || KINDS_BY_WORKFLOW[one] === kind,
    ),
    workflowId: cityId === undefined ? undefined : workflowIds.refreshCity(cityId),
    limit: page.limit + 1,
  })
  const shown = rows.slice(0, page.limit)
  const tasks = shown.map(listed).filter((task) => status === undefined || task.status === status)
  const last = shown.at(-1)
  return {
    tasks,
    outcomes: new Map(shown.map((row) => [row.runId, row.status])),
    next: rows.length > page.limit && last ? last : undefined,
  }
}

const listed = (row: RunSummaryRow): ListedTask => ({
  taskId: formatTaskId(row.workflowId, row.runId),
  workflowId: row.workflowId,
  runId: row.runId,
  name: row.workflowType,
  status: statusOfRow(row),
  kind: KINDS_BY_WORKFLOW[row.workflowType] ?? null,
  trigger: row.trigger,
  cityId: cityOf(row.workflowId),
  startedAt: row.startedAt,
  closedAt: row.finishedAt,
})

const cityOf = (workflowId: string): number | null => {
  const [, id] = /^refresh-city\/(\d+)$/.exec(workflowId) ?? []
  return id === undefined ? null : Number(id)
}
