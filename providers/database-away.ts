import { setTimeout as sleep } from 'node:timers/promises'
import { isDatabaseUnavailable } from '../db/queries/faults.ts'

const PAUSE_MS = 250

/** A restarting database is back by then; after that the activity is retried. */
export const DATABASE_MAX_WAIT_MS = 20_000

/** Retries while the database is unavailable, up to `maxWaitMs`; any other failure is thrown at once. */
export async function whileDatabaseIsAway<Result>(
  query: () => Promise<Result>,
  { maxWaitMs, signal }: { maxWaitMs: number; signal: AbortSignal },
): Promise<Result> {
  const deadlineMs = performance.now() + maxWaitMs
  for (;;) {
    try {
      return await query()
    } catch (error) {
      const isOver = signal.aborted || performance.now() >= deadlineMs
      if (isOver || !isDatabaseUnavailable(error)) throw error
    }
    await sleep(PAUSE_MS, undefined, { signal })
  }
}
