import { sql } from 'drizzle-orm'
import type { Database } from '../database.ts'

/** Half of what PostgreSQL's own upkeep waits for: after a cleanup much has changed at once. */
const CHANGED_SHARE = 0.05
const CHANGED_ROWS = 50

/** Tables that changed enough since their last statistics for query plans to be wrong. */
export async function changedTables(db: Database, runId: string): Promise<string[]> {
  // The counts of a session reach the statistics late, so the run's own deletions count as well.
  const rows = await db.execute<{ table: string }>(sql`
    select relname as table
    from pg_stat_user_tables
    left join cleanup_counts on table_name = relname and run_id = ${runId}
    where schemaname = current_schema()
      and greatest(n_mod_since_analyze, n_dead_tup, coalesce(deleted, 0))
        >= greatest(${CHANGED_ROWS}::float8, ${CHANGED_SHARE}::float8 * n_live_tup)
    order by relname`)
  return rows.map(({ table }) => table)
}

/** The embedded database has no autovacuum process, whatever its settings say. */
export async function hasAutovacuum(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ answer: boolean }>(sql`
    select current_setting('autovacuum')::bool and exists (
      select from pg_stat_activity
      where pid = pg_backend_pid() and backend_type = 'client backend'
    ) as answer`)
  return row?.answer ?? false
}

/** Renews statistics; where autovacuum does not run, it also frees the space of dead rows. */
export async function analyzeTable(
  db: Database,
  table: string,
  { vacuum }: { readonly vacuum: boolean },
): Promise<void> {
  const name = sql.identifier(table)
  await db.execute(
    vacuum ? sql`vacuum (analyze, skip_locked) ${name}` : sql`analyze (skip_locked) ${name}`,
  )
}
