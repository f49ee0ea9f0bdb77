import { inArray } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { schedulePauses } from '../schema/index.ts'
import { newRowWins } from './upsert.ts'

/** Whether a schedule was seen paused, and with which note. */
export interface SeenSchedule {
  readonly id: string
  readonly paused: boolean
  readonly note: string | null
}

/** Note by schedule id, of those that were last seen paused. */
export async function pausedSchedules(db: Queryable): Promise<Map<string, string>> {
  const rows = await db.select().from(schedulePauses)
  return new Map(rows.map(({ scheduleId, note }) => [scheduleId, note]))
}

/** What was not seen keeps its row: a server that lost its file must not make us forget, too. */
export async function mirrorPauses(
  db: Queryable,
  seen: readonly SeenSchedule[],
  seenAt: Date,
): Promise<void> {
  const paused = seen.filter((schedule) => schedule.paused)
  const going = seen.filter((schedule) => !schedule.paused).map(({ id }) => id)
  if (paused.length > 0) {
    await db
      .insert(schedulePauses)
      .values(paused.map(({ id, note }) => ({ scheduleId: id, note: note ?? '', seenAt })))
      .onConflictDoUpdate({
        target: schedulePauses.scheduleId,
        set: newRowWins(schedulePauses, ['scheduleId']),
      })
  }
  if (going.length > 0) {
    await db.delete(schedulePauses).where(inArray(schedulePauses.scheduleId, going))
  }
}
