import type { Database } from '../db/database.ts'
import { beginAuditEvent, endAuditEvent } from '../db/queries/audit-events.ts'

/** Where changes are written down. */
export interface AuditLog {
  /** Resolves with the event's id. @throws where it cannot be written. */
  begin(intent: Parameters<typeof beginAuditEvent>[1]): Promise<number>
  end(id: number, result: Parameters<typeof endAuditEvent>[2]): Promise<void>
}

export const createAuditLog = (db: Database): AuditLog => ({
  begin: (intent) => beginAuditEvent(db, intent),
  end: (id, result) => endAuditEvent(db, id, result),
})
