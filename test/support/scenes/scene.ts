import type * as workflows from '../../../workflows/index.ts'

/** One run worth keeping, and what it is an example of. */
export interface Scene {
  readonly workflow: keyof typeof workflows
  readonly name: string
  readonly workflowId: string
  readonly runId?: string
}
