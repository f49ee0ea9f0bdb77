import type { Place } from '../../../domain/city/city.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import { HOUR_MS, SECOND_MS } from '../../../domain/time/durations.ts'
import { mostSevere } from '../../../domain/weather/condition.ts'
import type { Discard, Forecast, ForecastDay } from '../../../domain/weather/reading.ts'
import { noteUnknownCodes } from '../../unknown-codes.ts'
import { DERIVED_DAY_FIELDS, highest, kmhOf, lowest, present } from '../day-values.ts'
import {
  amountWithin,
  isWithin,
  localDays,
  middleOf,
  type LocalDay,
  type Span,
} from '../local-days.ts'
import { precipitationIn } from './precipitation.ts'
import { skyOf, weatherIdsOf, worstSkyOf } from './sky.ts'
import { sunTimesOf, type SunTimes } from './sun-times.ts'
import type { ForecastAnswer, ForecastStep } from './wire.ts'

const STEP_MS = 3 * HOUR_MS

/** Temperature and wind are those at its end; sky, rain, snow and their chance those of the whole. */
interface Step extends Span {
  readonly said: ForecastStep
}

export function toForecast(
  { list, city }: ForecastAnswer,
  { timeZone }: Pick<Place, 'timeZone'>,
  fetchedAt: Date,
  discard: Discard = () => undefined,
): Forecast {
  const codes = list.flatMap(weatherIdsOf)
  noteUnknownCodes({ field: '/list/weather/id', codes }, skyOf, discard)
  const steps = list.map((said): Step => {
    const endMs = said.dt * SECOND_MS
    return { said, startMs: endMs - STEP_MS, endMs }
  })
  refuseStepsOutOfOrder(steps)
  return {
    provider: 'openweathermap',
    fetchedAt,
    days: daysOf(steps, timeZone).map((day) => ({
      date: day.date,
      ...dayOf(day, steps),
      ...sunOn(day, city),
    })),
    derived: DERIVED_DAY_FIELDS,
  }
}

function refuseStepsOutOfOrder(steps: readonly Step[]): void {
  for (const [index, { endMs }] of steps.entries()) {
    const before = steps[index - 1]
    if (before === undefined || before.endMs < endMs) continue
    const said = `OpenWeatherMap forecast: step ${index} is not after the one before it`
    throw new ProviderError('out-of-range', said)
  }
}

/** The days there that a step's values are of. */
function daysOf(steps: readonly Step[], timeZone: string): LocalDay[] {
  const days: LocalDay[] = []
  for (const { endMs } of steps) {
    const last = days.at(-1)
    if (last && isWithin(last, endMs)) continue
    days.push(...localDays(new Date(endMs), endMs + 1, timeZone))
  }
  return days
}

function dayOf(
  day: LocalDay,
  steps: readonly Step[],
): Omit<ForecastDay, 'date' | 'sunriseAt' | 'sunsetAt'> {
  const own = steps.filter(({ endMs }) => isWithin(day, endMs)).map(({ said }) => said)
  // Sky and chance cannot be shared: those of a step across midnight belong to the day of its middle.
  const falling = steps.filter((step) => isWithin(day, middleOf(step))).map(({ said }) => said)
  const sky = mostSevere(present(falling.map(worstSkyOf)))
  return {
    // `temp_min` and `temp_max` of a step say how far places near by differ, not how the hours do.
    temperatureMaxC: highest(own.map(({ main }) => main.temp)),
    temperatureMinC: lowest(own.map(({ main }) => main.temp)),
    precipitationMm: amountWithin(day, steps, ({ said }) => precipitationIn(said, '3h')),
    precipitationProbability: highest(falling.map(({ pop }) => pop)),
    windSpeedMaxKmh: kmhOf(highest(own.map(({ wind }) => wind?.speed))),
    windGustMaxKmh: kmhOf(highest(own.map(({ wind }) => wind?.gust))),
    uvIndexMax: null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    partial: !isCovered(day, own),
  }
}

/** Whether no value that belongs to the day is missing between or beside those that are there. */
function isCovered(day: LocalDay, own: readonly ForecastStep[]): boolean {
  const known = own.filter(({ main }) => main.temp != null).map(({ dt }) => dt * SECOND_MS)
  const gaps = known.slice(1).map((atMs, index) => atMs - (known[index] ?? atMs))
  return (
    Math.min(...known) - STEP_MS < day.startMs &&
    gaps.every((gapMs) => gapMs <= STEP_MS) &&
    Math.max(...known) + STEP_MS >= day.endMs
  )
}

/** The answer holds the sun's times of today only. A sunset after midnight is of the day before. */
function sunOn(day: LocalDay, city: ForecastAnswer['city']): SunTimes {
  const { sunriseAt: rise, sunsetAt: set } = sunTimesOf(city)
  const isOfDay = (at: Date | null): boolean => at !== null && isWithin(day, at.getTime())
  const sunIsOfDay = rise && set && rise < set ? isOfDay(rise) : isOfDay(set)
  return {
    sunriseAt: isOfDay(rise) ? rise : null,
    sunsetAt: sunIsOfDay ? set : null,
  }
}
