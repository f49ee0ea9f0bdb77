import { Type, type Static } from 'typebox'
import { UnixTime, wireParser } from '../wire.ts'

const Maybe = Type.Optional(Type.Union([Type.Number(), Type.Null()]))

const Weather = Type.Array(Type.Object({ id: Type.Number(), icon: Type.Optional(Type.String()) }))

const Wind = Type.Optional(Type.Object({ speed: Maybe, deg: Maybe, gust: Maybe }))

const Clouds = Type.Optional(Type.Object({ all: Maybe }))

const MaybeTime = Type.Optional(Type.Union([UnixTime, Type.Null()]))

const Sun = { sunrise: MaybeTime, sunset: MaybeTime }

const ConditionsAnswer = Type.Object({
  dt: UnixTime,
  weather: Weather,
  main: Type.Object({
    temp: Maybe,
    feels_like: Maybe,
    pressure: Maybe,
    humidity: Maybe,
  }),
  visibility: Maybe,
  wind: Wind,
  clouds: Clouds,
  rain: Type.Optional(Type.Object({ '1h': Maybe })),
  snow: Type.Optional(Type.Object({ '1h': Maybe })),
  sys: Type.Optional(Type.Object(Sun)),
})

const Step = Type.Object({
  dt: UnixTime,
  weather: Weather,
  main: Type.Object({ temp: Maybe, temp_min: Maybe, temp_max: Maybe }),
  wind: Wind,
  pop: Maybe,
  rain: Type.Optional(Type.Object({ '3h': Maybe })),
  snow: Type.Optional(Type.Object({ '3h': Maybe })),
})

const ForecastAnswer = Type.Object({
  list: Type.Array(Step),
  city: Type.Optional(Type.Object(Sun)),
})

const AirAnswer = Type.Object({
  list: Type.Array(
    Type.Object({
      dt: UnixTime,
      main: Type.Optional(Type.Object({ aqi: Maybe })),
      components: Type.Object({
        co: Maybe,
        no2: Maybe,
        o3: Maybe,
        so2: Maybe,
        pm2_5: Maybe,
        pm10: Maybe,
        nh3: Maybe,
      }),
    }),
  ),
})

export type ConditionsAnswer = Static<typeof ConditionsAnswer>
export type ForecastAnswer = Static<typeof ForecastAnswer>
export type ForecastStep = Static<typeof Step>
export type AirAnswer = Static<typeof AirAnswer>

export const parseConditions = wireParser('OpenWeatherMap conditions', ConditionsAnswer)
export const parseForecast = wireParser('OpenWeatherMap forecast', ForecastAnswer)
export const parseAir = wireParser('OpenWeatherMap air quality', AirAnswer)
