import { Type, type Static } from 'typebox'
import { VERDICT_LEVELS } from '../../domain/health/verdict.ts'
import { INCIDENT_CAUSES } from '../../domain/incidents/incident-cause.ts'
import {
  INCIDENT_ENDS,
  INCIDENT_SEVERITIES,
  INCIDENT_STATUSES,
} from '../../domain/incidents/incident.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf, oneOfOrNull } from './types.ts'

const Counts = (description: string) => Type.Record(Type.String(), Type.Integer(), { description })

const Incident = {
  id: Type.Integer(),
  provider: oneOf(PROVIDER_IDS),
  cause: oneOf(INCIDENT_CAUSES, 'Of each provider and cause there is one at a time'),
  status: oneOf(
    INCIDENT_STATUSES,
    'recovering: the provider serves again, and has not yet done so for 20 minutes',
  ),
  severity: oneOf(
    INCIDENT_SEVERITIES,
    'Least first. major: a quarter of the cities, or an hour, or a city that no one serves; ' +
      'critical: a tenth of the cities served by no one, or one of them for an hour',
  ),
  level: oneOf(VERDICT_LEVELS, 'What it makes of the verdict while all cities are fresh'),
  endpoints: Type.Array(oneOf(PRODUCTS), { description: 'What it was asked for in vain' }),
  started_at: Moment,
  last_failure_at: Moment,
  recovered_at: described(nullable(Moment), 'When it first served again after that'),
  ended_at: described(nullable(Moment), 'Null until it is closed; then when it served again'),
  ended: described(oneOfOrNull(INCIDENT_ENDS), 'Why it is over'),
  ended_by: nullable(Type.String({ description: 'Name of the token, where a person closed it' })),
  escalated_at: nullable(Moment),
  reopened: Type.Integer({ description: 'How often it failed again before 20 quiet minutes' }),
  message: nullable(Type.String({ description: 'What the first failure said' })),
  cities_affected: Type.Integer({ description: 'Distinct cities, as of judged_at' }),
  cities_unserved: Type.Integer({ description: 'Those of them whose conditions no one served' }),
  errors: Counts('Refreshes of cities, by kind of error'),
  served_by: Counts('Refreshes of cities, by who served instead; none: not served'),
  run_ids: Type.Array(Type.String(), { description: 'The latest 20 runs that met it' }),
  judged_at: Moment,
}

export const IncidentBody = dataBody(Incident)

export type IncidentBody = Static<typeof IncidentBody>

export const IncidentDetail = dataBody({
  ...Incident,
  requests_spent: Type.Integer({
    description: 'Requests that failed so, in the UTC hours of the incident',
  }),
  weight_spent: Type.Number({ description: 'What the provider charged for them' }),
  cities: Type.Array(
    Type.Object({
      city_id: Type.Integer(),
      name: Type.String(),
      country_code: Type.String(),
      first_at: Moment,
      served_by: nullable(Type.String({ description: 'At first; null: none' })),
      was_unserved: Type.Boolean({ description: 'Whether no one served it at any time' }),
    }),
    { description: 'The 20 most populous of the cities affected' },
  ),
})

const MOST_LISTED = 200
export const USUALLY_LISTED = 50

export const IncidentsQuery = Type.Object(
  {
    status: Type.Optional(oneOf(INCIDENT_STATUSES)),
    provider: Type.Optional(oneOf(PROVIDER_IDS)),
    city_id: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2_147_483_647,
        description: 'Only those that met this city',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: MOST_LISTED, default: USUALLY_LISTED }),
    ),
    cursor: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
        description: '`next_cursor` of the page before',
      }),
    ),
  },
  { additionalProperties: false },
)

export const IncidentsBody = dataBody({
  incidents: Type.Array(Type.Object(Incident), { description: 'The newest first' }),
  next_cursor: nullable(Type.Integer({ description: 'Null on the last page' })),
})

export const IncidentParams = Type.Object({
  incidentId: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, examples: [1] }),
})

const Failover = {
  id: Type.Integer({ description: 'Of the incident' }),
  primary_provider: oneOf(PROVIDER_IDS),
  fallback_provider: nullable(
    Type.String({
      description:
        'Who served most of the cities instead; null where an incident without is resolved',
    }),
  ),
  endpoint: Type.String({ description: 'What it was asked for in vain' }),
  reason: oneOf(INCIDENT_CAUSES),
  failed_at: Moment,
  resolved_at: nullable(Moment),
  error_details: nullable(Type.String()),
}

export const FailoverBody = dataBody(Failover)

export const USUAL_DAYS = 7

export const FailoversQuery = Type.Object(
  {
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90, default: USUAL_DAYS })),
  },
  { additionalProperties: false },
)

export const MOST_FAILOVERS = 50

export const FailoversBody = dataBody({
  failover_events: Type.Array(Type.Object(Failover), {
    description: `The newest first, ${MOST_FAILOVERS} at most`,
  }),
  period_days: Type.Integer(),
  total_events: Type.Integer(),
})
