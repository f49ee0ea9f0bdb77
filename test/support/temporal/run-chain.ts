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

/** The shards that a run has started, in that order; each is named by the city tried longest ago. */
export async function shardsOf(
  client: Client,
  { workflowId }: { readonly workflowId: string },
): Promise<WorkflowExecutionDescription[]> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory()
  const ids = (events ?? []).flatMap(
    (event) => event.startChildWorkflowExecutionInitiatedEventAttributes?.workflowId ?? [],
  )
  return Promise.all(ids.map((id) => client.workflow.getHandle(id).describe()))
}
