import { and, asc, count, desc, eq, exists, gte, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { CityId } from '../../domain/city/city.ts'
import type { IncidentStatus } from '../../domain/incidents/incident.ts'
import { startOfHour } from '../../domain/time/hours.ts'
import type { ProviderErrorKind } from '../../domain/provider/provider-error.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { Queryable } from '../database.ts'
import { cities, incidentCities, incidents, providerUsage } from '../schema/index.ts'
import type { IncidentRow } from './judge-incidents.ts'

export interface IncidentFilter {
  readonly status?: IncidentStatus | undefined
  readonly isOver?: boolean | undefined
  readonly provider?: ProviderId | undefined
  /** Only those in which another provider has served instead. */
  readonly isFailover?: true
  /** Only those that met this city. */
  readonly cityId?: CityId | undefined
  /** Only those that lasted, or last, at this moment or later. */
  readonly since?: Date | undefined
  /** Those opened before the one with this id. */
  readonly before?: number | undefined
  readonly limit: number
}

/** The newest first. */
export const listIncidents = (db: Queryable, filter: IncidentFilter): Promise<IncidentRow[]> =>
  db
    .select()
    .from(incidents)
    .where(matching(db, filter))
    .orderBy(desc(incidents.id))
    .limit(filter.limit)

export async function countIncidents(
  db: Queryable,
  filter: Omit<IncidentFilter, 'limit'>,
): Promise<number> {
  const [row] = await db.select({ found: count() }).from(incidents).where(matching(db, filter))
  return row?.found ?? 0
}

function matching(db: Queryable, filter: Omit<IncidentFilter, 'limit'>) {
  const { status, isOver, isFailover, provider, cityId, since, before } = filter
  const met = (id: CityId) =>
    db
      .select({ id: incidentCities.incidentId })
      .from(incidentCities)
      .where(and(eq(incidentCities.incidentId, incidents.id), eq(incidentCities.cityId, id)))
  return and(
    status === undefined ? undefined : eq(incidents.status, status),
    isOver === undefined ? undefined : sql`(${incidents.status} = 'closed') = ${isOver}`,
    isFailover ? sql`${incidents.servedBy} - 'none' <> '{}'::jsonb` : undefined,
    provider === undefined ? undefined : eq(incidents.provider, provider),
    cityId === undefined ? undefined : exists(met(cityId)),
    since === undefined ? undefined : or(isNull(incidents.endedAt), gte(incidents.endedAt, since)),
    before === undefined ? undefined : lt(incidents.id, before),
  )
}

export async function incidentById(db: Queryable, id: number): Promise<IncidentRow | undefined> {
  const [row] = await db.select().from(incidents).where(eq(incidents.id, id))
  return row
}

export interface IncidentCity {
  readonly cityId: CityId
  readonly name: string
  readonly countryCode: string
  readonly firstAt: Date
  readonly servedBy: ProviderId | null
  readonly wasUnserved: boolean
}

/** The most populous of the cities an incident has met. */
export const citiesOfIncident = (
  db: Queryable,
  id: number,
  limit: number,
): Promise<IncidentCity[]> =>
  db
    .select({
      cityId: incidentCities.cityId,
      name: cities.name,
      countryCode: cities.countryCode,
      firstAt: incidentCities.firstAt,
      servedBy: incidentCities.servedBy,
      wasUnserved: incidentCities.wasUnserved,
    })
    .from(incidentCities)
    .innerJoin(cities, eq(cities.id, incidentCities.cityId))
    .where(eq(incidentCities.incidentId, id))
    .orderBy(sql`${cities.population} desc nulls last`, asc(cities.id))
    .limit(limit)

export interface Spent {
  readonly requests: number
  readonly weight: number
}

/**
 * What the provider was sent in vain, with these failures, in the UTC hours of the incident. What
 * was not sent, such as a request over the quota, cost nothing.
 */
export async function spentOn(
  db: Queryable,
  { provider, startedAt, endedAt, kinds }: IncidentRow,
): Promise<Spent> {
  const failed = Object.keys(kinds) as ProviderErrorKind[]
  if (failed.length === 0) return { requests: 0, weight: 0 }
  const { hour, outcome, requests, weight } = providerUsage
  const total = (column: typeof requests | typeof weight) =>
    sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)
  const [row] = await db
    .select({ requests: total(requests), weight: total(weight) })
    .from(providerUsage)
    .where(
      and(
        eq(providerUsage.provider, provider),
        inArray(outcome, failed),
        gte(hour, startOfHour(startedAt)),
        endedAt === null ? undefined : lt(hour, endedAt),
      ),
    )
  return row ?? { requests: 0, weight: 0 }
}
