import { cancellationSignal } from '@temporalio/activity'
import type { AnalyticsPass } from '../../contracts/analytics.ts'

/**
 * Whether the next page has to wait for the next run.
 * @throws CancelledFailure when the run was cancelled, or the worker is to stop.
 */
export function isPastDeadline({ deadlineMs }: AnalyticsPass, now: () => Date): boolean {
  cancellationSignal().throwIfAborted()
  return now().getTime() >= deadlineMs
}
