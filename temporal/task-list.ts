import type { Client, WorkflowExecutionInfo } from '@temporalio/client'
import { executionInfoFromRaw } from '@temporalio/client/lib/helpers.js'
import type { RunKind, Trigger } from '../contracts/job.ts'
import { CITY_ID, RUN_KIND, TRIGGER } from '../contracts/search-attributes.ts'
import { TASK_QUEUE_NAMES } from '../contracts/task-queues.ts'
import type { CityId } from '../domain/city/city.ts'
import { withinMs } from './connect.ts'
import { formatTaskId } from './task-id.ts'
import { closedStatusOf, type TaskStatusName } from './task-status.ts'

const CALL_TIMEOUT_MS = 8_000

/** A list does not know whether a run waits for a worker or tries again: it is under way. */
export const LISTED_STATUSES = [
  'STARTED',
  'SUCCESS',
  'FAILURE',
  'REVOKED',
] as const satisfies readonly TaskStatusName[]

export type ListedStatus = (typeof LISTED_STATUSES)[number]

export interface TaskFilter {
  readonly kind?: RunKind
  readonly status?: ListedStatus
  readonly trigger?: Trigger
  /** Also what a run over many cities started for this one; else only what nothing else started. */
  readonly cityId?: CityId
  /** Started then or later. */
  readonly since?: Date
  /** Ended then or later. */
  readonly endedSince?: Date
}

export interface TaskListOptions extends TaskFilter {
  readonly limit: number
  /** `next` of the page before, of the same filter. */
  readonly pageToken?: Uint8Array
}

export interface ListedTask {
  readonly taskId: string
  readonly workflowId: string
  readonly runId: string
  readonly name: string
  readonly status: ListedStatus
  /** These three as far as they were written on the run when it was started. */
  readonly kind: string | null
  readonly trigger: string | null
  readonly cityId: CityId | null
  readonly startedAt: Date
  readonly closedAt: Date | null
}

export interface TaskPage {
  readonly tasks: readonly ListedTask[]
  /** Absent on the last page. */
  readonly next?: Uint8Array
}

/** What is under way first, then what ended last. The server indexes runs with a delay of a second. */
export async function listTasks(
  client: Client,
  { limit, pageToken, ...filter }: TaskListOptions,
): Promise<TaskPage> {
  const { namespace, loadedDataConverter } = client.options
  const { executions, nextPageToken } = await withinMs(client, CALL_TIMEOUT_MS, () =>
    client.workflowService.listWorkflowExecutions({
      namespace,
      query: taskQuery(filter),
      pageSize: limit,
      ...(pageToken && { nextPageToken: pageToken }),
    }),
  )
  const infos = await Promise.all(
    executions.map((raw) => executionInfoFromRaw(raw, loadedDataConverter, raw, namespace)),
  )
  return {
    tasks: infos.map(listedTask),
    ...(nextPageToken.length > 0 && { next: nextPageToken }),
  }
}

const EXECUTION_STATUSES: Readonly<Record<ListedStatus, readonly string[]>> = {
  STARTED: ['Running'],
  SUCCESS: ['Completed'],
  FAILURE: ['Failed', 'TimedOut'],
  REVOKED: ['Canceled', 'Terminated'],
}

/** Every value is of a closed list, a number or a moment: nothing in it has to be quoted. */
export function taskQuery({
  kind,
  status,
  trigger,
  cityId,
  since,
  endedSince,
}: TaskFilter): string {
  const conditions = [
    `TaskQueue IN (${quoted(TASK_QUEUE_NAMES)})`,
    // The next run of the chain is listed in its place.
    `ExecutionStatus != 'ContinuedAsNew'`,
    cityId === undefined ? 'ParentWorkflowId IS NULL' : `${CITY_ID.name} = '${cityId}'`,
    kind && `${RUN_KIND.name} = '${kind}'`,
    trigger && `${TRIGGER.name} = '${trigger}'`,
    status && `ExecutionStatus IN (${quoted(EXECUTION_STATUSES[status])})`,
    since && `StartTime >= '${since.toISOString()}'`,
    endedSince && `CloseTime >= '${endedSince.toISOString()}'`,
  ]
  return conditions.filter((condition) => condition !== undefined).join(' AND ')
}

const quoted = (values: readonly string[]): string => values.map((one) => `'${one}'`).join(', ')

function listedTask(info: WorkflowExecutionInfo): ListedTask {
  const { workflowId, runId, type, startTime, closeTime, typedSearchAttributes, raw } = info
  const cityId = typedSearchAttributes.get(CITY_ID)
  return {
    taskId: formatTaskId(workflowId, firstRunIdOf(raw) ?? runId),
    workflowId,
    runId,
    name: type,
    status: closedStatusOf(info) ?? 'STARTED',
    kind: typedSearchAttributes.get(RUN_KIND) ?? null,
    trigger: typedSearchAttributes.get(TRIGGER) ?? null,
    cityId: cityId === undefined ? null : Number(cityId),
    startedAt: startTime,
    closedAt: closeTime ?? null,
  }
}

/** Where the server says it; a run's own id leads to the same task. */
const firstRunIdOf = ({ firstRunId }: WorkflowExecutionInfo['raw']): string | undefined =>
  firstRunId === '' ? undefined : (firstRunId ?? undefined)
