import { cancellationSignal } from '@temporalio/activity'
import type { AnalyticsPass } from '../../contracts/analytics.ts'

/**
 * Asked between pages: whether the next one has to wait for the next run.
 * @throws CancelledFailure when somebody cancelled, or the worker is to stop.
 */
export function isOver({ deadlineMs }: AnalyticsPass, now: () => Date): boolean {
  cancellationSignal().throwIfAborted()
  return now().getTime() >= deadlineMs
}
