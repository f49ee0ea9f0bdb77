import { Type, type Static } from 'typebox'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { Discard } from '../../../domain/weather/reading.ts'
import { fahrenheitToCelsius, rounded } from '../../../domain/weather/units.ts'
import { someSoundEntries } from '../../sound-entries.ts'
import { MaybeText, named, NamedNumber, wireParser } from '../../wire-values.ts'
import { MaybeQuantity } from './wire.ts'

const TEMPERATURE = {
  temperature: NamedNumber,
  temperatureUnit: named(Type.Union([Type.Literal('C'), Type.Literal('F')])),
}

const LocalTime = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T' })

const Period = Type.Object({
  ...TEMPERATURE,
  startTime: LocalTime,
  endTime: LocalTime,
  isDaytime: Type.Boolean(),
  probabilityOfPrecipitation: MaybeQuantity,
  windSpeed: MaybeText,
  shortForecast: MaybeText,
})

const Hour = Type.Object({
  ...TEMPERATURE,
  startTime: Type.String(),
  endTime: Type.String(),
  relativeHumidity: MaybeQuantity,
  windSpeed: MaybeText,
  windDirection: MaybeText,
  shortForecast: MaybeText,
})

const Frame = Type.Object({
  properties: Type.Object({
    generatedAt: MaybeText,
    updateTime: MaybeText,
    periods: Type.Array(Type.Unknown()),
  }),
})

/** Read apart from the forecast, so that one that is refused still says how high its cell lies. */
const CellAnswer = Type.Object({ properties: Type.Object({ elevation: MaybeQuantity }) })

type Temperature = Static<ReturnType<typeof Type.Object<typeof TEMPERATURE>>>
type InCelsius<Said> = Omit<Said, keyof Temperature> & { readonly temperatureC: number | null }

export type Period = InCelsius<Static<typeof Period>>
export type Hour = InCelsius<Static<typeof Hour>>

/** A forecast of half days or of hours. */
interface Answer<Entry> {
  readonly generatedAt: string | null | undefined
  readonly updateTime: string | null | undefined
  readonly periods: readonly Entry[]
  /** An entry could not be read and is left out. */
  readonly isIncomplete: boolean
}
export type ForecastAnswer = Answer<Period>
export type HourlyAnswer = Answer<Hour>

const parseForecastFrame = wireParser('NWS forecast', Frame)
const parsePeriod = wireParser('NWS forecast period', Period)
const parseHourlyFrame = wireParser('NWS hourly forecast', Frame)
const parseHour = wireParser('NWS forecast hour', Hour)

const ignore: Discard = () => undefined

export const parseCell = wireParser('NWS forecast', CellAnswer)

export const parseForecast = (body: unknown, discard = ignore): ForecastAnswer =>
  answerOf(parseForecastFrame(body, discard), parsePeriod, discard)

export const parseHourly = (body: unknown, discard = ignore): HourlyAnswer =>
  answerOf(parseHourlyFrame(body, discard), parseHour, discard)

function answerOf<Said extends Temperature>(
  { properties: { generatedAt, updateTime, periods: entries } }: Static<typeof Frame>,
  parse: (entry: unknown, discard: Discard) => Said,
  discard: Discard,
): Answer<InCelsius<Said>> {
  const periods = someSoundEntries(
    { field: '/properties/periods', entries },
    (entry, discardPart) => inCelsius(parse(entry, discardPart)),
    discard,
  )
  return { generatedAt, updateTime, periods, isIncomplete: periods.length < entries.length }
}

function inCelsius<Said extends Temperature>(said: Said): InCelsius<Said> {
  const { temperature, temperatureUnit: unit, ...others } = said
  return { ...others, temperatureC: celsiusOf(temperature, unit) }
}

function celsiusOf(
  temperature: Temperature['temperature'],
  unit: Temperature['temperatureUnit'],
): number | null {
  if (temperature == null) return null
  if (unit == null) {
    throw new ProviderError('schema-mismatch', 'NWS forecast: a temperature has no unit')
  }
  return unit === 'F' ? rounded(fahrenheitToCelsius(temperature)) : temperature
}
