import type { Queryable } from '../client.ts'
import { installation } from '../schema/index.ts'

/** When the database was first migrated. */
export async function installedAt(db: Queryable): Promise<Date | null> {
  const [row] = await db.select({ stampedAt: installation.stampedAt }).from(installation)
  return row?.stampedAt ?? null
}
