import { Type } from 'typebox'
import { TASK_QUEUE_NAMES } from '../../contracts/task-queues.ts'
import { COMPONENT_STATUSES, OVERALL_STATUSES } from '../../domain/health/overall-status.ts'
import { ApiHealthBody, PrimaryServiceBody } from './api-health.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const state = {
  status: oneOf(
    COMPONENT_STATUSES,
    'degraded: in part, or more slowly; unknown: what it depends on does not answer; ' +
      'not_used: this installation does without it',
  ),
  reason: nullable(Type.String({ description: 'Null where nothing is wrong' })),
}

const check = {
  ...state,
  latency_ms: nullable(
    Type.Number({ description: 'How long the check took; null where nothing was asked' }),
  ),
}

const QueueBody = Type.Object({ queue: oneOf(TASK_QUEUE_NAMES), ...state })

const Details = Type.Object({
  started_at: described(Moment, 'When this process of the API started'),
  web_ui: nullable(Type.String({ description: "Temporal's Web UI; null where none is known" })),
  components: Type.Object({
    celery: Type.Boolean({ description: 'Whether Temporal answers and every queue has a worker' }),
    redis: nullable(
      Type.Boolean({ description: 'Whether Redis answers; null where REDIS_URL is not set' }),
    ),
    database: Type.Boolean({ description: 'Whether it can be read and written' }),
    weather_apis: nullable(
      Type.Boolean({
        description: 'Whether a provider can be asked; null where the database does not answer',
      }),
    ),
  }),
  checks: Type.Object({
    temporal: Type.Object(check),
    workers: Type.Object({ ...check, queues: Type.Array(QueueBody) }),
    database: Type.Object(check),
    redis: Type.Object(check),
    providers: Type.Object(check),
  }),
  primary_service: PrimaryServiceBody,
  database: Type.Object({ status: state.status }),
  api_services: ApiHealthBody,
})

/** Callers that may not read the API get the first three alone. */
export const OverallHealthBody = dataBody({
  timestamp: Moment,
  overall_status: oneOf(
    OVERALL_STATUSES,
    'degraded: weather is served, and something is in the way; unhealthy: nothing can be served',
  ),
  overall_healthy: Type.Boolean(),
  ...Type.Partial(Details).properties,
})

export type OverallHealthBody = Type.Static<typeof OverallHealthBody>
