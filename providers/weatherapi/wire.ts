import { Type, type Static } from 'typebox'
import { UnixTime, wireParser } from '../wire.ts'

const Maybe = Type.Optional(Type.Union([Type.Number(), Type.Null()]))
const MaybeText = Type.Optional(Type.Union([Type.String(), Type.Null()]))

const Condition = Type.Optional(Type.Object({ code: Type.Number() }))

const Air = Type.Object({
  co: Maybe,
  no2: Maybe,
  o3: Maybe,
  so2: Maybe,
  pm2_5: Maybe,
  pm10: Maybe,
  'us-epa-index': Maybe,
  'gb-defra-index': Maybe,
})

const Current = Type.Object({
  last_updated_epoch: UnixTime,
  temp_c: Maybe,
  feelslike_c: Maybe,
  humidity: Maybe,
  cloud: Maybe,
  pressure_mb: Maybe,
  vis_km: Maybe,
  uv: Maybe,
  wind_kph: Maybe,
  gust_kph: Maybe,
  wind_degree: Maybe,
  precip_mm: Maybe,
  is_day: Maybe,
  condition: Condition,
  air_quality: Type.Optional(Type.Union([Air, Type.Null()])),
})

const Day = Type.Object({
  date: Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' }),
  day: Type.Object({
    maxtemp_c: Maybe,
    mintemp_c: Maybe,
    totalprecip_mm: Maybe,
    daily_chance_of_rain: Maybe,
    daily_chance_of_snow: Maybe,
    maxwind_kph: Maybe,
    uv: Maybe,
    condition: Condition,
  }),
  astro: Type.Optional(Type.Object({ sunrise: MaybeText, sunset: MaybeText })),
})

const WeatherAnswer = Type.Object({
  location: Type.Optional(Type.Object({ tz_id: MaybeText })),
  current: Type.Optional(Current),
  forecast: Type.Optional(Type.Object({ forecastday: Type.Array(Day) })),
})

export type WeatherAnswer = Static<typeof WeatherAnswer>
export type AnswerDay = Static<typeof Day>

export const parseWeather = wireParser('WeatherAPI.com', WeatherAnswer)
export const parseError = wireParser(
  'WeatherAPI.com error',
  Type.Object({ error: Type.Object({ code: Type.Number() }) }),
)
