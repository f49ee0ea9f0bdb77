import { sql, type SQL } from 'drizzle-orm'
import type { Database } from '../database.ts'

/**
 * Runs a statement that touches many rows a little: the planner's estimate would have it compiled
 * (JIT), which takes several times as long as running it.
 */
export const executeWithoutJit = <Row extends Record<string, unknown>>(
  db: Database,
  statement: SQL,
) =>
  db.transaction(async (tx) => {
    await tx.execute(sql`set local jit = off`)
    return tx.execute<Row>(statement)
  })
