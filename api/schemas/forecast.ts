import { Type, type Static } from 'typebox'
import {
  FORECAST_DAY_FIELDS,
  type ForecastDayFields,
} from '../../domain/weather/forecast-fields.ts'
import { CityBlock } from './city.ts'
import { dataBody } from './data-body.ts'
import { REFRESH_TASK, STORED_READING } from './stored-reading.ts'
import { Moment } from './types.ts'
import { unitsBlock, valueProperties, type ValuesBlock } from './value-fields.ts'

const DAY = {
  date: Type.String({ format: 'date', description: 'Local day of the city' }),
  starts_at: Type.Unsafe<string>({ ...Moment, description: 'When that day begins there' }),
  partial: Type.Boolean({
    description: 'The provider’s steps do not cover the whole day, so extremes may be missed',
  }),
}

export type ForecastDayBlock = {
  date: string
  starts_at: string
  partial: boolean
} & ValuesBlock<ForecastDayFields>

export const ForecastDayBlock = Type.Unsafe<ForecastDayBlock>(
  Type.Object({
    ...DAY,
    ...valueProperties(FORECAST_DAY_FIELDS, {
      precipitationProbability: 'From 0 to 1',
      uvIndexMax: 'The highest of the day',
    }),
  }),
)

/** The original’s default; no provider looks further ahead than 16 days. */
export const DEFAULT_DAYS = 5
const MAX_DAYS = 16

export const FORECAST_QUERY = {
  days: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: MAX_DAYS,
      default: DEFAULT_DAYS,
      description: 'Local days from today on; fewer come where the provider gave fewer',
    }),
  ),
}

export const ForecastBody = dataBody({
  city: CityBlock,
  days: Type.Array(ForecastDayBlock),
  units: unitsBlock(FORECAST_DAY_FIELDS),
  ...STORED_READING,
  valid_at: Type.String({ format: 'date-time', description: 'When the first of the days begins' }),
  ...REFRESH_TASK,
})

export type ForecastBody = Static<typeof ForecastBody>
