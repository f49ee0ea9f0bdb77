import type { Mode } from '../../domain/mode.ts'
import type { Queryable } from '../database.ts'
import { installation } from '../schema/index.ts'

/** When the database was first migrated. */
export async function installedAt(db: Queryable): Promise<Date | null> {
  const [row] = await db.select({ stampedAt: installation.stampedAt }).from(installation)
  return row?.stampedAt ?? null
}

/** Whose data it is; null in a database that was never stamped. */
export async function installedMode(db: Queryable): Promise<Mode | null> {
  const [row] = await db.select({ mode: installation.mode }).from(installation)
  return row?.mode ?? null
}
