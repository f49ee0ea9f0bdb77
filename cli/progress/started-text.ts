import { webUiLink } from '../../temporal/web-ui-link.ts'
import type { Target } from '../target/target.ts'

export interface Started {
  /** `Refresh started`. */
  readonly what: string
  readonly taskId: string
  readonly workflowId: string
  /** What shows how it goes on. */
  readonly next: string
}

/** A task that runs in the background: its id, where to watch it, what to do next. */
export function startedText(
  { what, taskId, workflowId, next }: Started,
  { config: { temporal }, instance }: Pick<Target, 'config' | 'instance'>,
): string {
  const webUiUrl = instance?.webUiUrl ?? temporal.webUiUrl
  const lines = [`${what}: ${taskId}`]
  if (webUiUrl !== undefined) {
    const { namespace } = temporal
    lines.push(`Watch it: ${webUiLink({ url: webUiUrl, namespace }, { workflowId })}`)
  }
  return [...lines, next].join('\n')
}

export const describeCommand = (taskId: string): string =>
  `See how it stands: weather247 task show ${taskId}`

export const watchCommand = (taskId: string): string =>
  `Wait for it, with progress: weather247 task watch ${taskId}`
