import { Type, type Static } from 'typebox'
import { COMPARED_FIELDS } from '../../domain/weather/differences.ts'
import { CONDITION_FIELDS } from '../../domain/weather/condition-fields.ts'
import { AmbiguousName, CityBlock } from './city.ts'
import { CityConditions, ConditionUnits } from './conditions.ts'
import { dataBody } from './data-body.ts'
import { nullable } from './types.ts'

const MAX_TEXT = 8_000

/** The most of one name, as everywhere a name is taken. */
export const MAX_NAME = 200

export const MULTIPLE = { fewest: 1, most: 100 }
export const COMPARED = { fewest: 2, most: 6 }

export const citiesQuery = ({ fewest, most }: typeof MULTIPLE) => ({
  cities: Type.String({
    minLength: 1,
    maxLength: MAX_TEXT,
    description:
      `From ${fewest} to ${most} names or GeoNames ids, with commas between; two capitals after a ` +
      'name are its country',
    examples: ['London, GB, Tokyo, 2950159'],
  }),
})

export const MultipleBody = dataBody({
  cities: Type.Array(CityConditions, { description: 'In the order in which they were asked for' }),
  units: ConditionUnits,
  without_data: Type.Array(CityBlock, { description: 'Not refreshed with success yet' }),
  unknown: Type.Array(Type.String()),
  ambiguous: Type.Array(AmbiguousName),
})

export type MultipleBody = Static<typeof MultipleBody>

const DIFFERENCES = Object.fromEntries(
  COMPARED_FIELDS.map((name) => {
    const circular = name === 'windDirectionDeg' && { description: 'The shorter way round' }
    return [CONDITION_FIELDS[name].responseName, nullable(Type.Number({ ...circular }))]
  }),
)

export const CompareBody = dataBody({
  cities: Type.Array(CityConditions, { description: 'In the order in which they were asked for' }),
  units: ConditionUnits,
  differences: Type.Array(
    Type.Object({
      from: Type.Integer({ description: 'Id of a city' }),
      to: Type.Integer({ description: 'Id of the city that is compared with it' }),
      values: Type.Unsafe<Record<string, number | null>>(
        Type.Object(DIFFERENCES, {
          description:
            'How far `to` is above `from`, in the units of the fields; null where either is not ' +
            'known, or precipitation fell in another span',
        }),
      ),
    }),
    { description: 'One for each pair of cities' },
  ),
})

export type CompareBody = Static<typeof CompareBody>
