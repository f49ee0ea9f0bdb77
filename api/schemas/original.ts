import { Type, type Static, type TProperties } from 'typebox'
import { AmbiguousName } from './city.ts'
import { dataBody } from './data-body.ts'
import { Moment, nullable } from './types.ts'

/** The media type of the original's shapes. */
export const ORIGINAL_TYPE = 'application/json; profile="original"'

const text = () => nullable(Type.String())
const number = () => nullable(Type.Number())
const integer = () => nullable(Type.Integer())

const City = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  country: Type.String(),
  latitude: Type.Number(),
  longitude: Type.Number(),
  timezone: Type.String(),
  is_active: nullable(Type.Boolean()),
  created_at: nullable(Moment),
  updated_at: nullable(Moment),
})
export type OriginalCity = Static<typeof City>

/** The original's fields, and behind them what the licence and the truth ask for. */
const row = <Fields extends TProperties>(fields: Fields) =>
  dataBody({
    id: integer(),
    city: City,
    ...fields,
    data_source: Type.String(),
    attribution: Type.String(),
    stale: Type.Boolean(),
  })

const SKY = { weather_condition: text(), weather_description: text(), weather_icon: text() }

export const OriginalWeather = row({
  temperature: number(),
  feels_like: number(),
  humidity: integer(),
  pressure: number(),
  visibility: number(),
  uv_index: number(),
  wind_speed: number(),
  wind_direction: integer(),
  ...SKY,
  cloudiness: integer(),
  sunrise: nullable(Moment),
  sunset: nullable(Moment),
  timestamp: Moment,
})
export type OriginalWeather = Static<typeof OriginalWeather>

const OriginalForecastDay = row({
  forecast_date: Moment,
  temperature_min: number(),
  temperature_max: number(),
  temperature_avg: number(),
  humidity: integer(),
  pressure: number(),
  wind_speed: number(),
  wind_direction: integer(),
  ...SKY,
  cloudiness: integer(),
  precipitation_probability: number(),
  precipitation_amount: number(),
  created_at: Moment,
})
export const OriginalForecast = Type.Array(OriginalForecastDay)
export type OriginalForecast = Static<typeof OriginalForecast>

export const OriginalAirQuality = row({
  aqi: integer(),
  co: number(),
  no: number(),
  no2: number(),
  o3: number(),
  so2: number(),
  pm2_5: number(),
  pm10: number(),
  nh3: number(),
  timestamp: Moment,
})
export type OriginalAirQuality = Static<typeof OriginalAirQuality>

const airQualityOrNull = Type.Unsafe<OriginalAirQuality | null>({
  anyOf: [OriginalAirQuality, { type: 'null' }],
})

export const OriginalWeatherByName = dataBody({
  current: OriginalWeather,
  air_quality: airQualityOrNull,
  forecast: OriginalForecast,
})

export const OriginalMultiple = dataBody({
  cities: Type.Array(
    Type.Object({ city: Type.String(), current: OriginalWeather, air_quality: airQualityOrNull }),
  ),
  unknown: Type.Array(Type.String()),
  ambiguous: Type.Array(AmbiguousName),
})
export type OriginalMultiple = Static<typeof OriginalMultiple>

export const OriginalComparison = dataBody({
  cities: Type.Array(
    Type.Object({
      city: Type.String(),
      current: OriginalWeather,
      air_quality: airQualityOrNull,
      forecast_summary: Type.Object({ avg_temp: number(), conditions: Type.Array(text()) }),
    }),
  ),
  insights: Type.Object({
    warmest_city: text(),
    coolest_city: text(),
    temperature_range: number(),
    average_temperature: number(),
  }),
  comparison_time: Moment,
})
export type OriginalComparison = Static<typeof OriginalComparison>

/** Readings in the order of time; the next page is in the Link header. */
export const OriginalHistory = Type.Array(OriginalWeather)
