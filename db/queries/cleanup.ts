import { eq, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Database, Queryable } from '../database.ts'
import { cleanupCounts, cleanupDays } from '../schema/index.ts'
import { FOLD_DAY, ruleOf, type CleanupRule, type Fold } from './cleanup-rules.ts'

/** Rows locked for longer are left to a later batch, so that a run past its limit can end. */
const LOCK_TIMEOUT = '10s'

export interface OldRows {
  readonly table: string
  readonly cutoff: Date
}

export interface OldBatch extends OldRows {
  readonly runId: string
  readonly size: number
  readonly now: Date
}

/** Deletes the oldest rows, at most `size`, and counts them for the run in the same transaction. */
export async function deleteOldBatch(db: Database, batch: OldBatch): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql.raw(`set local lock_timeout = '${LOCK_TIMEOUT}'`))
    const [row] = await tx.execute<{ deleted: number }>(deletion(batch))
    return row?.deleted ?? 0
  })
}

function deletion({ table: name, cutoff, runId, size, now }: OldBatch): SQL {
  const rule = ruleOf(name)
  const { table, column, fold, isOld } = rule
  const folded = fold && sql`folded as (${foldInto(rule, fold)}),`
  return sql`
    with gone as (
      delete from ${table} where ctid = any(array(
        select ctid from ${table} where ${isOld(cutoff)} order by ${column} limit ${size}
      ))
      returning ${fold ? sql`*` : sql`1`}
    ),
    ${folded}
    counted as (
      insert into ${cleanupCounts} (run_id, table_name, deleted, counted_at)
      select ${runId}, ${name}, count(*), ${now.toISOString()}::timestamptz
      from gone having count(*) > 0
      on conflict (run_id, table_name) do update
      set deleted = ${cleanupCounts}.deleted + excluded.deleted, counted_at = excluded.counted_at
    )
    select count(*)::int as deleted from gone`
}

function foldInto({ table, column }: CleanupRule, { keys, sums }: Fold): SQL {
  const all = (columns: readonly AnyPgColumn[], one: (name: SQL) => SQL): SQL =>
    sql.join(
      columns.map(({ name }) => one(sql`${sql.identifier(name)}`)),
      sql`, `,
    )
  const plain = (name: SQL): SQL => name
  const uniqueColumns = all([column, ...keys], plain)
  return sql`
    insert into ${table} (${uniqueColumns}, ${all(sums, plain)})
    select ${FOLD_DAY}, ${all(keys, plain)}, ${all(sums, (name) => sql`sum(${name})`)}
    from gone group by ${all(keys, plain)}
    on conflict (${uniqueColumns}) do update
    set ${all(sums, (name) => sql`${name} = ${table}.${name} + excluded.${name}`)}`
}

export async function countOld(db: Queryable, { table: name, cutoff }: OldRows): Promise<number> {
  const { table, isOld } = ruleOf(name)
  const [row] = await db.execute<{ rows: number }>(
    sql`select count(*)::int as rows from ${table} where ${isOld(cutoff)}`,
  )
  return row?.rows ?? 0
}

/** What a run has deleted so far, by table. */
export async function deletedBy(db: Queryable, runId: string): Promise<Record<string, number>> {
  const { tableName: table, deleted } = cleanupCounts
  const rows = await db
    .select({ table, deleted })
    .from(cleanupCounts)
    .where(eq(cleanupCounts.runId, runId))
  return Object.fromEntries(rows.map((row) => [row.table, row.deleted]))
}

/** Whether the day is this run's: no other run took it first. */
export async function takeCleanupDay(
  db: Queryable,
  day: typeof cleanupDays.$inferInsert,
): Promise<boolean> {
  await db.insert(cleanupDays).values(day).onConflictDoNothing()
  const [taken] = await db
    .select({ runId: cleanupDays.runId })
    .from(cleanupDays)
    .where(eq(cleanupDays.localDate, day.localDate))
  return taken?.runId === day.runId
}
