import { Type } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { CONDITIONS } from '../../domain/weather/condition.ts'
import { DISAGREEMENT_KINDS } from '../../domain/weather/disagreement.ts'
import { BASES } from '../../domain/weather/reading.ts'
import { VALUE_FLAGS, WATCHED_FIELDS } from '../../domain/weather/value-flags.ts'
import { CONDITION_FIELDS } from '../../domain/weather/condition-fields.ts'
import { dataBody } from './data-body.ts'
import { described, Moment, nullable, oneOf } from './types.ts'

const Opinion = (description: string) =>
  Type.Object(
    {
      provider: oneOf(PROVIDER_IDS),
      valid_at: described(Moment, 'The moment its values describe'),
      basis: oneOf(BASES),
      temperature: described(nullable(Type.Number()), '°C'),
      wind_speed: described(nullable(Type.Number()), 'km/h'),
      precipitation: described(nullable(Type.Number()), 'mm'),
      precipitation_window_minutes: nullable(Type.Integer()),
      condition: Type.Unsafe<(typeof CONDITIONS)[number] | null>({ enum: [...CONDITIONS, null] }),
    },
    { description },
  )

const Disagreement = {
  id: Type.Integer({ examples: [1] }),
  city_id: Type.Integer(),
  city: Type.String(),
  country_code: Type.String(),
  kinds: Type.Array(oneOf(DISAGREEMENT_KINDS), {
    description:
      'temperature: more than 4 °C apart; wind: more than 25 km/h; rain: one has rain, the other none',
  }),
  served: Opinion('What is served, as its provider gave it'),
  other: Opinion('What the other provider gave, within 30 minutes of the same moment'),
  started_at: Moment,
  last_at: described(Moment, 'When it was last found; both sides are of then'),
  ended_at: described(
    nullable(Moment),
    'When the two agreed again, or were last found apart a day before no one had looked again',
  ),
  times: Type.Integer({ description: 'How often it was found' }),
  run_id: described(Type.String(), 'The run that found it last'),
}

export const DisagreementBody = Type.Object(Disagreement)

const MOST_LISTED = 200
export const DISAGREEMENTS_LISTED = 50

export const DisagreementsQuery = Type.Object(
  {
    city_id: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 })),
    provider: Type.Optional(oneOf(PROVIDER_IDS, 'On either side')),
    status: Type.Optional(oneOf(['open', 'ended'])),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: MOST_LISTED, default: DISAGREEMENTS_LISTED }),
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

export const DisagreementsBody = dataBody({
  disagreements: Type.Array(DisagreementBody, { description: 'The newest first' }),
  next_cursor: nullable(Type.Integer({ description: 'Null on the last page' })),
})

/** Beside the products of a city that is explained. */
export const Doubts = Type.Object({
  flags: Type.Array(
    Type.Object({
      provider: oneOf(PROVIDER_IDS),
      flag: oneOf(
        VALUE_FLAGS,
        'stands-still: unchanged for longer than weather is; jump: farther from the one before than ' +
          'weather goes in an hour; jump-back: it jumped, and the next one was back',
      ),
      field: oneOf([...WATCHED_FIELDS.map((one) => CONDITION_FIELDS[one].responseName), 'all']),
      since: described(Moment, 'The moment of the first value'),
      until: described(nullable(Moment), 'Null while it holds'),
      value: nullable(Type.Number()),
      before: described(nullable(Type.Number()), 'The value before a jump'),
    }),
    { description: 'Of the last 7 days, the newest first' },
  ),
  disagreements: Type.Array(DisagreementBody, { description: 'The latest 5' }),
  second_opinion: nullable(
    Type.Object(
      {
        provider: oneOf(PROVIDER_IDS),
        asked_at: Moment,
        agrees: described(
          nullable(Type.Boolean()),
          'Null where it gave no answer, or none of the same moment',
        ),
      },
      { description: 'Who was last asked beside the one that served; null: none' },
    ),
  ),
})
