import { and, count, desc, eq, gt, inArray, lt, ne, or, sql } from 'drizzle-orm'
import type { AlertFinding, AlertSeverity, AlertStatus } from '../../domain/alerts/alert.ts'
import { alertChanges, DEDUPE_MS, type AlertUpdate } from '../../domain/alerts/alert-changes.ts'
import { alertNotification } from '../../domain/alerts/alert-notification.ts'
import type { Database, Queryable } from '../database.ts'
import { alerts } from '../schema/index.ts'
import { notify } from './notifications.ts'
import { timestamptz } from './timestamptz.ts'

export type AlertRow = typeof alerts.$inferSelect

export interface AlertCounts {
  readonly raised: number
  readonly escalated: number
  readonly resolved: number
}

/** Raises, updates and resolves by what the rules have found. */
export const applyFindings = (
  db: Database,
  findings: readonly AlertFinding[],
  now: Date,
): Promise<AlertCounts> =>
  db.transaction(async (tx) => {
    const known = await tx
      .select()
      .from(alerts)
      .where(
        or(
          ne(alerts.status, 'resolved'),
          gt(alerts.resolvedAt, new Date(now.getTime() - DEDUPE_MS)),
        ),
      )
      .orderBy(alerts.id)
      .for('update')
    const changes = alertChanges(findings, known, now)
    const escalated: AlertRow[] = []
    for (const update of changes.updated) escalated.push(...(await applyUpdate(tx, update, now)))
    await notify(
      tx,
      escalated.map((row) => alertNotification('escalated', row, now)),
    )
    return {
      raised: await raise(tx, changes.raised, now),
      escalated: changes.updated.filter(({ isEscalated }) => isEscalated).length,
      resolved: await resolve(tx, changes.resolved, now),
    }
  })

/** Another evaluation at the same time may have raised it: then it is there. */
async function raise(tx: Queryable, found: readonly AlertFinding[], now: Date): Promise<number> {
  if (found.length === 0) return 0
  const rows = found.map((finding) => ({
    ...finding,
    status: 'active' as const,
    raisedAt: now,
    lastSeenAt: now,
    occurrences: 1,
  }))
  const raised = await tx.insert(alerts).values(rows).onConflictDoNothing().returning()
  await notify(
    tx,
    raised.map((row) => alertNotification('raised', row, now)),
  )
  return raised.length
}

/** The row, where it was escalated. */
async function applyUpdate(tx: Queryable, update: AlertUpdate, now: Date): Promise<AlertRow[]> {
  const { id, finding, severity, status, isWorse, isEscalated } = update
  const changed = await tx
    .update(alerts)
    .set({
      message: finding.message,
      severity,
      status,
      lastSeenAt: now,
      occurrences: sql`${alerts.occurrences} + 1`,
      ...(isWorse && { worsenedAt: now }),
      ...(isEscalated && { escalatedAt: now }),
      ...(status === 'active' && { acknowledgedAt: null, acknowledgedBy: null }),
    })
    .where(eq(alerts.id, id))
    .returning()
  return isEscalated ? changed : []
}

async function resolve(tx: Queryable, ids: readonly number[], now: Date): Promise<number> {
  if (ids.length === 0) return 0
  const resolved = await tx
    .update(alerts)
    .set({ status: 'resolved', resolvedAt: now })
    .where(inArray(alerts.id, [...ids]))
    .returning()
  await notify(
    tx,
    resolved.map((row) => alertNotification('resolved', row, now)),
  )
  return ids.length
}

export interface AlertFilter {
  readonly status?: AlertStatus | undefined
  readonly severity?: AlertSeverity | undefined
  /** Those raised before the one with this id. */
  readonly before?: number | undefined
  readonly limit: number
}

/** The newest first. */
export const listAlerts = (
  db: Queryable,
  { status, severity, before, limit }: AlertFilter,
): Promise<AlertRow[]> =>
  db
    .select()
    .from(alerts)
    .where(
      and(
        status === undefined ? undefined : eq(alerts.status, status),
        severity === undefined ? undefined : eq(alerts.severity, severity),
        before === undefined ? undefined : lt(alerts.id, before),
      ),
    )
    .orderBy(desc(alerts.id))
    .limit(limit)

export async function countAlerts(
  db: Queryable,
  { isOver }: { readonly isOver: boolean },
): Promise<number> {
  const [row] = await db
    .select({ found: count() })
    .from(alerts)
    .where((isOver ? eq : ne)(alerts.status, 'resolved'))
  return row?.found ?? 0
}

export async function alertById(db: Queryable, id: number): Promise<AlertRow | undefined> {
  const [row] = await db.select().from(alerts).where(eq(alerts.id, id))
  return row
}

interface Person {
  readonly id: number
  readonly by: string | null
  readonly at: Date
}

const open = (id: number) => and(eq(alerts.id, id), ne(alerts.status, 'resolved'))

/** Undefined where it is not open. Who acknowledged it first stays. */
export async function acknowledgeAlert(
  db: Queryable,
  { id, by, at }: Person,
): Promise<AlertRow | undefined> {
  const [row] = await db
    .update(alerts)
    .set({
      status: 'acknowledged',
      acknowledgedAt: sql`coalesce(${alerts.acknowledgedAt}, ${timestamptz(at)})`,
      acknowledgedBy: sql`case when ${alerts.acknowledgedAt} is null then ${by}::text else ${alerts.acknowledgedBy} end`,
    })
    .where(open(id))
    .returning()
  return row
}

/** Undefined where it is not open. */
export const resolveAlert = (db: Database, { id, by, at }: Person): Promise<AlertRow | undefined> =>
  db.transaction(async (tx) => {
    const [row] = await tx
      .update(alerts)
      .set({ status: 'resolved', resolvedAt: at, resolvedBy: by })
      .where(open(id))
      .returning()
    if (row) await notify(tx, [alertNotification('resolved', row, at)])
    return row
  })
