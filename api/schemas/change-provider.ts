import { Type, type Static } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { PROVIDER_ERROR_KINDS } from '../../domain/provider/provider-error.ts'
import { MOST_IN_FLIGHT, MOST_SPACING_MS } from '../../domain/provider/provider-limits.ts'
import { MOST_MONEY } from '../../domain/provider/provider-change.ts'
import { MOST_PRIORITY } from '../../domain/provider/provider-setup.ts'
import { LEVEL_BEGINS } from '../../domain/quota/levels.ts'
import { LAST_RESET_DAY, LAST_RESET_HOUR, MAX_LIMIT } from '../../domain/quota/limit-text.ts'
import { QUOTA_WINDOWS, WINDOW_KINDS } from '../../domain/quota/windows.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { CityIdNumber } from './city.ts'
import { dataBody } from './data-body.ts'
import { ProviderBody } from './providers.ts'
import { Moment, nullable, oneOf } from './types.ts'

const LimitRequest = Type.Object(
  {
    window: oneOf(QUOTA_WINDOWS),
    limit: Type.Integer({ minimum: 0, maximum: MAX_LIMIT, description: 'Weight per window' }),
    kind: Type.Optional(oneOf(WINDOW_KINDS)),
    time_zone: Type.Optional(Type.String({ minLength: 1, maxLength: 64, examples: ['UTC'] })),
    reset_hour: Type.Optional(Type.Integer({ minimum: 0, maximum: LAST_RESET_HOUR })),
    reset_day: Type.Optional(Type.Integer({ minimum: 1, maximum: LAST_RESET_DAY })),
  },
  { additionalProperties: false },
)

const money = (description: string) =>
  Type.Optional(nullable(Type.Number({ minimum: 0, maximum: MOST_MONEY, description })))

const CHANGES = {
  is_active: Type.Optional(Type.Boolean({ description: 'Whether it is in use' })),
  priority: Type.Optional(
    nullable(
      Type.Integer({
        minimum: 1,
        maximum: MOST_PRIORITY,
        description: 'The lowest is asked first; null as the settings say',
      }),
    ),
  ),
  limits: Type.Optional(
    nullable(
      Type.Array(LimitRequest, {
        maxItems: QUOTA_WINDOWS.length,
        description:
          'Each window once; empty is no limit. Null takes these and the three below back',
      }),
    ),
  ),
  max_in_flight: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MOST_IN_FLIGHT,
      description: 'By each process; 1: by all together',
    }),
  ),
  spacing_ms: Type.Optional(Type.Integer({ minimum: 0, maximum: MOST_SPACING_MS })),
  places_per_request: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  cost_per_request: money('For one unit of weight, in the currency of your plan'),
  monthly_budget: money(`Warned of at ${LEVEL_BEGINS.warning} and ${LEVEL_BEGINS.critical}`),
}

export const ChangeProviderRequest = Type.Object(CHANGES, {
  additionalProperties: false,
  minProperties: 1,
  examples: [{ priority: 5 }],
})
export type ChangeProviderRequest = Static<typeof ChangeProviderRequest>

export const CreateProviderRequest = Type.Object(
  { name: oneOf(PROVIDER_IDS, 'Which of the providers there are adapters for'), ...CHANGES },
  { additionalProperties: false, examples: [{ name: 'met-norway', priority: 20 }] },
)

export const ProviderChangeBody = dataBody({ message: Type.String(), provider: ProviderBody })

const ChangedField = Type.Record(Type.String(), Type.Unknown())

export const ProviderDetailBody = dataBody({
  provider: ProviderBody,
  samples: Type.Array(Type.Object({ endpoint: Type.String(), text: Type.String() }), {
    description: 'How answers began that nothing could be read from, with keys masked',
  }),
  changes: Type.Array(
    Type.Object({
      at: Moment,
      changed_by: Type.String({ description: 'A token, `loopback`, or the command line' }),
      change: ChangedField,
      before: ChangedField,
    }),
    { description: 'At run time, the newest first; null is as the settings say' },
  ),
  timestamp: Moment,
})

export const TestProviderRequest = Type.Object(
  {
    city_id: Type.Optional(CityIdNumber),
    product: Type.Optional(oneOf(PRODUCTS, 'Whose endpoint; without it the first it offers')),
  },
  {
    additionalProperties: false,
    description: 'For which city; without it the most populous one that the provider serves',
    examples: [{}],
  },
)

export const ProviderTestBody = dataBody({
  provider: oneOf(PROVIDER_IDS),
  city_id: CityIdNumber,
  outcome: oneOf(['ok', ...PROVIDER_ERROR_KINDS] as const),
  message: nullable(Type.String({ description: 'Why it failed; null where it did not' })),
  product: oneOf(PRODUCTS),
  weight: Type.Number({ description: 'Charged for it' }),
  duration_ms: Type.Integer(),
  temperature_c: nullable(Type.Number()),
  valid_at: nullable(Moment),
  released: Type.Array(Type.String(), {
    description: 'What the success ended: a pause, a refused key, an open circuit',
  }),
})

const HealthResult = Type.Object({
  provider: oneOf(PROVIDER_IDS),
  is_healthy: Type.Boolean({ description: 'Whether it can be asked now' }),
  reason: nullable(Type.String()),
  success_rate_24h: nullable(Type.Number({ description: '0 to 1' })),
  last_check_at: nullable(Moment),
})

export const ProviderHealthBody = dataBody({ ...HealthResult.properties, timestamp: Moment })

export const BulkHealthBody = dataBody({
  results: Type.Array(HealthResult),
  total_checked: Type.Integer(),
  timestamp: Moment,
})
