import { Type, type Static } from 'typebox'
import { GEAR_CHOICES } from '../../contracts/refresh.ts'
import { MOST_PLANNED_CITIES } from '../../db/queries/refresh-plan.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { DUE_REASONS } from '../../domain/weather/due-reason.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { AmbiguousName, CityIdNumber } from './city.ts'
import { dataBody } from './data-body.ts'
import { PlanReportBody } from './plan.ts'
import { described, Moment, nullable, oneOf, oneOfOrNull } from './types.ts'

/** One workflow each: for more, refresh all that are due. */
const MAX_CITIES = 100
const MAX_AGE_SECONDS = 7 * 24 * 3600

export const CityName = Type.Union([CityIdNumber, Type.String({ minLength: 1, maxLength: 200 })])

export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 255,
      pattern: '^[!-~]+$',
      description:
        'Names the request (visible ASCII): for 24 h the same key with the same body starts ' +
        'nothing and gets the same answer; with another body it is refused',
      examples: ['7f3c0a52-nightly'],
    }),
  ),
})

export const RefreshRequest = Type.Object(
  {
    cities: Type.Optional(
      Type.Array(CityName, {
        minItems: 1,
        maxItems: MAX_CITIES,
        description: 'Names ("London", "London, GB") or GeoNames ids; every city where absent',
        examples: [['Tokyo', 'London, GB', 2950159]],
      }),
    ),
    products: Type.Optional(
      Type.Array(oneOf(PRODUCTS), {
        minItems: 1,
        uniqueItems: true,
        description: 'What is refreshed; all products where absent',
      }),
    ),
    fan_out: Type.Optional(
      oneOf(
        GEAR_CHOICES,
        'How one run fans out: a workflow for each city, an activity for many, or as their number ' +
          'says. With `cities`, one run over them instead of a task for each',
      ),
    ),
    max_age_seconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: MAX_AGE_SECONDS,
        description: 'What is not older is left alone; as the settings say where absent',
      }),
    ),
    force: Type.Optional(
      Type.Boolean({
        default: false,
        description:
          'Also refreshes what is young enough, and does not wait for the time a provider named',
      }),
    ),
    dry_run: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'Starts nothing: says what is due and what it would cost (200)',
      }),
    ),
  },
  { additionalProperties: false },
)

export type RefreshRequest = Static<typeof RefreshRequest>

const NAMES_NOT_TAKEN = {
  unknown: Type.Array(Type.String()),
  ambiguous: Type.Array(AmbiguousName),
}

export const RefreshBody = dataBody({
  message: Type.String(),
  task_id: nullable(
    Type.String({ description: 'The one run over all of it; null where each city has a task' }),
  ),
  tasks: Type.Array(
    Type.Object({ city: Type.String(), city_id: Type.Integer(), task_id: Type.String() }),
  ),
  ...NAMES_NOT_TAKEN,
})

export type RefreshBody = Static<typeof RefreshBody>

export const LegacyRefreshBody = dataBody({
  message: Type.String({ examples: ['Successfully updated weather data for 128 cities'] }),
  task_id: nullable(Type.String()),
})

const WEIGHT = "In the unit of the provider's quota"

const PlannedCity = Type.Object({
  city: Type.String(),
  city_id: Type.Integer(),
  due: Type.Boolean(),
  reason: described(oneOfOrNull(DUE_REASONS), 'Why it is due; null where it is not'),
  products: Type.Array(oneOf(PRODUCTS), { description: 'What of it is due' }),
  calls: Type.Array(
    Type.Object({
      provider: oneOf(PROVIDER_IDS),
      products: Type.Array(oneOf(PRODUCTS)),
      weight: Type.Number({ description: `${WEIGHT}: its share of the requests that carry it` }),
    }),
    { description: 'Who is asked for it' },
  ),
})

const PlannedRequests = Type.Object({
  provider: oneOf(PROVIDER_IDS),
  products: Type.Array(oneOf(PRODUCTS)),
  cities: Type.Integer(),
  requests: Type.Integer({ description: 'HTTP requests' }),
  weight: Type.Number({ description: WEIGHT }),
})

export const RefreshPlan = dataBody({
  message: Type.String(),
  dry_run: Type.Literal(true),
  as_of: Moment,
  total: Type.Integer({ description: 'Active cities that are meant' }),
  due: Type.Integer({ description: 'Of them, how many are due' }),
  cities: Type.Array(PlannedCity, {
    description: `Those named, else the first ${MOST_PLANNED_CITIES} that are due`,
  }),
  requests: Type.Array(PlannedRequests, {
    description:
      'For the due ones of `cities`, where the first provider that has a product answers: ' +
      'fallbacks and what a provider already knows of a place are not counted',
  }),
  plan: described(
    PlanReportBody,
    'What scheduled refreshes give and take from here on; null where cities are named, or there are ' +
      'too many of them to say it here',
  ),
  ...NAMES_NOT_TAKEN,
})

export type RefreshPlan = Static<typeof RefreshPlan>
