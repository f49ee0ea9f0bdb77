import { Type, type Static } from 'typebox'
import { CONDITIONS, INTENSITIES } from '../../domain/condition.ts'
import { FRESHNESS } from '../../domain/freshness.ts'
import { PROVIDER_IDS } from '../../domain/provider.ts'
import { BASES } from '../../domain/reading.ts'
import { CityBlock } from './city.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable, oneOf, oneOfOrNull } from './nullable.ts'

const number = (description?: string) =>
  nullable(Type.Number(description === undefined ? {} : { description }))

export const ConditionsBlock = Type.Object({
  temperature: number(),
  feels_like: number(),
  humidity: number('Relative'),
  pressure: number('Reduced to mean sea level'),
  visibility: number(),
  uv_index: number(),
  wind_speed: number(),
  wind_gust: number(),
  wind_direction: number('Where the wind blows from; north is 0'),
  cloudiness: number(),
  precipitation: number(),
  precipitation_window_minutes: number(
    'The span the precipitation fell in: negative before valid_at, positive after it',
  ),
  condition: oneOfOrNull(CONDITIONS),
  intensity: oneOfOrNull(INTENSITIES),
  is_day: nullable(Type.Boolean()),
  sunrise: nullable(Moment),
  sunset: nullable(Moment),
})

export type ConditionsBlock = Static<typeof ConditionsBlock>

/** The unit of each field that has one. */
export const UNITS = {
  temperature: '°C',
  feels_like: '°C',
  humidity: '%',
  pressure: 'hPa',
  visibility: 'km',
  wind_speed: 'km/h',
  wind_gust: 'km/h',
  wind_direction: '°',
  cloudiness: '%',
  precipitation: 'mm',
} as const satisfies Partial<Record<keyof ConditionsBlock, string>>

type Units = Record<keyof typeof UNITS, string>

const UnitsBlock = Type.Unsafe<Units>(
  Type.Object(
    Object.fromEntries(
      Object.entries(UNITS).map(([field, unit]) => [field, Type.String({ examples: [unit] })]),
    ),
  ),
)

const Source = Type.Object({
  provider: oneOfOrNull(PROVIDER_IDS),
  name: Type.String(),
  attribution: Type.Object({
    text: Type.String({ description: 'To be shown wherever the data is' }),
    url: nullable(Type.String()),
    licence: nullable(Type.String()),
  }),
})

export const CurrentBody = dataBody({
  city: CityBlock,
  conditions: ConditionsBlock,
  units: UnitsBlock,
  valid_at: Type.String({ format: 'date-time', description: 'The moment the values describe' }),
  fetched_at: Type.String({ format: 'date-time', description: 'When the provider sent them' }),
  confirmed_at: Type.String({
    format: 'date-time',
    description: 'When the provider last said that they still hold',
  }),
  age_seconds: Type.Integer({ description: 'Since confirmed_at' }),
  valid_age_seconds: Type.Integer({ description: 'Since valid_at' }),
  freshness: oneOf(FRESHNESS, 'By age_seconds'),
  stale: Type.Boolean({ description: 'Two refreshes or more were missed' }),
  source: Source,
  basis: oneOf(BASES, 'Measured, a model’s estimate of the moment, or its earlier prediction'),
  derived: Type.Array(Type.String(), {
    description: 'Fields computed here from others, not sent by the provider',
  }),
  served_from: oneOf(['cache', 'database']),
})

export type CurrentBody = Static<typeof CurrentBody>
