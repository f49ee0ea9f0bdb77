import { desc } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { analyticsReports } from '../schema/index.ts'
import { newRowWins } from './upsert.ts'

export async function saveOverview(
  db: Queryable,
  row: typeof analyticsReports.$inferInsert,
): Promise<void> {
  await db
    .insert(analyticsReports)
    .values(row)
    .onConflictDoUpdate({
      target: analyticsReports.runId,
      set: newRowWins(analyticsReports, ['runId']),
    })
}

/** The newest overview as it was stored, by whichever version of this program. */
export async function newestOverview(db: Queryable): Promise<unknown> {
  const [row] = await db
    .select({ report: analyticsReports.report })
    .from(analyticsReports)
    .orderBy(desc(analyticsReports.generatedAt))
    .limit(1)
  return row?.report
}
