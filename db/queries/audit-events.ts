import { desc, eq, lt } from 'drizzle-orm'
import type { Queryable } from '../database.ts'
import { auditEvents } from '../schema/index.ts'

export type AuditEvent = typeof auditEvents.$inferSelect

export type AuditIntent = Omit<AuditEvent, 'id' | 'status' | 'endedAt'>

/** Resolves with the event's id. */
export async function beginAuditEvent(db: Queryable, intent: AuditIntent): Promise<number> {
  const [row] = await db.insert(auditEvents).values(intent).returning({ id: auditEvents.id })
  if (!row) throw new Error('an audit event was not stored')
  return row.id
}

export async function endAuditEvent(
  db: Queryable,
  id: number,
  { status, endedAt }: { readonly status: number; readonly endedAt: Date },
): Promise<void> {
  await db.update(auditEvents).set({ status, endedAt }).where(eq(auditEvents.id, id))
}

export interface AuditFilter {
  readonly limit: number
  /** Only events before the one with this id. */
  readonly before?: number
}

/** The newest first. */
export async function listAuditEvents(
  db: Queryable,
  { limit, before }: AuditFilter,
): Promise<AuditEvent[]> {
  return db
    .select()
    .from(auditEvents)
    .where(before === undefined ? undefined : lt(auditEvents.id, before))
    .orderBy(desc(auditEvents.id))
    .limit(limit)
}
