import type { Place } from '../../../domain/city/city.ts'
import type { Forecast, ForecastDay } from '../../../domain/weather/reading.ts'
import { rounded } from '../../../domain/weather/units.ts'
import { HOUR_MS } from '../../../domain/time/durations.ts'
import { mostSevere } from '../../../domain/weather/condition.ts'
import { DERIVED_DAY_FIELDS, highest, kmhOf, lowest, present } from '../day-values.ts'
import {
  amountWithin,
  coveredMs,
  isWithin,
  localDays,
  middleOf,
  type LocalDay,
  type Span,
} from '../local-days.ts'
import { skyOf } from './sky.ts'
import type { Entry, Period } from './wire.ts'

const SIX_HOURS_MS = 6 * HOUR_MS
const TWELVE_HOURS_MS = 12 * HOUR_MS

/** A last day covered for less than this says little about its extremes and is left out. */
const MIN_LAST_DAY_MS = 12 * HOUR_MS

/** A stretch of time that one period of the document describes; none overlaps another. */
interface Step extends Span {
  readonly period: Period
}

export function toForecast(
  entries: readonly Entry[],
  { timeZone }: Pick<Place, 'timeZone'>,
  fetchedAt: Date,
): Forecast {
  const steps = stepsOf(entries)
  const days = localDays(fetchedAt, steps.at(-1)?.endMs ?? 0, timeZone)
  const covered = days.map((day) => ({ day, coveredMs: coveredMs(day, steps) }))
  const last = covered.at(-1)
  if (last && covered.length > 1 && last.coveredMs < MIN_LAST_DAY_MS) covered.pop()
  return {
    provider: 'met-norway',
    fetchedAt,
    days: covered.map(({ day, coveredMs }) => ({
      ...dayOf(day, entries, steps),
      partial: coveredMs < day.endMs - day.startMs,
    })),
    derived: DERIVED_DAY_FIELDS,
  }
}

/** Hourly steps first, then steps of six hours; hourly entries carry overlapping six-hour spans too. */
function stepsOf(entries: readonly Entry[]): Step[] {
  const steps: Step[] = []
  for (const { atMs, nextHour, nextSixHours } of entries) {
    const coveredUntilMs = steps.at(-1)?.endMs ?? atMs
    if (atMs < coveredUntilMs) continue
    if (nextHour) steps.push({ startMs: atMs, endMs: atMs + HOUR_MS, period: nextHour })
    else if (nextSixHours) {
      steps.push({ startMs: atMs, endMs: atMs + SIX_HOURS_MS, period: nextSixHours })
    }
  }
  return steps
}

function dayOf(
  day: LocalDay,
  entries: readonly Entry[],
  steps: readonly Step[],
): Omit<ForecastDay, 'partial'> {
  const instants = entries.filter(({ atMs }) => isWithin(day, atMs)).map(({ instant }) => instant)
  const temperatures = instants.map(({ air_temperature }) => air_temperature)
  const extremes = sixHourExtremes(day, entries)
  // Chance and symbol cannot be shared: those of a step across midnight belong to the day of its middle.
  const periods = steps.filter((step) => isWithin(day, middleOf(step))).map(({ period }) => period)
  const within = [...periods, ...longerPeriods(day, entries)]
  const chance = highest(within.map(({ details }) => details?.probability_of_precipitation))
  const symbols = periods.map(({ summary }) => summary?.symbol_code)
  const sky = mostSevere(present(symbols.map(skyOf)))
  return {
    date: day.date,
    temperatureMaxC: highest([...temperatures, ...extremes.map(({ max }) => max)]),
    temperatureMinC: lowest([...temperatures, ...extremes.map(({ min }) => min)]),
    precipitationMm: amountWithin(day, steps, amountOf),
    precipitationProbability: chance === null ? null : rounded(chance / 100, 2),
    windSpeedMaxKmh: kmhOf(highest(instants.map(({ wind_speed }) => wind_speed))),
    windGustMaxKmh: kmhOf(highest(instants.map((at) => at.wind_speed_of_gust))),
    uvIndexMax: null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    sunriseAt: null,
    sunsetAt: null,
  }
}

/**
 * Spans of six and twelve hours that lie within the day: the chance of rain in one is larger than in each
 * of its hours, and hours may have none.
 */
const longerPeriods = (day: Span, entries: readonly Entry[]): Period[] =>
  present(
    entries
      .filter(({ atMs }) => isWithin(day, atMs))
      .flatMap(({ atMs, nextSixHours, nextTwelveHours }) => [
        atMs + SIX_HOURS_MS <= day.endMs ? nextSixHours : null,
        atMs + TWELVE_HOURS_MS <= day.endMs ? nextTwelveHours : null,
      ]),
  )

/** Only spans within the day: the extreme of one across midnight can belong to the other day. */
function sixHourExtremes(
  day: Span,
  entries: readonly Entry[],
): { max: number | null | undefined; min: number | null | undefined }[] {
  return entries
    .filter(({ atMs }) => atMs >= day.startMs && atMs + SIX_HOURS_MS <= day.endMs)
    .map(({ nextSixHours }) => ({
      max: nextSixHours?.details?.air_temperature_max,
      min: nextSixHours?.details?.air_temperature_min,
    }))
}

const amountOf = ({ period }: Step): number | null => period.details?.precipitation_amount ?? null
