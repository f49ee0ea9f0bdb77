import { randomUUID } from 'node:crypto'
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client'
import {
  FEW_CITIES,
  PRIORITY_KEYS,
  type GearChoice,
  type MaxAgeSeconds,
  type RefreshAllCitiesInput,
  type RefreshCityInput,
} from '../contracts/refresh.ts'
import { cityTimings, REFRESH_SHAPE, REFRESH_TIMINGS } from '../contracts/refresh-shape.ts'
import type { Priority } from '../domain/provider/priority.ts'
import { MINUTE_MS } from '../domain/time/durations.ts'
import { hardLimitMs, SINGLE_RUN_LIMITS } from '../contracts/run-limits.ts'
import type { Trigger } from '../contracts/job.ts'
import { CITY_ID, RUN_KIND, TRIGGER } from '../contracts/search-attributes.ts'
import { TASK_QUEUES } from '../contracts/task-queues.ts'
import { workflowIds } from '../contracts/workflow-ids.ts'
import type { City, CityId } from '../domain/city/city.ts'
import type { Product } from '../domain/weather/product.ts'
import { withinMs } from './connect.ts'
import { formatTaskId } from './task-id.ts'
import { findRun } from './task-run.ts'

const START_TIMEOUT_MS = 8_000
const CITY_LIMIT_MS = 30 * MINUTE_MS

export interface RefreshAllCitiesOptions {
  readonly trigger: Exclude<Trigger, 'schedule'>
  /** Only these; every active city where absent. */
  readonly cityIds?: readonly CityId[]
  readonly force: boolean
  readonly maxAgeSeconds: MaxAgeSeconds
  readonly fanOut?: GearChoice
  /** The same request is the same run, however often it is started. */
  readonly request?: StartRequest
}

/** What asks for a start, and may ask once more because it was cut off. */
export interface StartRequest {
  readonly id: string
  readonly isRepeated: boolean
}

export interface StartedTask {
  readonly taskId: string
  readonly workflowId: string
  readonly runId: string
}

export async function startRefreshAllCities(
  client: Client,
  { trigger, cityIds, force, maxAgeSeconds, fanOut = 'auto', request }: RefreshAllCitiesOptions,
): Promise<StartedTask> {
  // A few cities are quick, and keep no other run waiting for long.
  const priority = cityIds && cityIds.length <= FEW_CITIES ? 'person' : 'schedule'
  const input: RefreshAllCitiesInput = {
    trigger,
    priority,
    ...(cityIds && { cityIds }),
    force,
    maxAgeSeconds,
    tickSeconds: 0,
    fanOut,
    shape: REFRESH_SHAPE,
    timings: REFRESH_TIMINGS,
    limits: SINGLE_RUN_LIMITS,
  }
  const count = cityIds?.length === 1 ? '1 city' : `${cityIds?.length ?? 0} cities`
  const scope = cityIds ? count : 'every active city'
  return startOnce(client, 'refreshAllCities', {
    workflowId: workflowIds.refreshAllCities(request?.id ?? randomUUID()),
    args: [input],
    workflowExecutionTimeout: hardLimitMs(),
    priority: { priorityKey: PRIORITY_KEYS[priority] },
    staticSummary: `Refresh of ${scope}, asked for by ${trigger}${force ? ', forced' : ''}`,
    typedSearchAttributes: [
      { key: TRIGGER, value: trigger },
      { key: RUN_KIND, value: 'refresh' },
    ],
  })
}

export interface RefreshCityOptions {
  readonly city: City
  readonly products: readonly Product[]
  readonly trigger: Exclude<Trigger, 'schedule'>
  readonly priority?: Priority
  /** Also asks a provider that said when to come back. */
  readonly force?: boolean
  /** Leaves the city alone while it is younger; absent refreshes it at any age. */
  readonly maxAgeSeconds?: MaxAgeSeconds
  readonly request?: StartRequest
}

/**
 * Joins the run of the city that is under way, if there is one; a repeated request finds the run it
 * has started, ended or not.
 */
export async function startRefreshCity(
  client: Client,
  {
    city,
    products,
    trigger,
    priority = 'person',
    force = false,
    maxAgeSeconds,
    request,
  }: RefreshCityOptions,
): Promise<StartedTask> {
  const workflowId = workflowIds.refreshCity(city.id)
  if (request?.isRepeated === true) {
    const own = await runOfRequest(client, workflowId, request.id)
    if (own) return own
  }
  const input: RefreshCityInput = {
    city,
    products,
    claimMs: REFRESH_TIMINGS.claimMs,
    priority,
    force,
    ...(maxAgeSeconds && { maxAgeSeconds }),
    trigger,
    timings: cityTimings(REFRESH_TIMINGS),
  }
  return start(client, 'refreshCity', {
    workflowId,
    workflowIdConflictPolicy: 'USE_EXISTING',
    ...(request && { memo: { [REQUEST_ID]: request.id } }),
    args: [input],
    workflowExecutionTimeout: CITY_LIMIT_MS,
    priority: { priorityKey: PRIORITY_KEYS[priority] },
    staticSummary: `${city.name}, ${city.countryCode}, asked for by ${trigger}`,
    typedSearchAttributes: [
      { key: TRIGGER, value: trigger },
      { key: RUN_KIND, value: 'refresh' },
      { key: CITY_ID, value: String(city.id) },
    ],
  })
}

const REQUEST_ID = 'requestId'

async function runOfRequest(
  client: Client,
  workflowId: string,
  requestId: string,
): Promise<StartedTask | undefined> {
  const run = await withinMs(client, START_TIMEOUT_MS, () => findRun(client, workflowId))
  if (run?.description.memo?.[REQUEST_ID] !== requestId) return undefined
  const { firstRunId: runId } = run
  return { taskId: formatTaskId(workflowId, runId), workflowId, runId }
}

/** Answers with the run that the workflow id has, where there is one, ended or not. */
async function startOnce(
  client: Client,
  workflowType: 'refreshAllCities',
  options: StartOptions,
): Promise<StartedTask> {
  try {
    return await start(client, workflowType, {
      ...options,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    })
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
    const { workflowId } = options
    const run = await withinMs(client, START_TIMEOUT_MS, () => findRun(client, workflowId))
    if (!run) throw error
    const { firstRunId: runId } = run
    return { taskId: formatTaskId(workflowId, runId), workflowId, runId }
  }
}

type StartOptions = Omit<Parameters<Client['workflow']['start']>[1], 'taskQueue'>

async function start(
  client: Client,
  workflowType: 'refreshAllCities' | 'refreshCity',
  options: StartOptions,
): Promise<StartedTask> {
  const handle = await withinMs(client, START_TIMEOUT_MS, () =>
    client.workflow.start(workflowType, { taskQueue: TASK_QUEUES.weatherRefresh, ...options }),
  )
  const { workflowId, firstExecutionRunId: runId } = handle
  return { taskId: formatTaskId(workflowId, runId), workflowId, runId }
}
