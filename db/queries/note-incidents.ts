import { and, asc, eq, ne, sql } from 'drizzle-orm'
import {
  incidentChanges,
  type IncidentChanges,
  type IncidentFailure,
} from '../../domain/incidents/incident-changes.ts'
import { evidenceOf, type EndedRefresh } from '../../domain/incidents/incident-evidence.ts'
import type { Queryable } from '../database.ts'
import type { AffectedCity } from '../../domain/incidents/incident.ts'
import { incidents } from '../schema/index.ts'
import { timestamptz } from './timestamptz.ts'
import {
  judgeIncidents,
  JUDGED_EVERY_MS,
  NEVER_JUDGED,
  type IncidentRow,
} from './judge-incidents.ts'

/** Incidents remember that many of their runs. */
const MAX_RUNS = 20

/**
 * What a page of refreshes says about its providers, kept in the incidents. It is the last statement
 * of the page's transaction: processes that meet the same outage wait for each other only there.
 */
export async function noteIncidents(tx: Queryable, page: readonly EndedRefresh[]): Promise<void> {
  const evidence = evidenceOf(page)
  if (evidence.length === 0) return
  const known = await tx.select().from(incidents).where(ne(incidents.status, 'closed'))
  if (isNothing(incidentChanges(evidence, known))) return
  const locked = await tx
    .select()
    .from(incidents)
    .where(ne(incidents.status, 'closed'))
    .orderBy(asc(incidents.id))
    .for('update')
  const changes = incidentChanges(evidence, locked)
  const byId = new Map(locked.map((row) => [row.id, row]))
  const touched: IncidentRow[] = []
  for (const failure of inOneOrder(changes.opened)) touched.push(await open(tx, failure))
  for (const { incident, failure } of changes.failedAgain) {
    const row = byId.get(incident.id)
    if (row) touched.push(await failAgain(tx, row, failure))
  }
  for (const { incident, at } of changes.recovered) {
    await tx
      .update(incidents)
      .set({ status: 'recovering', recoveredAt: at })
      .where(eq(incidents.id, incident.id))
  }
  const at = latestOf(page)
  const isDue = ({ judgedAt }: IncidentRow) => Number(at) - Number(judgedAt) >= JUDGED_EVERY_MS
  await judgeIncidents(tx, touched.filter(isDue), at)
}

/** Two processes that open the same incidents wait for each other instead of deadlocking. */
const inOneOrder = (opened: readonly IncidentFailure[]): IncidentFailure[] => {
  const key = ({ provider, cause }: IncidentFailure) => `${provider} ${cause}`
  return [...opened].sort((one, other) => (key(one) < key(other) ? -1 : 1))
}

const latestOf = (page: readonly EndedRefresh[]): Date =>
  new Date(Math.max(...page.map(({ at }) => Number(at))))

const isNothing = ({ opened, failedAgain, recovered }: IncidentChanges): boolean =>
  opened.length + failedAgain.length + recovered.length === 0

/** Another process may have opened it since: then it goes on. */
async function open(tx: Queryable, failure: IncidentFailure): Promise<IncidentRow> {
  const { provider, cause, endpoints, firstAt, lastAt, kinds, servedBy, runIds } = failure
  const [row] = await tx
    .insert(incidents)
    .values({
      provider,
      cause,
      status: 'open',
      severity: 'minor',
      endpoints: [...endpoints],
      startedAt: firstAt,
      lastFailureAt: lastAt,
      message: failure.message ?? null,
      kinds,
      servedBy,
      runIds: [...runIds],
      judgedAt: NEVER_JUDGED,
    })
    .onConflictDoNothing()
    .returning()
  if (row) {
    await addCities(tx, row.id, failure)
    return row
  }
  const [other] = await tx
    .select()
    .from(incidents)
    .where(
      and(
        eq(incidents.provider, provider),
        eq(incidents.cause, cause),
        ne(incidents.status, 'closed'),
      ),
    )
    .for('update')
  if (!other) throw new Error(`the incident of ${provider} was neither opened nor is it there`)
  return failAgain(tx, other, failure)
}

async function failAgain(
  tx: Queryable,
  row: IncidentRow,
  failure: IncidentFailure,
): Promise<IncidentRow> {
  const runIds = [...new Set([...row.runIds, ...failure.runIds])].slice(-MAX_RUNS)
  const isReopened = row.status === 'recovering'
  const [changed] = await tx
    .update(incidents)
    .set({
      status: 'open',
      endpoints: [...new Set([...row.endpoints, ...failure.endpoints])],
      startedAt: new Date(Math.min(Number(row.startedAt), Number(failure.firstAt))),
      lastFailureAt: new Date(Math.max(Number(row.lastFailureAt), Number(failure.lastAt))),
      recoveredAt: null,
      reopened: row.reopened + (isReopened ? 1 : 0),
      message: row.message ?? failure.message ?? null,
      kinds: added(row.kinds, failure.kinds),
      servedBy: added(row.servedBy, failure.servedBy),
      runIds,
    })
    .where(eq(incidents.id, row.id))
    .returning()
  await addCities(tx, row.id, failure)
  return changed ?? row
}

function added<Key extends string>(
  before: Readonly<Partial<Record<Key, number>>>,
  more: Readonly<Partial<Record<Key, number>>>,
): Partial<Record<Key, number>> {
  const sum: Partial<Record<Key, number>> = { ...before }
  for (const key of Object.keys(more) as Key[]) sum[key] = (sum[key] ?? 0) + (more[key] ?? 0)
  return sum
}

/** In a statement for each server, with the ids in one parameter: a page of an outage stays cheap. */
async function addCities(
  tx: Queryable,
  incidentId: number,
  { cities, firstAt }: IncidentFailure,
): Promise<void> {
  const groups = new Map<string, AffectedCity[]>()
  for (const city of cities) {
    const key = `${city.servedBy ?? 'none'} ${city.isUnserved ? 'unserved' : 'served'}`
    groups.set(key, [...(groups.get(key) ?? []), city])
  }
  const inOrder = [...groups].sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [, [first, ...others]] of inOrder) {
    if (!first) continue
    const ids = [first, ...others].map(({ cityId }) => cityId).sort((one, other) => one - other)
    const { servedBy, isUnserved } = first
    await tx.execute(sql`
      insert into incident_cities (incident_id, city_id, first_at, served_by, was_unserved)
      select ${incidentId}, id, ${timestamptz(firstAt)}, ${servedBy}, ${isUnserved}
      from unnest(${sql.param(`{${ids.join(',')}}`)}::int[]) as met(id)
      ${isUnserved ? MARK_UNSERVED : DO_NOTHING}`)
  }
}

/** Without a lock on what is known already: that is all of them from the second run on. */
const DO_NOTHING = sql`on conflict do nothing`
const MARK_UNSERVED = sql`on conflict (incident_id, city_id) do update set was_unserved = true
  where not incident_cities.was_unserved`
