import { Type, type Static } from 'typebox'
import { MAX_CITY_ID } from '../../domain/city/city.ts'
import { dataBody } from './data-body.ts'
import { nullable } from './types.ts'

const IDENTITY = {
  id: Type.Integer({ description: 'GeoNames id' }),
  name: Type.String(),
  country: Type.String({ description: 'ISO 3166-1 alpha-2' }),
}

const PLACE = {
  ...IDENTITY,
  latitude: Type.Number(),
  longitude: Type.Number(),
  timezone: Type.String({ description: 'IANA time zone' }),
  population: nullable(Type.Integer()),
}

const LISTED = { ...PLACE, is_active: Type.Boolean() }

export const CityBlock = Type.Object(PLACE)
export const CityItem = Type.Object(LISTED)
export const CityBody = dataBody(LISTED)

export const CityCandidate = Type.Object({
  ...IDENTITY,
  latitude: PLACE.latitude,
  longitude: PLACE.longitude,
  population: nullable(Type.Integer()),
})
export type CityCandidate = Static<typeof CityCandidate>

export const AmbiguousName = Type.Object({
  name: Type.String(),
  candidates: Type.Array(CityCandidate),
})
export type AmbiguousName = Static<typeof AmbiguousName>

export const CityPage = dataBody({
  cities: Type.Array(CityItem),
  next_cursor: nullable(Type.String({ description: 'Null on the last page' })),
})

export const CountryCode = Type.String({
  pattern: '^[A-Za-z]{2}$',
  description: 'ISO 3166-1 alpha-2',
})

export const CityIdNumber = Type.Integer({
  minimum: 1,
  maximum: MAX_CITY_ID,
  description: 'GeoNames id',
})

export const CityIdParams = Type.Object({ cityId: CityIdNumber })
