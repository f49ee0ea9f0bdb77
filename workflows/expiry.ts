import { workflowInfo } from '@temporalio/workflow'
import type { RunLimits } from '../contracts/job.ts'

/**
 * Whether the run lay in its queue for longer than it may, because no worker was there: the tick it
 * was meant for is over. A server that was away is the business of the schedule's catch-up window.
 */
export function isExpired({ expiresAfterMs }: RunLimits): boolean {
  if (expiresAfterMs === null || workflowInfo().continuedFromExecutionRunId !== undefined) {
    return false
  }
  return Date.now() - workflowInfo().startTime.getTime() > expiresAfterMs
}
