import { Type, type Static } from 'typebox'
import { OWN_PROMISES } from '../../domain/plan/promised-tier.ts'
import { CityItem, CountryCode, LATITUDE, LONGITUDE, CITY_NAME, CityIdNumber } from './city.ts'
import { dataBody } from './data-body.ts'

export const AddCityRequest = Type.Object(
  {
    geonames_id: Type.Optional(CityIdNumber),
    name: Type.Optional(CITY_NAME),
    country: Type.Optional(CountryCode),
    latitude: Type.Optional(LATITUDE),
    longitude: Type.Optional(LONGITUDE),
    timezone: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: 'IANA time zone' }),
    ),
  },
  {
    additionalProperties: false,
    description:
      'A place by `geonames_id`, by `name` (and `country`), or by `latitude` and `longitude` (and ' +
      '`country`), which mean the nearest known place; one that no gazetteer has by `name`, ' +
      '`country`, `latitude`, `longitude` and `timezone`',
  },
)
export type AddCityRequest = Static<typeof AddCityRequest>

export const CityPromise = Type.Object(
  {
    minutes: Type.Union(
      OWN_PROMISES.map((minutes) => Type.Literal(minutes)),
      { description: 'Its conditions are planned to be no older', examples: [30] },
    ),
  },
  { additionalProperties: false },
)

export const CityChangeBody = dataBody({ message: Type.String(), city: CityItem })

export const AddedCityBody = dataBody({
  message: Type.String(),
  city: CityItem,
  distance_km: Type.Optional(
    Type.Number({ description: 'From the coordinates, where they alone were given' }),
  ),
})
