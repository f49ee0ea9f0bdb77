import { Type, type Static } from 'typebox'
import { MAX_CITY_ID, MAX_CITY_NAME_LENGTH } from '../../domain/city/city.ts'
import { NAME_MATCHES } from '../../domain/city/name-match.ts'
import { CITY_OUTCOMES } from '../../domain/provider/outcome.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { CONDITIONS, INTENSITIES } from '../../domain/weather/condition.ts'
import { FRESHNESS } from '../../domain/weather/freshness.ts'
import { BASES } from '../../domain/weather/reading.ts'
import { dataBody } from './data-body.ts'
import { Source } from './stored-reading.ts'
import { Moment, nullable, oneOf, oneOfOrNull } from './types.ts'

export const LATITUDE = Type.Number({ minimum: -90, maximum: 90, description: 'Degrees north' })
export const LONGITUDE = Type.Number({ minimum: -180, maximum: 180, description: 'Degrees east' })

const IDENTITY = {
  id: Type.Integer({ description: 'GeoNames id' }),
  name: Type.String(),
  country: Type.String({ description: 'ISO 3166-1 alpha-2' }),
}

const PLACE = {
  ...IDENTITY,
  latitude: LATITUDE,
  longitude: LONGITUDE,
  timezone: Type.String({ description: 'IANA time zone' }),
  population: nullable(Type.Integer()),
}

const LISTED = { ...PLACE, is_active: Type.Boolean({ description: 'Whether it is kept fresh' }) }

const LAST_REFRESH = Type.Object({
  freshness: oneOf(
    FRESHNESS,
    'Of the conditions: their age, measured by how often the plan refreshes the city',
  ),
  planned_period_s: Type.Integer({
    description:
      'How often its conditions are planned to be refreshed; beyond twice that it is late',
  }),
  conditions_confirmed_at: nullable(Moment),
  forecast_confirmed_at: nullable(Moment),
  air_quality_confirmed_at: nullable(Moment),
  outcome: oneOfOrNull(CITY_OUTCOMES),
  outcome_at: nullable(Moment),
  provider: oneOfOrNull(PROVIDER_IDS),
})

const STATED = {
  ...LISTED,
  created_at: Moment,
  updated_at: Type.String({
    format: 'date-time',
    description: 'When what is said of the city itself changed last',
  }),
  promised_minutes: nullable(
    Type.Integer({
      description: 'By hand: where limits are short, its conditions are planned to be no older',
    }),
  ),
  last_refresh: LAST_REFRESH,
}

export const CityBlock = Type.Object(PLACE)
export const CityItem = Type.Object(STATED)
export type CityItem = Static<typeof CityItem>
export const CityBody = dataBody(STATED)

const CityHit = Type.Object({
  ...PLACE,
  match: oneOf(NAME_MATCHES, 'How the name found answers `q`'),
  is_stored: Type.Boolean({ description: 'False for a place of the shipped list only' }),
  is_active: nullable(Type.Boolean({ description: 'Null where it is not stored' })),
})
export type CityHit = Static<typeof CityHit>
export const CityHits = dataBody({ cities: Type.Array(CityHit) })

const NearCity = Type.Object({
  ...LISTED,
  distance_km: Type.Number({ description: 'Along the great circle' }),
})
export type NearCity = Static<typeof NearCity>
export const NearCities = dataBody({ cities: Type.Array(NearCity) })

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

const LATEST = Type.Object({
  temperature: nullable(Type.Number({ description: 'In °C' })),
  condition: oneOfOrNull(CONDITIONS),
  intensity: oneOfOrNull(INTENSITIES),
  is_day: nullable(Type.Boolean()),
  valid_at: Moment,
  fetched_at: Moment,
  confirmed_at: Moment,
  age_seconds: Type.Integer({ description: 'Since `confirmed_at`' }),
  valid_age_seconds: Type.Integer({ description: 'Since `valid_at`' }),
  provider: oneOf(PROVIDER_IDS),
  basis: oneOf(BASES),
})

export const LatestBlock = Type.Unsafe<Static<typeof LATEST> | null>({
  ...LATEST,
  type: ['object', 'null'],
  description: 'With `latest=true`; null where there is none',
})
export type LatestBlock = Static<typeof LatestBlock>

export const CityPage = dataBody({
  cities: Type.Array(Type.Object({ ...STATED, latest: Type.Optional(LatestBlock) })),
  next_cursor: nullable(Type.String({ description: 'Null on the last page' })),
  total: Type.Optional(
    Type.Integer({ description: 'With `total=true`: of all pages, counted every few seconds' }),
  ),
  units: Type.Optional(Type.Object({ temperature: oneOf(['°C']) }, { description: 'Of `latest`' })),
  sources: Type.Optional(Type.Array(Source, { description: 'Of `latest`, with their licences' })),
})

export const CountryCode = Type.String({
  pattern: '^[A-Za-z]{2}$',
  description: 'ISO 3166-1 alpha-2',
})

export const CityIdNumber = Type.Integer({
  minimum: 1,
  maximum: MAX_CITY_ID,
  description: 'GeoNames id',
  examples: [2643743],
})

export const NameText = Type.String({
  minLength: 1,
  maxLength: MAX_CITY_NAME_LENGTH,
  description: 'The beginning of a name, or of a word in it; any case, accents or not',
  examples: ['lon'],
})

export const Limit = (most: number, usual: number) =>
  Type.Integer({ minimum: 1, maximum: most, default: usual, examples: [Math.min(most, 10)] })

export const CityIdParams = Type.Object({ cityId: CityIdNumber })

/** A city by its name, in a query. */
export const CITY_NAME = Type.String({ minLength: 1, maxLength: MAX_CITY_NAME_LENGTH })

export const CityNameQuery = {
  city: Type.String({
    minLength: 1,
    maxLength: 200,
    description: 'Any case, accents or not',
    examples: ['Tokyo'],
  }),
  country: Type.Optional(CountryCode),
}
