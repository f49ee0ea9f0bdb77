import type { Place } from '../../domain/city.ts'
import type { Forecast, ForecastDay } from '../../domain/reading.ts'
import { rounded } from '../../domain/units.ts'
import { instantOfLocal, localDate } from '../../domain/local-time.ts'
import { mostSevere } from '../most-severe.ts'
import { kmhOf } from './conditions.ts'
import { skyOfMetNorway } from './symbols.ts'
import type { Entry, Period } from './wire.ts'

const HOUR_MS = 60 * 60 * 1000
const SIX_HOURS_MS = 6 * HOUR_MS
const DAY_MS = 24 * HOUR_MS

/** A last day of which less is told says little about its extremes and is left out. */
const LEAST_OF_LAST_DAY_MS = 12 * HOUR_MS

/** More than any document holds: a time that is wildly wrong makes no thousand days. */
const MOST_DAYS = 16

interface Span {
  readonly startMs: number
  readonly endMs: number
}

interface LocalDay extends Span {
  readonly date: string
}

/** A stretch of time that one period of the document describes; none overlaps another. */
interface Step extends Span {
  readonly period: Period
}

export function forecastOfMetNorway(
  entries: readonly Entry[],
  { timeZone }: Pick<Place, 'timeZone'>,
  fetchedAt: Date,
): Forecast {
  const steps = stepsOf(entries)
  const days = localDays(fetchedAt, steps.at(-1)?.endMs ?? 0, timeZone)
  const told = days.map((day) => ({ day, coveredMs: coveredMs(day, steps) }))
  const last = told.at(-1)
  if (last && told.length > 1 && last.coveredMs < LEAST_OF_LAST_DAY_MS) told.pop()
  return {
    provider: 'met-norway',
    fetchedAt,
    days: told.map(({ day, coveredMs }) => ({
      ...dayOf(day, entries, steps),
      partial: coveredMs < day.endMs - day.startMs,
    })),
    derived: [
      'temperatureMaxC',
      'temperatureMinC',
      'precipitationMm',
      'precipitationProbability',
      'windSpeedMaxKmh',
      'windGustMaxKmh',
      'condition',
      'intensity',
    ],
  }
}

/** Hours while there are any, then spans of six: hourly entries carry overlapping spans of six too. */
function stepsOf(entries: readonly Entry[]): Step[] {
  const steps: Step[] = []
  for (const { atMs, nextHour, nextSixHours } of entries) {
    const toldUntil = steps.at(-1)?.endMs ?? atMs
    if (atMs < toldUntil) continue
    if (nextHour) steps.push({ startMs: atMs, endMs: atMs + HOUR_MS, period: nextHour })
    else if (nextSixHours) {
      steps.push({ startMs: atMs, endMs: atMs + SIX_HOURS_MS, period: nextSixHours })
    }
  }
  return steps
}

/** The days from today on, each from one local midnight to the next. */
function localDays(from: Date, untilMs: number, timeZone: string): LocalDay[] {
  const days: LocalDay[] = []
  let date = localDate(from, timeZone)
  let startMs = instantOfLocal(date, 0, 0, timeZone).getTime()
  while (startMs < untilMs && days.length < MOST_DAYS) {
    const next = new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10)
    const endMs = instantOfLocal(next, 0, 0, timeZone).getTime()
    days.push({ date, startMs, endMs })
    date = next
    startMs = endMs
  }
  return days
}

const coveredMs = (day: Span, steps: readonly Step[]): number =>
  sum(
    steps.map(({ startMs, endMs }) =>
      Math.max(0, Math.min(day.endMs, endMs) - Math.max(day.startMs, startMs)),
    ),
  )

function dayOf(
  day: LocalDay,
  entries: readonly Entry[],
  steps: readonly Step[],
): Omit<ForecastDay, 'partial'> {
  const instants = entries.filter(({ atMs }) => isWithin(day, atMs)).map(({ instant }) => instant)
  const temperatures = instants.map(({ air_temperature }) => air_temperature)
  const extremes = sixHourExtremes(day, entries)
  // What falls across midnight belongs to the day that holds the middle of its step.
  const periods = steps
    .filter(({ startMs, endMs }) => isWithin(day, (startMs + endMs) / 2))
    .map(({ period }) => period)
  const amounts = present(periods.map(({ details }) => details?.precipitation_amount))
  const chance = highest(periods.map(({ details }) => details?.probability_of_precipitation))
  const symbols = present(periods.map(({ summary }) => summary?.symbol_code))
  const sky = mostSevere(symbols.map(skyOfMetNorway))
  return {
    date: day.date,
    temperatureMaxC: highest([...temperatures, ...extremes.map(({ max }) => max)]),
    temperatureMinC: lowest([...temperatures, ...extremes.map(({ min }) => min)]),
    precipitationMm: amounts.length === 0 ? null : rounded(sum(amounts)),
    precipitationProbability: chance === null ? null : rounded(chance / 100, 2),
    windSpeedMaxKmh: kmhOf(highest(instants.map(({ wind_speed }) => wind_speed)) ?? undefined),
    windGustMaxKmh: kmhOf(highest(instants.map((at) => at.wind_speed_of_gust)) ?? undefined),
    uvIndexMax: null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    sunriseAt: null,
    sunsetAt: null,
  }
}

/** Only of spans that lie within the day: an extreme of one across midnight can be the other day's. */
function sixHourExtremes(
  day: Span,
  entries: readonly Entry[],
): { max: number | undefined; min: number | undefined }[] {
  return entries
    .filter(({ atMs }) => atMs >= day.startMs && atMs + SIX_HOURS_MS <= day.endMs)
    .map(({ nextSixHours }) => ({
      max: nextSixHours?.details?.air_temperature_max,
      min: nextSixHours?.details?.air_temperature_min,
    }))
}

const isWithin = ({ startMs, endMs }: Span, atMs: number): boolean =>
  atMs >= startMs && atMs < endMs

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const present = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value) => value !== undefined)

function highest(values: readonly (number | undefined)[]): number | null {
  const known = present(values)
  return known.length === 0 ? null : Math.max(...known)
}

function lowest(values: readonly (number | undefined)[]): number | null {
  const known = present(values)
  return known.length === 0 ? null : Math.min(...known)
}
