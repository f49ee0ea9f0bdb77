import { Type } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { PROVIDER_ERROR_KINDS } from '../../domain/provider/provider-error.ts'
import { CIRCUIT_CAUSES } from '../../domain/provider/circuit.ts'
import { LEVEL_BEGINS, QUOTA_LEVELS } from '../../domain/quota/levels.ts'
import { QUOTA_WINDOWS, WINDOW_KINDS } from '../../domain/quota/windows.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { KEY_STATUSES } from '../../domain/provider/provider-setup.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const HealthStatus = oneOf(['healthy', 'unhealthy'], 'healthy: it can be asked now')

const Rate = nullable(
  Type.Number({ description: '0 to 1, rate-limited requests left out; null without any' }),
)

const Weight = Type.Number({ description: 'In the unit the provider counts in' })

const Money = Type.Number({ description: 'In the currency of your own plan' })

const LimitBody = Type.Object({
  window: oneOf(QUOTA_WINDOWS),
  limit: Weight,
  kind: oneOf(WINDOW_KINDS, 'fixed: turns with the clock; sliding: what ends now'),
  time_zone: Type.String({ description: 'In which days and months turn' }),
  reset_hour: Type.Integer({ description: 'At which days and months turn there' }),
  reset_day: Type.Integer({ description: 'Of the month, at which months turn' }),
  reserved: described(
    Weight,
    "What the plan leaves to people's own requests at the start of the window",
  ),
  source: Type.String({ description: 'Where the limit is published, or who set it' }),
  as_of: Type.String({ format: 'date', description: 'When it was read there, or set' }),
})

export const CircuitBody = Type.Object({
  endpoint: Type.String({ description: 'The products its requests answer' }),
  cause: oneOf(
    CIRCUIT_CAUSES,
    'failing: most requests fail; contract: nothing can be read from its answers',
  ),
  since: Moment,
  next_probe_at: described(Moment, 'From then on one request may try it'),
  reason: Type.String(),
})

export const ProviderBody = Type.Object({
  id: oneOf(PROVIDER_IDS),
  name: Type.String(),
  attribution: Type.Object({
    text: Type.String(),
    url: Type.String({ format: 'uri' }),
    licence: Type.String(),
  }),
  commercial_use: Type.String({ description: 'Whether its free plan may be used commercially' }),
  products: Type.Array(oneOf(PRODUCTS)),
  countries: nullable(
    Type.Array(Type.String(), {
      description: 'ISO 3166-1 alpha-2 codes it serves; null: the whole world',
    }),
  ),
  order: nullable(Type.Integer({ description: '1 is asked first; null where it is not in use' })),
  priority: Type.Integer({ description: 'The lowest is asked first' }),
  is_active: Type.Boolean({ description: 'Whether it is in use' }),
  is_primary: Type.Boolean({ description: 'Whether it is asked first' }),
  not_usable_reason: nullable(
    Type.String({ description: 'What keeps it from being used, whatever is changed here' }),
  ),
  api_key_status: oneOf(KEY_STATUSES, 'Whether there is one; the key itself is never shown'),
  limits: Type.Array(LimitBody, { description: 'Empty where it is not limited' }),
  max_in_flight: Type.Integer({
    description: 'Requests at a time by each process; 1: by all together',
  }),
  spacing_ms: Type.Integer({ description: 'Between the starts of two requests' }),
  places_per_request: Type.Integer(),
  cost_per_request: nullable(Money),
  monthly_budget: nullable(Money),
  month_cost: nullable(
    Type.Object(
      {
        spent: Money,
        budget: nullable(Money),
        spent_share: nullable(Type.Number({ description: '0 to 1' })),
        status: oneOf(
          QUOTA_LEVELS,
          `warning from ${LEVEL_BEGINS.warning} of the budget on, critical from ${LEVEL_BEGINS.critical} on`,
        ),
      },
      { description: 'Since the UTC month began; null without a cost per request' },
    ),
  ),
  changed_at: described(nullable(Moment), 'When it was changed at run time'),
  changed_by: nullable(Type.String()),
  health_status: HealthStatus,
  health_reason: nullable(
    Type.String({ description: 'Why it cannot be asked; null where it can' }),
  ),
  success_rate_24h: Rate,
  error_count_24h: Type.Integer({
    description: 'Requests without an answer, rate-limited left out',
  }),
  main_failure_24h: nullable(Type.String({ description: 'What most of them failed with' })),
  last_success_at: described(nullable(Moment), 'Null where none was written down'),
  last_failure_at: described(nullable(Moment), 'Null where none was written down'),
  used_today: described(Weight, 'Weight since 00:00 UTC'),
  parked_until: described(nullable(Moment), 'No request is sent before'),
  parked_reason: nullable(Type.String()),
  is_key_refused: Type.Boolean({
    description: 'Nothing is sent until its key is changed, or works in a test',
  }),
  circuits: Type.Array(CircuitBody, { description: 'What keeps endpoints of it from being asked' }),
})

export const ProvidersBody = dataBody({
  providers: Type.Array(ProviderBody, { description: 'Those in use first, in their order' }),
  health_rule: Type.String({ description: 'When a provider counts as healthy' }),
  timestamp: Moment,
})

export const ProviderParams = Type.Object({
  providerId: Type.String({ minLength: 1, maxLength: 50, examples: ['open-meteo'] }),
})

/** As long as usage is kept by default. */
const MOST_DAYS = 45
export const USUAL_DAYS = 7

export const StatsQuery = Type.Object(
  {
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST_DAYS,
        default: USUAL_DAYS,
        description: 'UTC days, today included',
      }),
    ),
  },
  { additionalProperties: false },
)

const UTC_DATE = Type.String({ format: 'date', description: 'UTC' })

const USAGE = {
  total_requests: Type.Integer(),
  total_success: Type.Integer(),
  total_errors: Type.Integer({ description: 'Rate-limited requests included' }),
  success_rate: nullable(Type.Number({ description: '0 to 1; null without requests' })),
  total_weight: Weight,
  total_cost: nullable(
    Type.Number({ description: 'Weight times its cost; null where that is not set' }),
  ),
  avg_response_time_ms: nullable(Type.Number({ description: 'Null where none was measured' })),
  max_response_time_ms: nullable(Type.Number({ description: 'Null where none was measured' })),
  avg_response_time: nullable(
    Type.Number({ description: 'In seconds, for clients of the original; null as above' }),
  ),
  max_response_time: nullable(
    Type.Number({ description: 'In seconds, for clients of the original; null as above' }),
  ),
}

export const ProviderStatsBody = dataBody({
  provider: oneOf(PROVIDER_IDS),
  name: Type.String(),
  period: Type.Object({ start_date: UTC_DATE, end_date: UTC_DATE, days: Type.Integer() }),
  usage: Type.Object(USAGE),
  daily_usage: Type.Array(Type.Object({ date: UTC_DATE, ...USAGE }), {
    description: 'Days without a request are left out',
  }),
  endpoints: Type.Array(
    Type.Object({
      endpoint: Type.String({
        description:
          'The products its requests answer; all: counted before they were distinguished; places: its gazetteer',
      }),
      ...USAGE,
      errors: Type.Array(
        Type.Object({ kind: oneOf(PROVIDER_ERROR_KINDS), requests: Type.Integer() }),
        { description: 'By kind' },
      ),
    }),
    { description: 'Of the whole period' },
  ),
  failover_events: Type.Integer({
    description: 'Incidents that lasted in the period and in which another provider served',
  }),
  health_status: HealthStatus,
  health_reason: nullable(Type.String()),
})
