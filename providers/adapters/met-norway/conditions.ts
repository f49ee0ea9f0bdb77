import {
  apparentTemperature,
  type ThermalWeather,
} from '../../../domain/weather/apparent-temperature.ts'
import type { Position } from '../../../domain/weather/sun.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type { Conditions } from '../../../domain/weather/reading.ts'
import { dayOrNight } from '../day-or-night.ts'
import { kmhOf } from '../day-values.ts'
import { isDayOf, skyOf } from './sky.ts'
import type { Entry, Period } from './wire.ts'

/** The prediction for the present is the last entry that is not in the future. */
export function toConditions(
  entries: readonly Entry[],
  position: Position,
  fetchedAt: Date,
): Conditions {
  const entry = presentOf(entries, fetchedAt)
  const { instant } = entry
  const ahead = aheadOf(entry)
  const sky = skyOf(ahead?.period.summary?.symbol_code)
  const validAt = new Date(entry.atMs)
  const { isDay, derived } = dayOrNight(saidDayOf(entry), position, validAt)
  const precipitationMm = ahead?.period.details?.precipitation_amount ?? null
  const thermal = thermalOf(instant)
  const apparentTemperatureC = apparentTemperature(thermal)
  return {
    ...thermal,
    provider: 'met-norway',
    fetchedAt,
    validAt,
    basis: 'forecast',
    apparentTemperatureC,
    pressureMslHpa: instant.air_pressure_at_sea_level ?? null,
    visibilityKm: null,
    // The index in the document is for a clear sky only.
    uvIndex: null,
    windGustKmh: kmhOf(instant.wind_speed_of_gust),
    windDirectionDeg: instant.wind_from_direction ?? null,
    cloudCoverPct: instant.cloud_area_fraction ?? null,
    precipitationMm,
    precipitationWindowMinutes: ahead && precipitationMm !== null ? ahead.minutes : null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    isDay,
    sunriseAt: null,
    sunsetAt: null,
    derived: apparentTemperatureC === null ? derived : ['apparentTemperatureC', ...derived],
  }
}

function presentOf(entries: readonly Entry[], at: Date): Entry {
  const entry = entries.findLast(({ atMs }) => atMs <= at.getTime())
  if (entry) return entry
  const [kind, said] = entries.length > 0 ? FUTURE_ONLY : EMPTY
  throw new ProviderError(kind, `MET Norway: ${said}`)
}

const FUTURE_ONLY = ['from-the-future', 'no entry for the present'] as const
const EMPTY = ['place-missing', 'no entry at all'] as const

const thermalOf = (instant: Entry['instant']): ThermalWeather => ({
  temperatureC: instant.air_temperature ?? null,
  relativeHumidityPct: instant.relative_humidity ?? null,
  windSpeedKmh: kmhOf(instant.wind_speed),
})

/**
 * A symbol says whether the sun is up in the middle of its period: that of six hours says nothing of
 * their beginning.
 */
const saidDayOf = ({ nextHour }: Entry): boolean | null => isDayOf(nextHour?.summary?.symbol_code)

function aheadOf({ nextHour, nextSixHours }: Entry): { period: Period; minutes: number } | null {
  if (nextHour) return { period: nextHour, minutes: 60 }
  return nextSixHours ? { period: nextSixHours, minutes: 360 } : null
}
