import type { IncidentCity, Spent } from '../../db/queries/incidents.ts'
import type { IncidentRow } from '../../db/queries/judge-incidents.ts'
import { INCIDENT_LEVELS } from '../../domain/health/verdict.ts'
import type { IncidentBody } from '../schemas/incidents.ts'

const textOf = (at: Date | null): string | null => at?.toISOString() ?? null

export const incidentBody = (row: IncidentRow): IncidentBody => ({
  id: row.id,
  provider: row.provider,
  cause: row.cause,
  status: row.status,
  severity: row.severity,
  level: INCIDENT_LEVELS[row.severity],
  endpoints: row.endpoints,
  started_at: row.startedAt.toISOString(),
  last_failure_at: row.lastFailureAt.toISOString(),
  recovered_at: textOf(row.recoveredAt),
  ended_at: textOf(row.endedAt),
  ended: row.ended,
  ended_by: row.endedBy,
  escalated_at: textOf(row.escalatedAt),
  reopened: row.reopened,
  message: row.message,
  cities_affected: row.cities,
  cities_unserved: row.unserved,
  errors: { ...row.kinds },
  served_by: { ...row.servedBy },
  run_ids: row.runIds,
  judged_at: row.judgedAt.toISOString(),
})

export const incidentDetail = (
  row: IncidentRow,
  cities: readonly IncidentCity[],
  { requests, weight }: Spent,
) => ({
  ...incidentBody(row),
  requests_spent: requests,
  weight_spent: weight,
  cities: cities.map(({ cityId, name, countryCode, firstAt, servedBy, wasUnserved }) => ({
    city_id: cityId,
    name,
    country_code: countryCode,
    first_at: firstAt.toISOString(),
    served_by: servedBy,
    was_unserved: wasUnserved,
  })),
})

/** The shape of the original system, in which each was a row of its own. */
export const failoverBody = (row: IncidentRow) => ({
  id: row.id,
  primary_provider: row.provider,
  fallback_provider: mostUsed(row.servedBy),
  endpoint: row.endpoints.join(','),
  reason: row.cause,
  failed_at: row.startedAt.toISOString(),
  resolved_at: textOf(row.endedAt),
  error_details: row.message,
})

function mostUsed(servedBy: IncidentRow['servedBy']): string | null {
  const servers = Object.entries(servedBy).filter(([server]) => server !== 'none')
  return servers.sort(([, one], [, other]) => other - one)[0]?.[0] ?? null
}
