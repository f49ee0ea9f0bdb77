import { eq, isNotNull } from 'drizzle-orm'
import { refreshStates, runSummaries } from '../../../db/schema/index.ts'
import { leaveNothing } from '../temporal/end-runs.ts'
import type { RefreshStack } from './refresh-stack.ts'
import { until } from '../until.ts'

/** What a test sees of a stack while runs are under way. */
export function watch(stack: RefreshStack) {
  const db = () => stack.database.db
  const stats = () => stack.emulator.control.stats()['open-meteo']
  return {
    /** Places asked for since the last `resetStats`. */
    places: () => stats().places,

    callUnderWay: () => until(() => stats().inFlight > 0, { what: 'a call is under way' }),

    async outcomes(runId: string): Promise<number> {
      const rows = await db()
        .select({ id: refreshStates.cityId })
        .from(refreshStates)
        .where(eq(refreshStates.outcomeRunId, runId))
      return rows.length
    },

    claims: () => db().select().from(refreshStates).where(isNotNull(refreshStates.claimedBy)),

    async summaryOf(runId: string) {
      const [summary] = await db().select().from(runSummaries).where(eq(runSummaries.runId, runId))
      return summary
    },

    /** Resolves when no workflow runs and no request is in flight. */
    async quiet(): Promise<void> {
      try {
        await until(
          async () => {
            const { count } = await stack.client.workflow.count(`ExecutionStatus = 'Running'`)
            return count === 0 && stats().inFlight === 0
          },
          { what: 'no workflow and no call is left' },
        )
      } catch (error) {
        await leaveNothing(stack)
        throw error
      }
    },
  }
}

export type Watch = ReturnType<typeof watch>
