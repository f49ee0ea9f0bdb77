import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { apparentTemperature } from '../../../domain/weather/apparent-temperature.ts'
import { NO_CONDITION_VALUES } from '../../../domain/weather/condition-fields.ts'
import type { Conditions, Discard } from '../../../domain/weather/reading.ts'
import type { Position } from '../../../domain/weather/sun.ts'
import { rounded } from '../../../domain/weather/units.ts'
import { isoInstantOf } from '../../wire-values.ts'
import { dayOrNight } from '../day-or-night.ts'
import { windKmh } from './forecast.ts'
import { PERCENT, valueIn } from './quantity.ts'
import { skyOfHour } from './sky.ts'
import { noteUnknownWords } from './unknown-words.ts'
import type { Hour, HourlyAnswer } from './wire-forecast.ts'

/** Clockwise from the north, 22.5° apart. */
const COMPASS = 'N NNE NE ENE E ESE SE SSE S SSW SW WSW W WNW NW NNW'.split(' ')

/**
 * What the office forecasts for the hour that holds now.
 * @throws ProviderError `not-covered` where none does, `place-missing` where it may be one that cannot be read.
 */
export function toHourlyConditions(
  answer: HourlyAnswer,
  place: Position,
  fetchedAt: Date,
  discard: Discard,
): Conditions {
  const { hour, validAt } = hourAt(fetchedAt, answer)
  const air = airOf(hour, discard)
  const windDirectionDeg = directionOf(hour)
  // The forecast's own day and night turn at six, not with the sun.
  const { isDay, derived } = dayOrNight(null, place, validAt)
  return {
    ...NO_CONDITION_VALUES,
    provider: 'nws',
    fetchedAt,
    validAt,
    basis: 'forecast',
    ...air,
    windDirectionDeg,
    ...skyIn(hour, discard),
    isDay,
    derived: [
      ...(air.apparentTemperatureC === null ? [] : ['apparentTemperatureC']),
      ...(windDirectionDeg === null ? [] : ['windDirectionDeg']),
      ...derived,
    ],
  }
}

function hourAt(
  now: Date,
  { periods, isIncomplete }: HourlyAnswer,
): { readonly hour: Hour; readonly validAt: Date } {
  const hour = periods.find((period) => holdsAt(period, now))
  const validAt = hour && isoInstantOf(hour.startTime)
  if (validAt) return { hour, validAt }
  throw isIncomplete
    ? new ProviderError('place-missing', 'NWS: the hour that holds now cannot be read')
    : new ProviderError('not-covered', 'NWS: the grid has no forecast for this hour')
}

function airOf({ temperatureC, relativeHumidity, windSpeed }: Hour, discard: Discard) {
  const thermal = {
    temperatureC,
    relativeHumidityPct: valueIn(PERCENT, 'periods/relativeHumidity', relativeHumidity, discard),
    windSpeedKmh: steadyWindKmh(windSpeed),
  }
  return { ...thermal, apparentTemperatureC: apparentTemperature(thermal) }
}

function skyIn(
  { shortForecast }: Hour,
  discard: Discard,
): Pick<Conditions, 'condition' | 'intensity'> {
  noteUnknownWords('periods/shortForecast', [shortForecast], discard)
  return skyOfHour(shortForecast) ?? { condition: null, intensity: null }
}

function holdsAt({ startTime, endTime }: Hour, at: Date): boolean {
  const [start, end] = [isoInstantOf(startTime), isoInstantOf(endTime)]
  return start !== null && end !== null && start <= at && at < end
}

/** Between two speeds, the one that holds is not said. */
const steadyWindKmh = (windSpeed: Hour['windSpeed']): number | null =>
  windSpeed?.includes(' to ') === true ? null : windKmh(windSpeed)

function directionOf(hour: Hour): number | null {
  const point = COMPASS.indexOf(hour.windDirection ?? '')
  return point < 0 || windKmh(hour.windSpeed) === 0 ? null : rounded(point * 22.5, 0)
}
