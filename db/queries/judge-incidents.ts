import { eq, inArray, sql } from 'drizzle-orm'
import { incidentNotification } from '../../domain/incidents/incident-notification.ts'
import type { NewNotification } from '../../domain/notifications/notification.ts'
import { severityOf } from '../../domain/incidents/incident-severity.ts'
import type { Queryable } from '../database.ts'
import { incidents } from '../schema/index.ts'
import { notify } from './notifications.ts'

export type IncidentRow = typeof incidents.$inferSelect

/** How often the pages of a run count what an incident has met. */
export const JUDGED_EVERY_MS = 10_000

/** Of an incident that is judged for the first time, in the transaction that opens it. */
export const NEVER_JUDGED = new Date(0)

/** Counts what these incidents have met, and tells of those that are new or have become worse. */
export async function judgeIncidents(
  tx: Queryable,
  rows: readonly IncidentRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  const reached = await reachOf(tx, rows)
  const toSend: NewNotification[] = []
  for (const row of rows) {
    const judged = await judge(tx, row, reached.get(row.id) ?? NOTHING, now)
    const isNew = row.judgedAt.getTime() === NEVER_JUDGED.getTime()
    if (isNew) toSend.push(incidentNotification('opened', judged, now))
    else if (judged.severity !== row.severity) {
      toSend.push(incidentNotification('escalated', judged, now))
    }
  }
  await notify(tx, toSend)
}

async function judge(
  tx: Queryable,
  row: IncidentRow,
  { cities, unserved, activeCities }: Reach,
  now: Date,
): Promise<IncidentRow> {
  const lastedMs = Number(row.recoveredAt ?? now) - Number(row.startedAt)
  const reach = { cause: row.cause, cities, unserved, activeCities, lastedMs }
  const severity = severityOf(reach, row.severity)
  const escalatedAt = severity === row.severity ? row.escalatedAt : now
  const judged = { cities, unserved, judgedAt: now, severity, escalatedAt }
  await tx.update(incidents).set(judged).where(eq(incidents.id, row.id))
  return { ...row, ...judged }
}

const NOTHING = { cities: 0, unserved: 0, activeCities: 0 }

interface Reach {
  readonly cities: number
  readonly unserved: number
  readonly activeCities: number
}

async function reachOf(
  tx: Queryable,
  rows: readonly IncidentRow[],
): Promise<ReadonlyMap<number, Reach>> {
  const ids = rows.map(({ id }) => id)
  const counts = await tx
    .select({
      id: incidents.id,
      cities:
        sql<number>`(select count(*) from incident_cities c where c.incident_id = ${incidents.id})`.mapWith(
          Number,
        ),
      unserved:
        sql<number>`(select count(*) from incident_cities c where c.incident_id = ${incidents.id} and c.was_unserved)`.mapWith(
          Number,
        ),
      activeCities: sql<number>`(select count(*) from cities where active)`.mapWith(Number),
    })
    .from(incidents)
    .where(inArray(incidents.id, ids))
  return new Map(counts.map(({ id, ...reach }) => [id, reach]))
}
