import type { OutcomeCounts } from '../domain/provider/outcome.ts'
import type { Database } from './database.ts'
import { isDatabaseUnavailable } from './queries/faults.ts'
import { countOutcomes } from './queries/outcomes.ts'

const HELD_FOR_MS = 1_000

/**
 * Looks up how many cities of a run have ended, and how; at most one query a second, however many
 * look at the run. Null while the database is down.
 */
export function createStoredOutcomes(
  db: Database,
  nowMs: () => number = Date.now,
): (runId: string) => Promise<OutcomeCounts | null> {
  const held = new Map<string, { untilMs: number; counts: Promise<OutcomeCounts | null> }>()
  return (runId) => {
    const known = held.get(runId)
    if (known && nowMs() < known.untilMs) return known.counts
    for (const [id, { untilMs }] of held) if (nowMs() >= untilMs) held.delete(id)
    const counts = countOutcomes(db, runId).catch((error: unknown) => {
      if (isDatabaseUnavailable(error)) return null
      throw error
    })
    held.set(runId, { untilMs: nowMs() + HELD_FOR_MS, counts })
    return counts
  }
}
