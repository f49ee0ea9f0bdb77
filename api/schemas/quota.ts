import { Type } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { COUNT_SOURCES, DRIFT_SOURCES } from '../../domain/quota/drift.ts'
import { QUOTA_WINDOWS } from '../../domain/quota/windows.ts'
import { QUOTA_LEVELS } from '../../domain/quota/levels.ts'
import { CircuitBody } from './providers.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf, oneOfOrNull } from './types.ts'

const Weight = Type.Number({ description: "In the provider's own unit" })

const QuotaWindowBody = Type.Object({
  window: oneOf(QUOTA_WINDOWS),
  limit: nullable(Type.Number({ description: 'Null where the window is not limited' })),
  used: described(Weight, 'Weight of requests, charged before they are sent'),
  reserved: described(
    Weight,
    "Of the limit, what the plan leaves to people's own requests at the start; remaining includes it",
  ),
  remaining: nullable(Weight),
  source: oneOf(
    COUNT_SOURCES,
    'local: as we counted; headers, refusal: the provider said otherwise in this window, and we count on from that',
  ),
  used_share: nullable(Type.Number({ description: '0 to 1' })),
  resets_at: Moment,
  status: oneOf(QUOTA_LEVELS),
  exhausted_at: nullable(
    Type.String({
      format: 'date-time',
      description: 'When it runs out at the pace of the last hour; null where it lasts',
    }),
  ),
})

const QuotaDriftBody = Type.Object({
  window: oneOf(QUOTA_WINDOWS),
  at: Moment,
  limit: Weight,
  ledger_left: described(Weight, 'What our own count said'),
  reported_left: described(Weight, 'What the provider said, which is taken since'),
  source: oneOf(DRIFT_SOURCES, 'headers: of an answer; refusal: it said that a window is used up'),
  times: Type.Integer({ description: 'How often within this window' }),
})

const QuotaService = Type.Object({
  service: oneOf(PROVIDER_IDS),
  name: Type.String(),
  status: oneOf(QUOTA_LEVELS),
  windows: Type.Array(QuotaWindowBody),
  used_last_hour: Weight,
  cost: Type.Object({
    weight_24h: Weight,
    weight_per_request: nullable(
      Type.Number({ description: 'Mean of the last 24 hours; null where none was sent' }),
    ),
    cost_per_request: nullable(
      Type.Number({ description: 'For one unit of weight; null where none is set, as all below' }),
    ),
    money: nullable(Type.Number({ description: 'Of this UTC month' })),
    projected_money: nullable(
      Type.Number({ description: 'Of the whole month, if it goes on as in the last 24 hours' }),
    ),
    monthly_budget: nullable(Type.Number()),
    budget_share: nullable(Type.Number({ description: '0 to 1' })),
    budget_status: oneOfOrNull(QUOTA_LEVELS),
  }),
  requests_24h: Type.Integer(),
  success_rate_24h: nullable(
    Type.Number({ description: '0 to 1, rate-limited requests left out' }),
  ),
  main_failure_24h: nullable(Type.String()),
  parked_until: nullable(Type.String({ format: 'date-time' })),
  parked_reason: nullable(Type.String()),
  is_key_refused: Type.Boolean(),
  circuits: Type.Array(CircuitBody),
  drifts_24h: Type.Array(QuotaDriftBody, {
    description:
      'Where its count and ours were apart: its key is used elsewhere, or it counts otherwise',
  }),
})

export const QuotaBody = dataBody({
  timestamp: Moment,
  status: oneOfOrNull(QUOTA_LEVELS),
  services: Type.Array(QuotaService),
  recommendations: Type.Array(Type.String()),
})
