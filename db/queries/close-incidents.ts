import { and, asc, eq, ne, sql, type SQL } from 'drizzle-orm'
import type { IncidentEnd } from '../../domain/incidents/incident.ts'
import { overIncidents } from '../../domain/incidents/incident-changes.ts'
import { incidentNotification } from '../../domain/incidents/incident-notification.ts'
import type { Database, Queryable } from '../database.ts'
import { incidents } from '../schema/index.ts'
import { judgeIncidents, type IncidentRow } from './judge-incidents.ts'
import { notify } from './notifications.ts'
import { timestamptz } from './timestamptz.ts'

/** Closes what is over, and escalates what has become worse. */
export const tendIncidents = (db: Database, now: Date): Promise<void> =>
  db.transaction(async (tx) => {
    const known = await tx
      .select()
      .from(incidents)
      .where(ne(incidents.status, 'closed'))
      .orderBy(asc(incidents.id))
      .for('update')
    await judgeIncidents(tx, known, now)
    for (const { incident, endedAt, end } of overIncidents(known, now)) {
      await closeAs(tx, incident.id, { endedAt, ended: end, at: now })
    }
  })

interface IncidentClosing {
  readonly endedAt: Date | SQL
  readonly ended: IncidentEnd
  readonly endedBy?: string | null
  readonly at: Date
}

/** Undefined where it is closed already. */
async function closeAs(
  tx: Queryable,
  id: number,
  { endedAt, ended, endedBy = null, at }: IncidentClosing,
): Promise<IncidentRow | undefined> {
  const [row] = await tx
    .update(incidents)
    .set({ status: 'closed', endedAt, ended, endedBy })
    .where(and(eq(incidents.id, id), ne(incidents.status, 'closed')))
    .returning()
  if (row) await notify(tx, [incidentNotification('closed', row, at)])
  return row
}

/** Ends an incident by hand. Undefined where it is closed already. */
export const closeIncident = (
  db: Database,
  { id, by, at }: { readonly id: number; readonly by: string | null; readonly at: Date },
): Promise<IncidentRow | undefined> =>
  db.transaction((tx) => {
    const endedAt = sql`coalesce(${incidents.recoveredAt}, ${timestamptz(at)})`
    return closeAs(tx, id, { endedAt, ended: 'person', endedBy: by, at })
  })
