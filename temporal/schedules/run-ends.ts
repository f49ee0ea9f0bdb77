import type { ScheduleState } from './state.ts'

/** How runs ended, by run id. */
export type RunEnds = ReadonlyMap<string, string>

export interface RunEndSource {
  readonly read: (runIds: readonly string[]) => Promise<RunEnds>
  /** Whether an error of `read` only says that the source cannot be read now. */
  readonly isAway: (error: unknown) => boolean
  readonly onAway: (error: unknown) => void
}

/** The server has the schedules; how their runs ended is in the database, which may be down. */
export async function runEndsOf(
  states: readonly ScheduleState[],
  { read, isAway, onAway }: RunEndSource,
): Promise<RunEnds> {
  try {
    return await read(states.flatMap(({ recentRuns }) => recentRuns.map(({ runId }) => runId)))
  } catch (error) {
    if (!isAway(error)) throw error
    onAway(error)
    return new Map()
  }
}

/** With the status of each run; null for one that still goes, or whose end is not known. */
export const withEnds = (state: ScheduleState, ended: RunEnds) => ({
  ...state,
  recentRuns: state.recentRuns.map((run) => ({ ...run, status: ended.get(run.runId) ?? null })),
})
