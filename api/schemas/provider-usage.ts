import { Type } from 'typebox'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf } from './types.ts'

const MOST_HOURS = 7 * 24
export const USUAL_HOURS = 24

export const UsageQuery = Type.Object(
  {
    hours: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST_HOURS,
        default: USUAL_HOURS,
        description: 'UTC hours, the one under way included',
        examples: [USUAL_HOURS],
      }),
    ),
  },
  { additionalProperties: false },
)

const HourBody = Type.Object({
  hour: Moment,
  requests: Type.Integer(),
  failed: Type.Integer({ description: 'Of them, without an answer; rate-limited included' }),
  weight: Type.Number({ description: 'In the unit the provider counts in' }),
  main_failure: nullable(Type.String({ description: 'What most of those failed with' })),
})

export const ProviderUsageBody = dataBody({
  hours: Type.Integer(),
  since: Moment,
  providers: Type.Array(
    Type.Object({
      provider: oneOf(PROVIDER_IDS),
      hours: Type.Array(HourBody, { description: 'The oldest first; all of them' }),
    }),
    { description: 'Those that were sent a request in these hours' },
  ),
  timestamp: Moment,
})
