import type { StartedTask } from './start-refreshes.ts'

export interface WebUi {
  readonly url: string
  readonly namespace: string
}

/** Where Temporal's Web UI shows a workflow: its latest run, or the one that is named. */
export function webUiLink(
  { url, namespace }: WebUi,
  { workflowId, runId }: Pick<StartedTask, 'workflowId'> & { readonly runId?: string },
): string {
  const workflow = `${url}/namespaces/${encodeURIComponent(namespace)}/workflows/${encodeURIComponent(workflowId)}`
  return runId === undefined ? workflow : `${workflow}/${encodeURIComponent(runId)}`
}
