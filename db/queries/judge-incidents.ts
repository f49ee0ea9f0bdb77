import { asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { overIncidents } from '../../domain/incidents/incident-changes.ts'
import { severityOf } from '../../domain/incidents/incident-severity.ts'
import type { Database, Queryable } from '../database.ts'
import { incidents } from '../schema/index.ts'

export type IncidentRow = typeof incidents.$inferSelect

/** How often the pages of a run count what an incident has met. */
export const JUDGED_EVERY_MS = 10_000

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
      await tx
        .update(incidents)
        .set({ status: 'closed', endedAt, ended: end })
        .where(eq(incidents.id, incident.id))
    }
  })

/** Counts what these incidents have met, and escalates those that have become worse. */
export async function judgeIncidents(
  tx: Queryable,
  rows: readonly IncidentRow[],
  now: Date,
): Promise<void> {
  if (rows.length === 0) return
  const reached = await reachOf(tx, rows)
  for (const row of rows) {
    const { cities = 0, unserved = 0, activeCities = 0 } = reached.get(row.id) ?? {}
    const until = row.recoveredAt ?? now
    const lastedMs = Number(until) - Number(row.startedAt)
    const severity = severityOf({ cities, unserved, activeCities, lastedMs }, row.severity)
    await tx
      .update(incidents)
      .set({
        cities,
        unserved,
        judgedAt: now,
        severity,
        ...(severity !== row.severity && { escalatedAt: now }),
      })
      .where(eq(incidents.id, row.id))
  }
}

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
