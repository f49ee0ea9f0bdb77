import { Type } from 'typebox'
import { OVERALL_STATUSES } from '../../domain/health/overall-status.ts'
import { SYSTEM_GRADES } from '../../domain/health/system-score.ts'
import { INCIDENT_CAUSES } from '../../domain/incidents/incident-cause.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { AlertsBody } from './alerts.ts'
import { ProviderHealthBody } from './api-health.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf, oneOfOrNull } from './types.ts'

const Score = (description: string) =>
  nullable(Type.Number({ description: `${description}, 0 to 100; null where that is not known` }))

export const SystemHealthBody = dataBody({
  timestamp: Moment,
  overall_score: Score('Half freshness, three tenths providers, two tenths parts'),
  status: described(
    oneOfOrNull(SYSTEM_GRADES),
    'From 95 on Excellent, from 80 Good, from 60 Warning, else Critical',
  ),
  overall_status: oneOf(OVERALL_STATUSES, 'As GET health has it'),
  scores: Type.Object({
    freshness: Score('How fresh the weather of the cities is'),
    providers: Score('Share of the providers in use that can be asked'),
    parts: Score('Share of Temporal, workers, database and Redis, where it is used, that are well'),
  }),
  active_alerts: Type.Integer({ description: 'Not resolved' }),
  open_incidents: Type.Integer(),
})

const Counts = Type.Object({
  total: Type.Integer({ description: 'There are adapters for' }),
  active: Type.Integer({ description: 'In use' }),
  healthy: Type.Integer({ description: 'Of those in use, can be asked now' }),
})

const Usage = {
  requests: Type.Integer(),
  success: Type.Integer(),
  errors: Type.Integer(),
  cost: nullable(Type.Number({ description: 'Null where no cost per request is set' })),
}

export const ProviderDashboardBody = dataBody({
  timestamp: Moment,
  providers: Counts,
  usage_today: described(Type.Object(Usage), 'Since midnight UTC'),
  failovers_24h: Type.Integer({
    description: 'Incidents of the last 24 hours in which another provider served',
  }),
  top_providers: Type.Array(
    Type.Object({ provider: oneOf(PROVIDER_IDS), name: Type.String(), ...Usage }),
    { description: 'The 5 that were asked most today' },
  ),
})

export const RealTimeStatusBody = dataBody({
  timestamp: Moment,
  providers: Type.Array(ProviderHealthBody, {
    description: 'In the order in which they are asked',
  }),
  active_tasks: nullable(
    Type.Integer({ description: 'Runs under way; null where Temporal does not answer' }),
  ),
  active_failovers: Type.Array(
    Type.Object({
      id: Type.Integer({ description: 'Of the incident' }),
      primary_provider: oneOf(PROVIDER_IDS),
      reason: oneOf(INCIDENT_CAUSES),
      failed_at: Moment,
      cities_affected: Type.Integer(),
    }),
    {
      description:
        'Incidents that are not over and in which another provider served, the newest 50',
    },
  ),
})

export const USUAL_ALERTS = 10

export const LatestAlertsQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: USUAL_ALERTS })),
  },
  { additionalProperties: false },
)

export const LatestAlertsBody = dataBody({
  alerts: AlertsBody.properties.alerts,
  total: Type.Integer({ description: 'In the list' }),
  timestamp: Moment,
})
