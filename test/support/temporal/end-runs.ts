import { WorkflowNotFoundError, type Client } from '@temporalio/client'
import { refreshStates } from '../../../db/schema/index.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'
import { until } from '../until.ts'

/** Terminates every run on the server: what a failed test leaves would go to the next one's workers. */
export async function endRuns({ workflow }: Client): Promise<void> {
  const terminate = async (workflowId: string, runId: string): Promise<void> => {
    try {
      await workflow.getHandle(workflowId, runId).terminate('its test is over')
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error
    }
  }
  await until(
    async () => {
      let running = 0
      for await (const { workflowId, runId } of workflow.list({
        query: `ExecutionStatus = 'Running'`,
      })) {
        running += 1
        await terminate(workflowId, runId)
      }
      return running === 0
    },
    { what: 'no run is left' },
  )
}

/** After each test of a stack that several share: a failed one leaves its faults, runs and claims. */
export async function leaveNothing({
  client,
  database,
  emulator,
}: Pick<RefreshStack, 'client' | 'database' | 'emulator'>): Promise<void> {
  emulator.control.clearFaults()
  await endRuns(client)
  const nothing = { claimedBy: null, claimedUntil: null, asksAgain: false }
  await database.db.update(refreshStates).set(nothing)
}
