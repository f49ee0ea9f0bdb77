import { CancelledFailure, isCancellation, workflowInfo } from '@temporalio/workflow'
import type { RunLimits } from '../contracts/job.ts'

/**
 * Whether the run waited in its queue for longer than it may, because no worker was there: its tick
 * is over. An outage of the server is what the schedule's catch-up window is for.
 */
export function isExpired({ expiresAfterMs }: RunLimits): boolean {
  if (expiresAfterMs === null || workflowInfo().continuedFromExecutionRunId !== undefined) {
    return false
  }
  return Date.now() - workflowInfo().startTime.getTime() > expiresAfterMs
}

/**
 * The end of a cancelled run. An activity that fails after its cancellation, because its worker died
 * or the database is away, is not retried and has its own reason: the run is cancelled all the same.
 */
export const asCancelled = (error: unknown): unknown =>
  isCancellation(error) ? error : new CancelledFailure('Workflow cancelled', [], asError(error))

const asError = (error: unknown): Error | undefined => (error instanceof Error ? error : undefined)
