import { CancelledFailure, isCancellation } from '@temporalio/workflow'

/**
 * The end of a run that somebody cancelled. An activity that fails after it was told so, because its
 * worker died or the database is away, is not tried again and says its own reason: the run was
 * cancelled all the same.
 */
export const asCancelled = (error: unknown): unknown =>
  isCancellation(error) ? error : new CancelledFailure('Workflow cancelled', [], asError(error))

const asError = (error: unknown): Error | undefined => (error instanceof Error ? error : undefined)
