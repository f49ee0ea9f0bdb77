import { Type, type Static } from 'typebox'
import type { Discard } from '../../../domain/weather/reading.ts'
import { someSoundEntries } from '../../sound-entries.ts'
import {
  MaybeNumber,
  MaybeText,
  NamedNumber,
  refuseWithoutNames,
  UnixTime,
  wireParser,
} from '../../wire-values.ts'

/** One that cannot be read becomes null, and the others remain. */
const Phenomenon = Type.Union([Type.Object({ id: MaybeNumber, icon: MaybeText }), Type.Null()])
const Weather = Type.Optional(Type.Array(Phenomenon))

const Wind = Type.Optional(Type.Object({ speed: MaybeNumber, deg: MaybeNumber, gust: MaybeNumber }))

const Clouds = Type.Optional(Type.Object({ all: MaybeNumber }))

/** 0 where the sun does not rise or set. */
const MaybeTime = Type.Optional(Type.Union([UnixTime, Type.Literal(0), Type.Null()]))

const wetFor = <const Hours extends string>(hours: Hours) =>
  Type.Optional(
    Type.Union([
      Type.Object({ [hours]: MaybeNumber } as Record<Hours, typeof MaybeNumber>),
      Type.Null(),
    ]),
  )

const Sun = { sunrise: MaybeTime, sunset: MaybeTime }

const ConditionsAnswer = Type.Object({
  dt: UnixTime,
  weather: Weather,
  main: Type.Object({
    temp: NamedNumber,
    feels_like: MaybeNumber,
    pressure: MaybeNumber,
    humidity: MaybeNumber,
  }),
  visibility: MaybeNumber,
  wind: Wind,
  clouds: Clouds,
  rain: wetFor('1h'),
  snow: wetFor('1h'),
  sys: Type.Optional(Type.Object(Sun)),
})

const Step = Type.Object({
  dt: UnixTime,
  weather: Weather,
  main: Type.Object({ temp: NamedNumber }),
  wind: Wind,
  pop: MaybeNumber,
  rain: wetFor('3h'),
  snow: wetFor('3h'),
})

const ForecastAnswer = Type.Object({
  list: Type.Array(Type.Unknown()),
  city: Type.Optional(Type.Object(Sun)),
})

const Air = Type.Object({
  dt: UnixTime,
  main: Type.Optional(Type.Object({ aqi: MaybeNumber })),
  components: Type.Object({
    co: MaybeNumber,
    no2: MaybeNumber,
    o3: MaybeNumber,
    so2: MaybeNumber,
    pm2_5: MaybeNumber,
    pm10: MaybeNumber,
    nh3: MaybeNumber,
  }),
})

const AirAnswer = Type.Object({ list: Type.Array(Type.Unknown()) })

export type ConditionsAnswer = Static<typeof ConditionsAnswer>
export type ForecastStep = Static<typeof Step>
export type ForecastAnswer = Omit<Static<typeof ForecastAnswer>, 'list'> & {
  readonly list: readonly ForecastStep[]
}
export type Air = Static<typeof Air>

export const parseConditions = wireParser('OpenWeatherMap conditions', ConditionsAnswer)
const parseForecastFrame = wireParser('OpenWeatherMap forecast', ForecastAnswer)
const parseStep = wireParser('OpenWeatherMap forecast step', Step)

export function parseForecast(body: unknown, discard: Discard = () => undefined): ForecastAnswer {
  const answer = parseForecastFrame(body, discard)
  const list = someSoundEntries({ field: '/list', entries: answer.list }, parseStep, discard)
  return { ...answer, list }
}

const parseAirFrame = wireParser('OpenWeatherMap air quality', AirAnswer)
const parseCurrentAir = wireParser('OpenWeatherMap air quality', Air)

/** The first of the list is of the present, and no other is read; undefined for an empty list. */
export function parseAir(body: unknown, discard: Discard = () => undefined): Air | undefined {
  const { list } = parseAirFrame(body, discard)
  if (list.length === 0) return undefined
  const air = parseCurrentAir(list[0], discard)
  refuseWithoutNames('OpenWeatherMap: /list/0/components', air.components, ['pm2_5', 'pm10', 'o3'])
  return air
}
