import { Type, type Static } from 'typebox'
import { ALERT_SEVERITIES, ALERT_STATUSES, ALERT_TYPES } from '../../domain/alerts/alert.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const Alert = {
  id: Type.Integer(),
  key: Type.String({ description: 'What it is about: of each there is one open alert at most' }),
  type: oneOf(ALERT_TYPES),
  severity: oneOf(
    ALERT_SEVERITIES,
    'Least first; critical becomes emergency where it is not acknowledged for 30 minutes',
  ),
  status: oneOf(ALERT_STATUSES),
  message: Type.String(),
  recommendation: Type.String(),
  raised_at: Moment,
  last_seen_at: described(Moment, 'When its rule was last found to hold'),
  occurrences: Type.Integer({ description: 'How often its rule was found to hold' }),
  escalated_at: nullable(Moment),
  acknowledged_at: nullable(Moment),
  acknowledged_by: nullable(Type.String({ description: 'Name of the token' })),
  resolved_at: nullable(Moment),
  resolved_by: nullable(
    Type.String({ description: 'Name of the token; null where its rule does not hold any more' }),
  ),
}

export const AlertBody = dataBody(Alert)

export type AlertBody = Static<typeof AlertBody>

const MOST_LISTED = 200
export const USUALLY_LISTED = 50

export const AlertsQuery = Type.Object(
  {
    status: Type.Optional(oneOf(ALERT_STATUSES)),
    severity: Type.Optional(oneOf(ALERT_SEVERITIES)),
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

export const AlertsBody = dataBody({
  alerts: Type.Array(Type.Object(Alert), { description: 'The newest first' }),
  next_cursor: nullable(Type.Integer({ description: 'Null on the last page' })),
})

export const AlertParams = Type.Object({
  alertId: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, examples: [1] }),
})

export const REPORT_STATUSES = ['healthy', 'warning', 'critical'] as const

const share = (description: string) =>
  nullable(Type.Number({ description: `${description}, 0 to 1` }))

const Metrics = Type.Object({
  cache_reads_24h: Type.Integer(),
  cache_hit_rate: share('Of those reads; null without any'),
  total_cities: Type.Integer(),
  freshness_score: nullable(Type.Number({ description: '0 to 100; null without cities' })),
  stale_share: share('Cities older than 30 minutes; null without cities'),
  providers: Type.Array(
    Type.Object({
      provider: Type.String(),
      requests: Type.Integer({ description: 'Of this clock hour and the one before' }),
      error_rate: share('Of those; null without any'),
      response_time_ms: nullable(
        Type.Number({ description: 'Mean; null where none was measured' }),
      ),
    }),
  ),
})

const REPORT = {
  timestamp: Moment,
  overall_status: oneOf(REPORT_STATUSES, 'critical: an alert of severity critical holds'),
  alerts: Type.Array(
    Type.Object({
      type: oneOf(ALERT_TYPES),
      severity: oneOf(ALERT_SEVERITIES),
      message: Type.String(),
      recommendation: Type.String(),
    }),
    { description: 'Rules that hold with severity error or worse' },
  ),
  warnings: Type.Array(Type.Object({ type: oneOf(ALERT_TYPES), message: Type.String() })),
  metrics: Metrics,
}

export const HealthReportBody = dataBody(REPORT)

export const HealthCheckBody = dataBody({
  ...REPORT,
  alerts_raised: Type.Integer(),
  alerts_escalated: Type.Integer(),
  alerts_resolved: Type.Integer({ description: 'Their rules do not hold any more' }),
})
