import { DAY_MS } from '../time/durations.ts'
import { apparentTemperature } from './apparent-temperature.ts'
import { ProviderError } from '../provider/provider-error.ts'
import type { AirQuality, Conditions, Discard } from './reading.ts'
import { refuseOldPrediction, refuseUntimely } from './timeliness.ts'
import {
  CONCENTRATION_RANGES,
  CONDITION_RANGES,
  INDEX_RANGES,
  refuseOutOfRange,
  REQUIRED_CONDITION_RANGES,
  withinRanges,
} from './value-ranges.ts'

/** Whatever age a provider is granted, nothing older is taken: past hours stay as they are. */
export const OLDEST_TAKEN_MINUTES = 180

/** The sun's times are those of the day of the values, or of one beside it. */
const FARTHEST_SUN_MS = 2 * DAY_MS

/** Providers report rain for spans of a quarter of an hour to a day. */
const MAX_WINDOW_MINUTES = 24 * 60

const APPARENT_FROM = ['relativeHumidityPct', 'windSpeedKmh'] as const

interface Timing {
  readonly now: Date
  readonly maxAgeMinutes: number
  /** When what is said of the present was predicted, where it was and the answer says so. */
  readonly madeAt?: Date | null
}

/**
 * What is optional and cannot be is left out and noted.
 * @throws ProviderError `out-of-range`, `from-the-future`, `stale`, or `schema-mismatch` when nothing was said.
 */
export function checkConditions(
  conditions: Conditions,
  { now, maxAgeMinutes, madeAt = null }: Timing,
  discard: Discard,
): Conditions {
  const oldest = Math.min(maxAgeMinutes, OLDEST_TAKEN_MINUTES)
  refuseUntimely('conditions: valid at', conditions.validAt, now, oldest)
  refuseOldPrediction('conditions', madeAt, now)
  refuseOutOfRange('conditions', conditions, REQUIRED_CONDITION_RANGES)
  if (conditions.temperatureC === null) {
    throw new ProviderError('place-missing', 'conditions: no temperature in the answer')
  }
  const sound = withinRanges('conditions', conditions, CONDITION_RANGES, discard)
  const sunAt = (field: 'sunriseAt' | 'sunsetAt'): Date | null => {
    const at = conditions[field]
    if (!at || Math.abs(at.getTime() - conditions.validAt.getTime()) <= FARTHEST_SUN_MS) return at
    discard(`conditions: ${field}`, 'is days away')
    return null
  }
  const { precipitationMm } = sound
  const fields = { ...sound, sunriseAt: sunAt('sunriseAt'), sunsetAt: sunAt('sunsetAt') }
  return withoutLostInputs(
    conditions,
    precipitationMm === null
      ? { ...fields, precipitationWindowMinutes: null }
      : withSoundWindow(fields, discard),
  )
}

function withSoundWindow(conditions: Conditions, discard: Discard): Conditions {
  const minutes = conditions.precipitationWindowMinutes
  if (minutes === null) return conditions
  if (Number.isInteger(minutes) && Math.abs(minutes) <= MAX_WINDOW_MINUTES) return conditions
  discard('conditions: precipitationMm', `fell within ${minutes} min`)
  return { ...conditions, precipitationMm: null, precipitationWindowMinutes: null }
}

/** What was computed from a value that is not taken is computed without it, and null where that value decides. */
function withoutLostInputs(before: Conditions, after: Conditions): Conditions {
  const isLost = APPARENT_FROM.some((field) => before[field] !== null && after[field] === null)
  const isComputed = after.derived.includes('apparentTemperatureC')
  const sound =
    isLost && isComputed ? { ...after, apparentTemperatureC: apparentTemperature(after) } : after
  const derived = sound.derived.filter((field) => sound[field as keyof Conditions] !== null)
  return { ...sound, derived }
}

/** @throws ProviderError as for conditions; `not-covered` without particles and ozone. */
export function checkAirQuality(
  airQuality: AirQuality,
  { now, maxAgeMinutes }: Timing,
  discard: Discard,
): AirQuality {
  const oldest = Math.min(maxAgeMinutes, OLDEST_TAKEN_MINUTES)
  refuseUntimely('air quality: valid at', airQuality.validAt, now, oldest)
  const { pm2_5, pm10, carbonMonoxide, nitrogenDioxide, sulphurDioxide, ozone, ammonia } =
    airQuality
  const gases = { pm2_5, pm10, carbonMonoxide, nitrogenDioxide, sulphurDioxide, ozone, ammonia }
  const isGiven = pm2_5 !== null || pm10 !== null || ozone !== null
  if (!isGiven) {
    throw new ProviderError('not-covered', 'air quality: no particles and no ozone in the answer')
  }
  const sound = withinRanges('air quality', gases, CONCENTRATION_RANGES, discard)
  if (sound.pm2_5 === null && sound.pm10 === null && sound.ozone === null) {
    throw new ProviderError('out-of-range', 'air quality: no particles and no ozone that can be')
  }
  return { ...airQuality, ...sound, indices: soundIndices(airQuality.indices, discard) }
}

function soundIndices(indices: AirQuality['indices'], discard: Discard): AirQuality['indices'] {
  const judged = withinRanges('air quality index', indices, INDEX_RANGES, discard)
  return Object.fromEntries(
    Object.entries(judged).filter(([, value]: [string, number | null]) => value !== null),
  )
}
