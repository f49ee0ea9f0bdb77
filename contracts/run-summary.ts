import type { JobEnd, RunKind, Trigger } from './job.ts'

export interface StoreRunSummaryInput {
  readonly kind: RunKind
  readonly trigger: Trigger
  readonly result: JobEnd
}

/** Part of every queue whose jobs use the common frame. */
export interface RunSummaryActivities {
  /** Keeps how a job went. */
  storeRunSummary(input: StoreRunSummaryInput): Promise<void>
}
