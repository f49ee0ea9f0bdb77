import { Type } from 'typebox'
import { AmbiguousName, CityIdNumber } from './city.ts'
import { dataBody } from './data-body.ts'
import { nullable } from './types.ts'

/** One workflow each: for more, refresh all that are due. */
const MAX_CITIES = 100

export const CityName = Type.Union([CityIdNumber, Type.String({ minLength: 1, maxLength: 200 })])

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
          'Also refreshes what is young enough, and does not wait for the time a provider named',
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
