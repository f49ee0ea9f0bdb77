import type { City } from '../../domain/city/city.ts'
import { localDate, startOfLocalDay } from '../../domain/time/local-time.ts'
import { FORECAST_DAY_FIELDS } from '../../domain/weather/forecast-fields.ts'
import type { StoredForecast } from '../../domain/weather/reading.ts'
import type { Served } from '../readers/stored-values.ts'
import type { ForecastBody } from '../schemas/forecast.ts'
import { unitsOf } from '../schemas/value-fields.ts'
import { cityBlock } from './city.ts'
import { storedReading, type ViewOptions } from './stored-reading.ts'
import { responseNamesOf, viewOf } from './values.ts'

const UNITS = unitsOf(FORECAST_DAY_FIELDS)
const dayView = viewOf(FORECAST_DAY_FIELDS)
const responseNames = responseNamesOf(FORECAST_DAY_FIELDS)

/** The days from the city's today on; undefined where none of them was forecast. */
export function forecastBody(
  city: City,
  { value, from }: Served<StoredForecast>,
  days: number,
  options: ViewOptions,
): ForecastBody | undefined {
  const today = localDate(options.now, city.timeZone)
  const wanted = value.days.filter(({ date }) => date >= today).slice(0, days)
  const [first] = wanted
  if (!first) return undefined
  const reading = {
    ...value,
    validAt: startOfLocalDay(first.date, city.timeZone),
    basis: 'forecast' as const,
    derived: responseNames(value.derived),
  }
  return {
    city: cityBlock(city),
    days: wanted.map((day) => ({
      date: day.date,
      starts_at: startOfLocalDay(day.date, city.timeZone).toISOString(),
      partial: day.partial,
      ...dayView(day, options.units),
    })),
    units: UNITS[options.units],
    ...storedReading('forecast', reading, from, options),
  }
}
