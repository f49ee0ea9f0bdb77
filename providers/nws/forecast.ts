import type { Forecast, ForecastDay } from '../../domain/reading.ts'
import { fahrenheitToCelsius, milesPerHourToKmh, rounded } from '../../domain/units.ts'
import { PERCENT, valueIn } from './quantity.ts'
import { skyOfText } from './sky.ts'
import type { ForecastAnswer, Period } from './wire.ts'

export function toForecast({ properties }: ForecastAnswer, fetchedAt: Date): Forecast {
  const { periods } = properties
  return {
    provider: 'nws',
    fetchedAt,
    // A date of which only the night is told has no high: it is left out.
    days: periods.filter(({ isDaytime }) => isDaytime).map((period) => dayOf(period, periods)),
    derived: [
      'temperatureMaxC',
      'temperatureMinC',
      'precipitationProbability',
      'windSpeedMaxKmh',
      'condition',
      'intensity',
    ],
  }
}

/** Times carry the offset of the place, so their first ten characters are the local date. */
const startDate = ({ startTime }: Period): string => startTime.slice(0, 10)
const endDate = ({ endTime }: Period): string => endTime.slice(0, 10)

function dayOf(day: Period, periods: readonly Period[]): ForecastDay {
  const date = startDate(day)
  const touching = periods.filter((period) => startDate(period) <= date && endDate(period) >= date)
  // A night's low falls towards its end, so it is that of the morning the night ends on.
  const nightBefore = touching.find((period) => !period.isDaytime && endDate(period) === date)
  const sky = skyOfText(day.shortForecast)
  return {
    date,
    temperatureMaxC: temperatureC(day),
    temperatureMinC: nightBefore ? temperatureC(nightBefore) : null,
    precipitationMm: null,
    precipitationProbability: highest(touching.map(probability)),
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

function temperatureC({ temperature, temperatureUnit }: Period): number | null {
  if (temperature == null) return null
  return temperatureUnit === 'F' ? rounded(fahrenheitToCelsius(temperature)) : temperature
}

function probability({ probabilityOfPrecipitation: said }: Period): number | null {
  const percent = valueIn(PERCENT, 'periods/probabilityOfPrecipitation', said)
  return percent === null ? null : rounded(percent / 100, 2)
}

/** `4 km/h` or `5 to 15 mph`; the higher number counts. */
export function windKmh(text: string | null | undefined): number | null {
  const speeds = (text?.match(/\d+(\.\d+)?/g) ?? []).map(Number)
  if (speeds.length === 0) return null
  const fastest = Math.max(...speeds)
  return text?.includes('mph') ? rounded(milesPerHourToKmh(fastest)) : fastest
}

const highest = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.max(...known)
}
