import { Type } from 'typebox'
import { AmbiguousName } from './city.ts'
import { dataBody } from './data-body.ts'
import { nullable } from './nullable.ts'

/** One workflow each: for more, ask for all that are due. */
const MAX_CITIES = 100

// The id comes first: validation turns a value into the first type that fits.
export const CityName = Type.Union([
  Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
  Type.String({ minLength: 1, maxLength: 200 }),
])

export const RefreshRequest = Type.Object(
  {
    cities: Type.Optional(
      Type.Array(CityName, {
        minItems: 1,
        maxItems: MAX_CITIES,
        description: 'Names ("London", "London, GB") or GeoNames ids; every city where absent',
        examples: [['Reykjavík', 'London, GB', 2643743]],
      }),
    ),
    force: Type.Optional(
      Type.Boolean({
        default: false,
        description:
          'Also refreshes what is young enough, and asks providers that said when to come back',
      }),
    ),
  },
  { additionalProperties: false },
)

export const RefreshBody = dataBody({
  message: Type.String(),
  task_id: nullable(Type.String({ description: 'The run over all cities; null where named' })),
  tasks: Type.Array(
    Type.Object({ city: Type.String(), city_id: Type.Integer(), task_id: Type.String() }),
  ),
  unknown: Type.Array(Type.String()),
  ambiguous: Type.Array(AmbiguousName),
})
