import { Type } from 'typebox'
import { dataBody } from './data-body.ts'
import { Moment } from './types.ts'

const Version = Type.String({ description: 'Of the set of active cities: both answers have it' })

const integers = (description: string) => Type.Array(Type.Integer(), { description })

export const CityMapBody = dataBody({
  version: Version,
  id: integers('GeoNames ids, ascending: the first, then each as what it adds to the one before'),
  lat: integers('Hundredths of a degree north, in the same order'),
  lon: integers('Hundredths of a degree east, in the same order'),
})

export const CityAgesBody = dataBody({
  version: Version,
  as_of: Moment,
  minutes: Type.Array(Type.Unsafe<number | null>({ type: ['integer', 'null'] }), {
    description:
      'Whole minutes since the weather of a city was confirmed, in the order of the map; null ' +
      'where it never was',
  }),
})
