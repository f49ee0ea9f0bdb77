import type { Client, WorkflowExecutionDescription } from '@temporalio/client'

/** Every run of a chain that continued as new, the first one first. */
export async function runsOf(
  client: Client,
  first: { readonly workflowId: string; readonly firstExecutionRunId?: string },
): Promise<WorkflowExecutionDescription[]> {
  const runs: WorkflowExecutionDescription[] = []
  let runId = first.firstExecutionRunId
  while (runId !== undefined) {
    const run = client.workflow.getHandle(first.workflowId, runId)
    runs.push(await run.describe())
    const { events } = await run.fetchHistory()
    const last = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes
    runId = last?.newExecutionRunId ?? undefined
  }
  return runs
}
