import { mostSevere } from '../../../domain/weather/condition.ts'
import type { Discard, Forecast, ForecastDay } from '../../../domain/weather/reading.ts'
import { milesPerHourToKmh, rounded } from '../../../domain/weather/units.ts'
import { isoInstantOf } from '../../wire-values.ts'
import { DERIVED_DAY_FIELDS, highest } from '../day-values.ts'
import { PERCENT, valueIn } from './quantity.ts'
import { skyOf } from './sky.ts'
import { noteUnknownWords } from './unknown-words.ts'
import type { ForecastAnswer, Period } from './wire-forecast.ts'

/** Neither periods nor texts give these. */
const NOT_GIVEN: ReadonlySet<string> = new Set(['precipitationMm', 'windGustMaxKmh'])

export function toForecast(
  { periods }: ForecastAnswer,
  fetchedAt: Date,
  discard: Discard,
): Forecast {
  const texts = periods.map(({ shortForecast }) => shortForecast)
  noteUnknownWords('periods/shortForecast', texts, discard)
  return {
    provider: 'nws',
    fetchedAt,
    // A date with only a night has no high and is left out.
    days: periods
      .filter(({ isDaytime }) => isDaytime)
      .map((period) => dayOf(period, periods, discard)),
    derived: DERIVED_DAY_FIELDS.filter((field) => !NOT_GIVEN.has(field)),
  }
}

/** Times carry the offset of the place, so their first ten characters are the local date. */
const startDate = ({ startTime }: Period): string => startTime.slice(0, 10)
const endDate = ({ endTime }: Period): string => endTime.slice(0, 10)

function dayOf(day: Period, periods: readonly Period[], discard: Discard): ForecastDay {
  const date = startDate(day)
  const touching = periods.filter((period) => startDate(period) <= date && endDate(period) >= date)
  // A night's low falls towards its end, so it belongs to the date on which the night ends.
  const nightBefore = touching.find((period) => !period.isDaytime && endDate(period) === date)
  // The day and its evening; the night before is of the date on which it began.
  const ofDate = touching.filter((period) => startDate(period) === date)
  const sky = mostSevere(ofDate.flatMap(({ shortForecast }) => skyOf(shortForecast) ?? []))
  return {
    date,
    temperatureMaxC: day.temperatureC,
    temperatureMinC: nightBefore?.temperatureC ?? null,
    precipitationMm: null,
    precipitationProbability: highest(touching.map((period) => probability(period, discard))),
    windSpeedMaxKmh: highest(touching.map(({ windSpeed }) => windKmh(windSpeed))),
    windGustMaxKmh: null,
    uvIndexMax: null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    sunriseAt: null,
    sunsetAt: null,
    partial: !(
      touching.some((period) => startDate(period) < date) &&
      touching.some((period) => endDate(period) > date)
    ),
  }
}

function probability({ probabilityOfPrecipitation: said }: Period, discard: Discard) {
  const percent = valueIn(PERCENT, 'periods/probabilityOfPrecipitation', said, discard)
  return percent === null ? null : rounded(percent / 100, 2)
}

const WIND = /^(?:\d+(?:\.\d+)? to )?(\d+(?:\.\d+)?) (mph|km\/h)$/

/** `4 km/h` or `5 to 15 mph`; the higher number counts. Other texts give no speed. */
export function windKmh(text: string | null | undefined): number | null {
  const [, fastest, unit] = WIND.exec(text ?? '') ?? []
  if (fastest === undefined) return null
  return unit === 'mph' ? rounded(milesPerHourToKmh(Number(fastest))) : Number(fastest)
}

type Dated = Pick<ForecastAnswer, 'generatedAt' | 'updateTime'>

/**
 * The office's data may be older than the document, so the older of the two times counts, unless one
 * is ahead of our clock.
 */
export function madeAtOf(answer: Dated, now: Date, discard: Discard): Date | null {
  const moments = (['generatedAt', 'updateTime'] as const).flatMap((field) => {
    const text = answer[field]
    if (text == null) return []
    const at = isoInstantOf(text)
    if (!at) discard(`NWS: /properties/${field}`, 'is no time')
    return at ?? []
  })
  if (moments.length === 0) return null
  const times = moments.map(Number)
  const latestMs = Math.max(...times)
  return new Date(latestMs > now.getTime() ? latestMs : Math.min(...times))
}
