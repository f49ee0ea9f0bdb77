import { Type, type Static } from 'typebox'
import type { Discard } from '../../../domain/weather/reading.ts'
import { someSoundEntries, soundEntries } from '../../sound-entries.ts'
import {
  MaybeNumber,
  MaybeText,
  named,
  NamedNumber,
  refuseWithoutNames,
  UnixTime,
  vital,
  VitalNumber,
  wireParser,
} from '../../wire-values.ts'

const Condition = Type.Optional(Type.Object({ code: MaybeNumber }))

const Location = Type.Optional(Type.Object({ tz_id: MaybeText }))

const Sun = Type.Optional(Type.Object({ sunrise: MaybeText, sunset: MaybeText }))

const Current = Type.Object({
  last_updated_epoch: UnixTime,
  temp_c: NamedNumber,
  feelslike_c: MaybeNumber,
  humidity: MaybeNumber,
  cloud: MaybeNumber,
  pressure_mb: MaybeNumber,
  vis_km: MaybeNumber,
  uv: MaybeNumber,
  wind_kph: MaybeNumber,
  gust_kph: MaybeNumber,
  wind_degree: MaybeNumber,
  precip_mm: MaybeNumber,
  is_day: Type.Optional(Type.Union([Type.Literal(0), Type.Literal(1), Type.Null()])),
  condition: Condition,
})

const Days = Type.Object({ forecastday: Type.Array(Type.Unknown()) })

const SunDay = Type.Object({ date: Type.String(), astro: Sun })

/** Beside the current weather, of the forecast only the sun is read. */
const CurrentAnswer = Type.Object({
  location: Location,
  current: named(Current),
  forecast: Type.Optional(Days),
})

/** One that cannot be read becomes null, and the day keeps the others. */
const Hour = Type.Union([Type.Object({ gust_kph: MaybeNumber }), Type.Null()])

const Day = Type.Object({
  date: Type.String(),
  day: Type.Object({
    maxtemp_c: VitalNumber,
    mintemp_c: VitalNumber,
    totalprecip_mm: MaybeNumber,
    daily_chance_of_rain: MaybeNumber,
    daily_chance_of_snow: MaybeNumber,
    maxwind_kph: MaybeNumber,
    uv: MaybeNumber,
    condition: Condition,
  }),
  hour: Type.Optional(Type.Array(Hour)),
  astro: Sun,
})

const ForecastAnswer = Type.Object({ location: Location, forecast: named(Days) })

const Air = Type.Object({
  co: MaybeNumber,
  no2: MaybeNumber,
  o3: MaybeNumber,
  so2: MaybeNumber,
  pm2_5: MaybeNumber,
  pm10: MaybeNumber,
  'us-epa-index': MaybeNumber,
  'gb-defra-index': MaybeNumber,
})

const AirAnswer = Type.Object({
  current: named(Type.Object({ last_updated_epoch: UnixTime, air_quality: vital(Air) })),
})

export type SunDay = Static<typeof SunDay>
export type AnswerDay = Static<typeof Day>
export type AirAnswer = Static<typeof AirAnswer>

export type CurrentAnswer = Omit<Static<typeof CurrentAnswer>, 'forecast'> & {
  readonly sunDays: readonly SunDay[]
}

export type ForecastAnswer = Omit<Static<typeof ForecastAnswer>, 'forecast'> & {
  readonly days: readonly AnswerDay[] | null
}

const PROVIDER = 'WeatherAPI.com'
const parseCurrentFrame = wireParser(PROVIDER, CurrentAnswer)
const parseForecastFrame = wireParser(PROVIDER, ForecastAnswer)
const parseSunDay = wireParser(PROVIDER, SunDay)
const dayOf = wireParser(PROVIDER, Day)
const DAYS = '/forecast/forecastday'

const ignore: Discard = () => undefined

function parseDay(body: unknown, discard: Discard): AnswerDay {
  const said = dayOf(body, discard)
  refuseWithoutNames(`${PROVIDER}: /day`, said.day, ['maxtemp_c', 'mintemp_c'])
  return said
}

export function parseCurrent(body: unknown, discard = ignore): CurrentAnswer {
  const { forecast, ...answer } = parseCurrentFrame(body, discard)
  const listed = { field: DAYS, entries: forecast?.forecastday ?? [] }
  return { ...answer, sunDays: soundEntries(listed, parseSunDay, discard) }
}

export function parseForecast(body: unknown, discard = ignore): ForecastAnswer {
  const { forecast, ...answer } = parseForecastFrame(body, discard)
  if (!forecast) return { ...answer, days: null }
  const listed = { field: DAYS, entries: forecast.forecastday }
  return { ...answer, days: someSoundEntries(listed, parseDay, discard) }
}

const parseAirFrame = wireParser(PROVIDER, AirAnswer)

export function parseAir(body: unknown, discard = ignore): AirAnswer {
  const answer = parseAirFrame(body, discard)
  const air = answer.current?.air_quality ?? {}
  const isGiven = Object.keys(air).length > 0
  if (isGiven) refuseWithoutNames(`${PROVIDER}: /air_quality`, air, ['pm2_5', 'pm10', 'o3'])
  return answer
}

/** The code comes as a number, and may come as text. */
export const parseError = wireParser(
  `${PROVIDER} error`,
  Type.Object({ error: Type.Object({ code: Type.Union([Type.Number(), Type.String()]) }) }),
)
