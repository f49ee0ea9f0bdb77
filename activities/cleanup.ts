import { createRunSummaryActivities, type RunSummaryDeps } from './run-summary.ts'

/** Its database has a pool of its own: a slow statement here takes no connection of a refresh. */
export type CleanupDeps = RunSummaryDeps

/** Everything the queue `maintenance` can do. */
export function createCleanupActivities(deps: CleanupDeps) {
  return { ...createRunSummaryActivities(deps) }
}

export type CleanupActivities = ReturnType<typeof createCleanupActivities>
