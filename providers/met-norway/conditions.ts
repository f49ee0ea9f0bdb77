import { apparentTemperature } from '../../domain/apparent-temperature.ts'
import { ProviderError } from '../../domain/provider-error.ts'
import type { Conditions } from '../../domain/reading.ts'
import { metresPerSecondToKmh, rounded } from '../../domain/units.ts'
import { isDayOfMetNorway, skyOfMetNorway } from './symbols.ts'
import type { Entry, Period } from './wire.ts'

export const kmhOf = (metresPerSecond: number | undefined): number | null =>
  metresPerSecond === undefined ? null : rounded(metresPerSecondToKmh(metresPerSecond))

/** What was predicted for the present: the last entry that is not in the future. */
export function conditionsOfMetNorway(entries: readonly Entry[], fetchedAt: Date): Conditions {
  const entry = entries.findLast(({ atMs }) => atMs <= fetchedAt.getTime())
  if (!entry) {
    const [kind, said] = entries.length > 0 ? FUTURE_ONLY : EMPTY
    throw new ProviderError(kind, `MET Norway: ${said}`)
  }
  const { instant } = entry
  const ahead = aheadOf(entry)
  const symbol = ahead?.period.summary?.symbol_code
  const sky = symbol === undefined ? null : skyOfMetNorway(symbol)
  const precipitationMm = ahead?.period.details?.precipitation_amount ?? null
  const thermal = {
    temperatureC: instant.air_temperature ?? null,
    relativeHumidityPct: instant.relative_humidity ?? null,
    windSpeedKmh: kmhOf(instant.wind_speed),
  }
  const apparentTemperatureC = apparentTemperature(thermal)
  return {
    ...thermal,
    provider: 'met-norway',
    fetchedAt,
    validAt: new Date(entry.atMs),
    basis: 'forecast',
    apparentTemperatureC,
    pressureMslHpa: instant.air_pressure_at_sea_level ?? null,
    visibilityKm: null,
    // The index in the document is that of a clear sky, whatever the clouds.
    uvIndex: null,
    windGustKmh: kmhOf(instant.wind_speed_of_gust),
    windDirectionDeg: instant.wind_from_direction ?? null,
    cloudCoverPct: instant.cloud_area_fraction ?? null,
    precipitationMm,
    precipitationWindowMinutes: ahead && precipitationMm !== null ? ahead.minutes : null,
    condition: sky?.condition ?? null,
    intensity: sky?.intensity ?? null,
    isDay: symbol === undefined ? null : isDayOfMetNorway(symbol),
    sunriseAt: null,
    sunsetAt: null,
    derived: apparentTemperatureC === null ? [] : ['apparentTemperatureC'],
  }
}

const FUTURE_ONLY = ['from-the-future', 'no entry for the present'] as const
const EMPTY = ['place-missing', 'no entry at all'] as const

function aheadOf({ nextHour, nextSixHours }: Entry): { period: Period; minutes: number } | null {
  if (nextHour) return { period: nextHour, minutes: 60 }
  return nextSixHours ? { period: nextSixHours, minutes: 360 } : null
}
