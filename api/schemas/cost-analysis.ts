import { Type } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { QUOTA_LEVELS } from '../../domain/quota/levels.ts'
import { dataBody } from './data-body.ts'
import { nullable, oneOf } from './types.ts'

/** As long as usage is kept by default. */
const MOST_DAYS = 45
export const USUAL_COST_DAYS = 30

export const CostQuery = Type.Object(
  {
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST_DAYS,
        default: USUAL_COST_DAYS,
        description: 'UTC days, today included',
      }),
    ),
  },
  { additionalProperties: false },
)

const UtcDate = Type.String({ format: 'date', description: 'UTC' })
const Cost = nullable(Type.Number({ description: 'Null where no cost per request is set' }))
const Spent = {
  requests: Type.Integer(),
  weight: Type.Number({ description: 'In the unit the provider counts in' }),
  cost: Cost,
}

export const CostAnalysisBody = dataBody({
  period: Type.Object({ start_date: UtcDate, end_date: UtcDate, days: Type.Integer() }),
  totals: Type.Object(Spent),
  provider_breakdown: Type.Array(
    Type.Object({
      provider: oneOf(PROVIDER_IDS),
      name: Type.String(),
      ...Spent,
      month_cost: Cost,
      monthly_budget: nullable(Type.Number()),
      budget_share: nullable(Type.Number({ description: '0 to 1, of this calendar month' })),
      status: oneOf(QUOTA_LEVELS),
    }),
    { description: 'Those in use, and those that were sent a request' },
  ),
  daily_costs: Type.Array(Type.Object({ date: UtcDate, ...Spent }), {
    description: 'Days without a request are left out',
  }),
})
