import { startMonitoring, TOO_LATE } from '../jobs/monitoring-runs.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'

interface MonitoringScene {
  readonly workflow: 'monitorApiQuota'
  readonly name: string
  readonly workflowId: string
  readonly runId: string
}

type Run = Awaited<ReturnType<typeof startMonitoring>>

async function over(run: Run, name: string): Promise<MonitoringScene> {
  await run.result()
  const { workflowId, firstExecutionRunId: runId } = run
  return { workflow: 'monitorApiQuota', name, workflowId, runId }
}

/** Plays every path of the quota monitor; every scene is over when it comes. */
export async function* monitoringScenes(stack: RefreshStack): AsyncGenerator<MonitoringScene> {
  await stack.refreshAll({ force: true })
  yield over(await startMonitoring(stack), 'ok')
  yield over(await startMonitoring(stack, TOO_LATE), 'expired')
}
