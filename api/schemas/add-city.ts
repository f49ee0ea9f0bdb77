import { Type, type Static } from 'typebox'
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
      'A place by `geonames_id` or by `name` (and `country`); one that no gazetteer has by `name`, ' +
      '`country`, `latitude`, `longitude` and `timezone`',
  },
)
export type AddCityRequest = Static<typeof AddCityRequest>

export const CityChangeBody = dataBody({ message: Type.String(), city: CityItem })
