import { ProviderError } from './provider-error.ts'
import type { AirQuality, Conditions, Forecast, ForecastDay } from './reading.ts'

/** [lowest, highest] that has been measured on Earth, with a margin; WMO extremes archive. */
const CONDITION_RANGES = {
  temperatureC: [-95, 62],
  apparentTemperatureC: [-120, 85],
  relativeHumidityPct: [0, 105],
  pressureMslHpa: [850, 1100],
  visibilityKm: [0, 400],
  uvIndex: [0, 45],
  windSpeedKmh: [0, 420],
  windGustKmh: [0, 520],
  windDirectionDeg: [0, 360],
  cloudCoverPct: [0, 100],
  precipitationMm: [0, 500],
} as const satisfies Partial<Record<keyof Conditions, readonly [number, number]>>

const DAY_RANGES = {
  temperatureMaxC: [-95, 62],
  temperatureMinC: [-95, 62],
  precipitationMm: [0, 2000],
  precipitationProbability: [0, 1],
  windSpeedMaxKmh: [0, 420],
  windGustMaxKmh: [0, 520],
  uvIndexMax: [0, 45],
} as const satisfies Partial<Record<keyof ForecastDay, readonly [number, number]>>

/** Dust storms and wildfires reach five digits. */
const CONCENTRATION_RANGE = [0, 100_000] as const

/** A clock of ours and one of theirs may differ; anything later is refused. */
const FUTURE_TOLERANCE_MS = 2 * 60 * 1000

/** Whatever age a provider is granted, nothing older is taken: past hours stay as they are. */
export const OLDEST_TAKEN_MINUTES = 180

function refuseOutOfRange(
  what: string,
  values: Readonly<Record<string, unknown>>,
  ranges: Readonly<Record<string, readonly [number, number]>>,
): void {
  for (const [field, [lowest, highest]] of Object.entries(ranges)) {
    const value = values[field]
    if (typeof value !== 'number') continue
    if (value >= lowest && value <= highest) continue
    throw new ProviderError(
      'out-of-range',
      `${what}: ${field} is ${value}, outside ${lowest} to ${highest}`,
    )
  }
}

function refuseUntimely(what: string, validAt: Date, now: Date, maxAgeMinutes: number): void {
  const ageMs = now.getTime() - validAt.getTime()
  if (Number.isNaN(ageMs)) {
    throw new ProviderError('schema-mismatch', `${what}: the time it is valid at cannot be read`)
  }
  if (ageMs < -FUTURE_TOLERANCE_MS) {
    throw new ProviderError(
      'from-the-future',
      `${what}: valid at ${validAt.toISOString()}, ahead of our clock by ${Math.round(-ageMs / 1000)} s`,
    )
  }
  const oldestMinutes = Math.min(maxAgeMinutes, OLDEST_TAKEN_MINUTES)
  if (ageMs > oldestMinutes * 60_000) {
    throw new ProviderError(
      'stale',
      `${what}: valid at ${validAt.toISOString()}, older than ${oldestMinutes} min`,
    )
  }
}

/** @throws ProviderError `out-of-range`, `from-the-future`, `stale`, or `schema-mismatch` when nothing was said. */
export function checkConditions(
  conditions: Conditions,
  now: Date,
  maxAgeMinutes: number,
): Conditions {
  refuseUntimely('conditions', conditions.validAt, now, maxAgeMinutes)
  refuseOutOfRange('conditions', { ...conditions }, CONDITION_RANGES)
  if (conditions.temperatureC === null) {
    throw new ProviderError('place-missing', 'conditions: no temperature in the answer')
  }
  return conditions
}

export function checkForecast(forecast: Forecast): Forecast {
  if (forecast.days.length === 0) {
    throw new ProviderError('place-missing', 'forecast: no day in the answer')
  }
  for (const day of forecast.days) refuseOutOfRange(`forecast ${day.date}`, { ...day }, DAY_RANGES)
  return forecast
}

export function checkAirQuality(
  airQuality: AirQuality,
  now: Date,
  maxAgeMinutes: number,
): AirQuality {
  refuseUntimely('air quality', airQuality.validAt, now, maxAgeMinutes)
  const { pm2_5, pm10, carbonMonoxide, nitrogenDioxide, sulphurDioxide, ozone, ammonia } =
    airQuality
  const gases = { pm2_5, pm10, carbonMonoxide, nitrogenDioxide, sulphurDioxide, ozone, ammonia }
  const ranges = Object.fromEntries(Object.keys(gases).map((gas) => [gas, CONCENTRATION_RANGE]))
  refuseOutOfRange('air quality', gases, ranges)
  if (pm2_5 === null && pm10 === null && ozone === null) {
    throw new ProviderError('not-covered', 'air quality: no particles and no ozone in the answer')
  }
  return airQuality
}
