import type { Client, WorkflowHandle } from '@temporalio/client'
import type { CleanupInput, CleanupResult } from '../../../contracts/cleanup.ts'
import { hardLimitMs, runLimits } from '../../../contracts/run-limits.ts'
import { TASK_QUEUES } from '../../../contracts/task-queues.ts'
import type { cleanupOldWeatherData } from '../../../workflows/index.ts'
import { KEEP } from '../data/aged-rows.ts'

export const cleanupInput = (overrides: Partial<CleanupInput> = {}): CleanupInput => ({
  trigger: 'cli',
  keepDays: KEEP,
  dryRun: false,
  batchSize: 1000,
  limits: runLimits(hardLimitMs(), null),
  ...overrides,
})

let runs = 0

export type CleanupHandle = WorkflowHandle<typeof cleanupOldWeatherData> & {
  readonly firstExecutionRunId: string
}

export const startCleanupRun = (
  client: Client,
  overrides?: Partial<CleanupInput>,
): Promise<CleanupHandle> =>
  client.workflow.start<typeof cleanupOldWeatherData>('cleanupOldWeatherData', {
    taskQueue: TASK_QUEUES.maintenance,
    workflowId: `cleanup-old-weather-data/${process.pid}-${Date.now()}-${++runs}`,
    args: [cleanupInput(overrides)],
  })

export const cleanUp = async (
  client: Client,
  overrides?: Partial<CleanupInput>,
): Promise<CleanupResult> => (await startCleanupRun(client, overrides)).result()
