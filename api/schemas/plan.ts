import { Type, type Static } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const Minutes = nullable(Type.Number({ description: 'In minutes; null where no one serves it' }))

const FRESHNESS = {
  items: Type.Integer({ description: 'Cities' }),
  mean_age: described(Minutes, 'As requests meet it'),
  longest_gap: described(Minutes, 'Between two calls'),
}

const Calls = Type.Number({ description: 'Calls, in the unit the provider counts in' })

const Report = Type.Object({
  sentence: Type.String({ description: 'What it gives, for people' }),
  is_short: Type.Boolean({ description: 'False where the limits carry everything that is due' }),
  cities: Type.Integer(),
  mean_age: described(Minutes, 'Of all products as requests meet it'),
  products: Type.Array(Type.Object({ product: oneOf(PRODUCTS), ...FRESHNESS })),
  tiers: Type.Array(Type.Object({ name: Type.String(), ...FRESHNESS }), {
    description: 'Conditions of the most requested cities, and of the others',
  }),
  providers: Type.Array(
    Type.Object({
      provider: oneOf(PROVIDER_IDS),
      is_usable: Type.Boolean(),
      calls_now: described(Calls, 'Of the next refresh'),
      calls_per_day: described(Calls, 'Of a day on which nothing is used yet'),
      most_per_day: described(nullable(Calls), 'What its limits carry; null where they set none'),
    }),
  ),
  not_planned: Type.Array(
    Type.Object({
      provider: oneOf(PROVIDER_IDS),
      is_in_use: Type.Boolean({ description: 'False where it is left out' }),
      reason: Type.String(),
    }),
    {
      description:
        'Asked beside the plan, at their place in the order, or left out, as from commercial use',
    },
  ),
  never_fetched: Type.Integer({
    description:
      'Cities of which not everything was ever fetched: that goes before the promises of others, ' +
      'which may be kept later until then',
  }),
  promises: Type.Array(
    Type.Object({
      name: Type.String({ description: 'Whom it is promised to' }),
      promised_minutes: Type.Number(),
      kept_minutes: Type.Number({ description: 'Longer where the limits do not carry it' }),
      cities: Type.Integer({ description: 'That are meant' }),
      held: Type.Integer({ description: 'Of them, those for which it is kept' }),
      others_mean_age: described(Minutes, 'Of the conditions of all other cities'),
      others_mean_age_without: described(
        nullable(Type.Number()),
        'The same without the promise; null for what is promised to every city',
      ),
    }),
    { description: 'In the order in which they count' },
  ),
  held_at_15_minutes: Type.Integer({
    description: 'How many cities could be held at 15 minutes, every other one promised a day',
  }),
  mean_age_without_promises: described(Minutes, 'Of all products, if nothing were promised'),
  with_one_more: Type.Array(Type.Object({ provider: oneOf(PROVIDER_IDS), mean_age: Minutes }), {
    description: 'The mean age with a key of another provider',
  }),
})

export const PlanReportBody = Type.Unsafe<Static<typeof Report> | null>({
  ...Report,
  type: ['object', 'null'],
})

export const PlanBody = dataBody({
  report: PlanReportBody,
  reason: nullable(Type.String({ description: 'Why there is no report; else null' })),
  as_of: described(Moment, 'When it was made: it is kept for minutes'),
})

export type PlanBody = Static<typeof PlanBody>
