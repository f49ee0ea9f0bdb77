import type { ServedConditions } from '../cache/conditions-cache.ts'
import { CREDITS } from '../domain/attribution.ts'
import type { City } from '../domain/city.ts'
import { ageSeconds, freshnessOf, isStale } from '../domain/freshness.ts'
import type { ProviderId } from '../domain/provider.ts'
import type { Mode } from '../platform/config.ts'
import { cityBlock } from './city-view.ts'
import type { CurrentConditions } from './current-conditions.ts'
import { UNITS, type ConditionsBlock, type CurrentBody } from './schemas/conditions.ts'

export interface ViewOptions {
  readonly now: Date
  readonly maxAgeSeconds: number
  readonly mode: Mode
}

export function currentBody(
  city: City,
  { served, from }: CurrentConditions,
  { now, maxAgeSeconds, mode }: ViewOptions,
): CurrentBody {
  const age = ageSeconds(served.confirmedAt, now)
  return {
    city: cityBlock(city),
    conditions: conditionsBlock(served),
    units: UNITS,
    valid_at: served.validAt.toISOString(),
    fetched_at: served.fetchedAt.toISOString(),
    confirmed_at: served.confirmedAt.toISOString(),
    age_seconds: age,
    valid_age_seconds: ageSeconds(served.validAt, now),
    freshness: freshnessOf(age),
    stale: isStale(age, maxAgeSeconds),
    source: sourceOf(served.provider, mode),
    basis: served.basis,
    derived: served.derived.map((field) => FIELD_NAMES[field] ?? field),
    served_from: from,
  }
}

const conditionsBlock = (served: ServedConditions): ConditionsBlock => ({
  temperature: served.temperatureC,
  feels_like: served.apparentTemperatureC,
  humidity: served.relativeHumidityPct,
  pressure: served.pressureMslHpa,
  visibility: served.visibilityKm,
  uv_index: served.uvIndex,
  wind_speed: served.windSpeedKmh,
  wind_gust: served.windGustKmh,
  wind_direction: served.windDirectionDeg,
  cloudiness: served.cloudCoverPct,
  precipitation: served.precipitationMm,
  precipitation_window_minutes: served.precipitationWindowMinutes,
  condition: served.condition,
  intensity: served.intensity,
  is_day: served.isDay,
  sunrise: served.sunriseAt?.toISOString() ?? null,
  sunset: served.sunsetAt?.toISOString() ?? null,
})

/** What `derived` calls fields, and what they are called in an answer. */
const FIELD_NAMES: Readonly<Record<string, keyof ConditionsBlock>> = {
  temperatureC: 'temperature',
  apparentTemperatureC: 'feels_like',
  relativeHumidityPct: 'humidity',
  pressureMslHpa: 'pressure',
  visibilityKm: 'visibility',
  uvIndex: 'uv_index',
  windSpeedKmh: 'wind_speed',
  windGustKmh: 'wind_gust',
  windDirectionDeg: 'wind_direction',
  cloudCoverPct: 'cloudiness',
  precipitationMm: 'precipitation',
  precipitationWindowMinutes: 'precipitation_window_minutes',
  condition: 'condition',
  intensity: 'intensity',
  isDay: 'is_day',
  sunriseAt: 'sunrise',
  sunsetAt: 'sunset',
}

const SIMULATED: CurrentBody['source'] = {
  provider: null,
  name: 'Simulated data',
  attribution: { text: 'Simulated data', url: null, licence: null },
}

/** Simulated values credit nobody: no provider has said them. */
const sourceOf = (provider: ProviderId, mode: Mode): CurrentBody['source'] =>
  mode === 'demo' ? SIMULATED : { provider, ...CREDITS[provider] }
