import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client'
import type { AnalyticsInput } from '../../../contracts/analytics.ts'
import { SINGLE_RUN_LIMITS } from '../../../contracts/run-limits.ts'
import { TASK_QUEUES } from '../../../contracts/task-queues.ts'
import type { generateWeatherAnalytics } from '../../../workflows/index.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'

export interface AnalyticsScene {
  readonly workflow: 'generateWeatherAnalytics'
  readonly name: string
  readonly workflowId: string
  readonly runId: string
}

export const analyticsInput = (overrides: Partial<AnalyticsInput> = {}): AnalyticsInput => ({
  trigger: 'cli',
  days: 7,
  hours: 24,
  citiesPerPage: 20,
  limits: SINGLE_RUN_LIMITS,
  ...overrides,
})

let runs = 0

export const startAnalytics = (
  { client }: Pick<RefreshStack, 'client'>,
  overrides?: Partial<AnalyticsInput>,
): Promise<WorkflowHandleWithFirstExecutionRunId<typeof generateWeatherAnalytics>> =>
  client.workflow.start<typeof generateWeatherAnalytics>('generateWeatherAnalytics', {
    taskQueue: TASK_QUEUES.analytics,
    workflowId: `generate-weather-analytics/test-${process.pid}-${Date.now()}-${++runs}`,
    args: [analyticsInput(overrides)],
  })

const NO_TIME = { softLimitMs: 1, softGraceMs: 60_000, expiresAfterMs: null } as const

/** Plays every path the workflow has; every scene is over when it comes. */
export async function* analyticsScenes(stack: RefreshStack): AsyncGenerator<AnalyticsScene> {
  await stack.refreshAll({ force: true })
  yield await scene('ok', await startAnalytics(stack))
  yield await scene('timed-out', await startAnalytics(stack, { limits: NO_TIME }))
  const limits = { ...SINGLE_RUN_LIMITS, expiresAfterMs: -1 }
  yield await scene('expired', await startAnalytics(stack, { limits }))
  // Slow enough to be met on its way.
  const cancelled = await startAnalytics(stack, { citiesPerPage: 1 })
  await cancelled.cancel()
  yield await scene('cancelled', cancelled)
}

async function scene(
  name: string,
  handle: WorkflowHandleWithFirstExecutionRunId,
): Promise<AnalyticsScene> {
  // What counts is the history, however it ends.
  await handle.result().catch((error: unknown) => error)
  const { workflowId, firstExecutionRunId: runId } = handle
  return { workflow: 'generateWeatherAnalytics', name, workflowId, runId }
}
