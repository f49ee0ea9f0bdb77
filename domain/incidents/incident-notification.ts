import type { NewNotification } from '../notifications/notification.ts'
import type { IncidentSeverity, OpenIncident, ServerCounts } from './incident.ts'

export interface ToldIncident extends OpenIncident {
  readonly severity: IncidentSeverity
  readonly endedAt: Date | null
  readonly cities: number
  readonly unserved: number
  readonly servedBy: ServerCounts
  readonly message: string | null
}

/** What receivers are sent of an incident at this moment. */
export const incidentNotification = (
  change: 'opened' | 'escalated' | 'closed',
  incident: ToldIncident,
  at: Date,
): NewNotification => ({
  type: `incident.${change}`,
  subject: `incident/${incident.id}`,
  at,
  data: {
    incident_id: incident.id,
    provider: incident.provider,
    cause: incident.cause,
    severity: incident.severity,
    endpoints: incident.endpoints,
    started_at: incident.startedAt.toISOString(),
    ended_at: incident.endedAt?.toISOString() ?? null,
    cities_affected: incident.cities,
    cities_unserved: incident.unserved,
    served_by: incident.servedBy,
    message: incident.message,
  },
})
