import { Type, type Static } from 'typebox'
import { OBJECTIVE_SPANS } from '../../domain/objectives/error-budget.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const Span = Type.Object({
  span: oneOf(OBJECTIVE_SPANS, 'Up to now'),
  minutes: Type.Integer(),
  attained_percent: nullable(
    Type.Number({
      description: 'Of the time of its cities, how much they were in time; null: not measured',
    }),
  ),
  burn_rate: nullable(
    Type.Number({
      description: 'How many times as fast as the target allows the error budget was spent',
    }),
  ),
  budget_left_percent: nullable(
    Type.Number({
      description: 'Of what may be late in the span; below 0 the objective is missed',
    }),
  ),
})

const Objective = Type.Object({
  objective: Type.String({
    description: 'As in WEATHER247_FRESHNESS_OBJECTIVES',
    examples: ['top:20=20@95'],
  }),
  description: Type.String(),
  max_age_minutes: Type.Integer(),
  target_percent: Type.Number(),
  cities: Type.Integer({ description: 'It is about, when last measured' }),
  late_cities: Type.Integer({ description: 'Of these, older than they should be at that moment' }),
  measured_at: described(Moment, 'Before every scheduled refresh, and once an hour'),
  spans: Type.Array(Span),
})

export const ObjectivesBody = dataBody({
  objectives: Type.Array(Objective, { description: 'Empty until something was measured' }),
  timestamp: Moment,
})

export type ObjectiveBody = Static<typeof Objective>
