import { Type } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { PROVIDER_ERROR_KINDS } from '../../domain/provider/provider-error.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { CityIdNumber } from './city.ts'
import { dataBody } from './data-body.ts'
import { Doubts } from './doubts.ts'
import { RunId } from './stored-reading.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const Outcome = oneOf(
  ['ok', 'unchanged', 'remembered', ...PROVIDER_ERROR_KINDS] as const,
  'ok: a value; unchanged: a 304; remembered: a stored answer had not expired; else why not',
)

const ProductBody = Type.Object({
  product: oneOf(PRODUCTS),
  refreshed_at: described(nullable(Moment), 'When its last refresh ended'),
  run_id: nullable(Type.String()),
  tried: Type.Array(
    Type.Object({
      provider: oneOf(PROVIDER_IDS),
      outcome: Outcome,
      was_asked: Type.Boolean({ description: 'Whether a request was sent' }),
      message: nullable(Type.String()),
      retry_after_s: nullable(Type.Number()),
    }),
    { description: 'In the order in which they were tried' },
  ),
  skipped: Type.Array(Type.Object({ provider: oneOf(PROVIDER_IDS), why: Type.String() }), {
    description: 'Those not tried, as they are set up now',
  }),
  stored: nullable(
    Type.Object(
      {
        provider: oneOf(PROVIDER_IDS),
        valid_at: nullable(Moment),
        confirmed_at: Moment,
        run_id: RunId,
      },
      { description: 'What is served; null where there is nothing' },
    ),
  ),
  confirmed_at: described(nullable(Moment), 'By a value, or by a 304'),
  next_due_at: described(nullable(Moment), 'Null where the city is not kept fresh'),
  next_due_by: oneOf(
    ['plan', 'age'] as const,
    'plan: where limits are short, at the price of the latest refresh; age: at its maximum age',
  ),
  planned_period_s: Type.Integer({
    description: 'How often it is refreshed on a usual day, at the hour of its least demand',
  }),
  late: Type.Boolean({ description: 'Older than twice that period, or never refreshed' }),
})

export const ExplainBody = dataBody({
  city_id: CityIdNumber,
  city: Type.String(),
  is_active: Type.Boolean({ description: 'Whether it is kept fresh' }),
  products: Type.Array(ProductBody),
  doubts: Doubts,
  timestamp: Moment,
})
