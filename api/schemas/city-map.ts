import { Type } from 'typebox'
import { dataBody } from './data-body.ts'
import { Source } from './stored-reading.ts'
import { Moment } from './types.ts'

const Version = Type.String({ description: 'Of the set of active cities: both answers have it' })

const integers = (description: string) => Type.Array(Type.Integer(), { description })

export const CityMapBody = dataBody({
  version: Version,
  id: integers('GeoNames ids, ascending: the first, then each as what it adds to the one before'),
  lat: integers('Hundredths of a degree north, in the same order'),
  lon: integers('Hundredths of a degree east, in the same order'),
})

const integersOrNull = (description: string) =>
  Type.Array(Type.Unsafe<number | null>({ type: ['integer', 'null'] }), { description })

export const CityLatestBody = dataBody({
  version: Version,
  as_of: Moment,
  temperature: integersOrNull('Whole degrees Celsius, in the order of the map; null without data'),
  provider: integersOrNull('Who gave it: its place in `providers`; null without data'),
  providers: Type.Array(Type.String(), { description: 'Ids of those that gave any of it' }),
  units: Type.Object({ temperature: Type.Literal('°C') }),
  sources: Type.Array(Source, { description: 'Of `providers`, with their licences' }),
})

export const CityAgesBody = dataBody({
  version: Version,
  as_of: Moment,
  minutes: integersOrNull(
    'Whole minutes since the weather of a city was confirmed, in the order of the map; null ' +
      'where it never was. Where a plan refreshes a city more rarely than every 15 minutes, as ' +
      'many of its own periods count as that many quarters of an hour',
  ),
})
