import { addDays, daysFromNoon, isCalendarDate } from '../time/calendar-date.ts'
import { localDate } from '../time/local-time.ts'
import { ProviderError } from '../provider/provider-error.ts'
import type { Discard, Forecast, ForecastDay } from './reading.ts'
import { refuseOldPrediction } from './timeliness.ts'
import { DAY_RANGES, refuseOutOfRange, REQUIRED_DAY_RANGES, withinRanges } from './value-ranges.ts'

/** No provider looks further ahead than Open-Meteo's 16 days. */
const MAX_DAYS_AHEAD = 16

/** A local day and the sun's times near the poles stay within this of noon in UTC. */
const FARTHEST_SUN_DAYS = 1.5

export interface ForecastTiming {
  readonly now: Date
  /** Of the city: says which day is today. */
  readonly timeZone: string
  /** When the forecast was made, where the answer says so. */
  readonly madeAt: Date | null
}

/**
 * What is optional and cannot be is left out and noted.
 * @throws ProviderError `stale`, `from-the-future`, `out-of-range`, or `place-missing` without a day.
 */
export function checkForecast(
  forecast: Forecast,
  { now, timeZone, madeAt }: ForecastTiming,
  discard: Discard,
): Forecast {
  refuseOldPrediction('forecast', madeAt, now)
  refuseDatesOutOfOrder(forecast.days.map(({ date }) => date))
  if (forecast.days.every(hasSentinel)) forecast.days.forEach(refuseImpossible)
  const days = forecast.days.flatMap((day) => soundDay(day, discard))
  refuseOtherDays(
    days.map(({ date }) => date),
    localDate(now, timeZone),
  )
  return { ...forecast, days }
}

function refuseDatesOutOfOrder(dates: readonly string[]): void {
  for (const [index, date] of dates.entries()) {
    const before = dates[index - 1]
    if (!isCalendarDate(date)) {
      throw new ProviderError('out-of-range', `forecast: ${date} is no day of the calendar`)
    }
    if (before === undefined || before < date) continue
    const fault = before === date ? `${date} is there twice` : `${date} comes after ${before}`
    throw new ProviderError('out-of-range', `forecast: ${fault}`)
  }
}

/** A temperature out of range can mean another unit, in which all others are wrong as well. */
const refuseImpossible = (day: ForecastDay): void =>
  refuseOutOfRange(`forecast ${day.date}`, day, REQUIRED_DAY_RANGES)

/** Beyond what any unit gives on Earth: 999, −9999 and the like stand for a value that is not there. */
const isSentinel = (temperature: number): boolean => Math.abs(temperature) > 900

const hasSentinel = ({ temperatureMaxC, temperatureMinC }: ForecastDay): boolean =>
  [temperatureMaxC, temperatureMinC].some((value) => value !== null && isSentinel(value))

function withoutSentinels(what: string, day: ForecastDay, discard: Discard): ForecastDay {
  const known = (field: 'temperatureMaxC' | 'temperatureMinC'): number | null => {
    const value = day[field]
    if (value === null || !isSentinel(value)) return value
    discard(`${what}: ${field}`, `is ${value}`)
    return null
  }
  return {
    ...day,
    temperatureMaxC: known('temperatureMaxC'),
    temperatureMinC: known('temperatureMinC'),
  }
}

/** The day as far as it can be; none without a temperature. */
function soundDay(given: ForecastDay, discard: Discard): ForecastDay[] {
  const what = `forecast ${given.date}`
  const day = withoutSentinels(what, given, discard)
  refuseImpossible(day)
  const { temperatureMaxC, temperatureMinC } = day
  if (temperatureMaxC === null && temperatureMinC === null) return []
  if (temperatureMaxC !== null && temperatureMinC !== null && temperatureMaxC < temperatureMinC) {
    discard(what, `has a highest of ${temperatureMaxC} below its lowest of ${temperatureMinC}`)
    return []
  }
  const sunAt = (field: 'sunriseAt' | 'sunsetAt'): Date | null => {
    const at = day[field]
    if (!at || Math.abs(daysFromNoon(day.date, at)) <= FARTHEST_SUN_DAYS) return at
    discard(`${what}: ${field}`, 'is on another day')
    return null
  }
  const sound = withinRanges(what, day, DAY_RANGES, discard)
  return [{ ...sound, sunriseAt: sunAt('sunriseAt'), sunsetAt: sunAt('sunsetAt') }]
}

/** Late in the evening a forecast may begin with tomorrow, and in a neighbouring zone with yesterday. */
function refuseOtherDays(dates: readonly string[], today: string): void {
  const [first] = dates
  const last = dates.at(-1)
  if (first === undefined || last === undefined) {
    throw new ProviderError('place-missing', 'forecast: no day in the answer')
  }
  const tomorrow = addDays(today, 1)
  if (first > tomorrow) {
    throw new ProviderError('from-the-future', `forecast: begins on ${first}, today is ${today}`)
  }
  if (first < addDays(today, -1) || !(dates.includes(today) || dates.includes(tomorrow))) {
    const span = `${first} to ${last}`
    throw new ProviderError('stale', `forecast: for ${span}, today is ${today}`)
  }
  if (last <= addDays(today, MAX_DAYS_AHEAD)) return
  throw new ProviderError('out-of-range', `forecast: goes on until ${last}, today is ${today}`)
}
