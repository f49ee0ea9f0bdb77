/** Ordered from fair to foul: the worst of a day is the last in this list. */
export const EMULATED_CONDITIONS = [
  'clear',
  'mostly_clear',
  'partly_cloudy',
  'overcast',
  'fog',
  'drizzle',
  'light_rain',
  'rain',
  'heavy_rain',
  'light_snow',
  'snow',
  'heavy_snow',
  'thunderstorm',
] as const

export type EmulatedCondition = (typeof EMULATED_CONDITIONS)[number]

export interface EmulatedSky {
  readonly cloudPercent: number
  readonly precipitationMmPerHour: number
  readonly temperatureC: number
  readonly visibilityM: number
}

export const SNOW_BELOW_C = 0.5
/** Below this, in mm per hour, nothing would wet the ground. */
export const DRY_BELOW_MM_PER_HOUR = 0.1

export function conditionOf(sky: EmulatedSky): EmulatedCondition {
  if (sky.precipitationMmPerHour >= DRY_BELOW_MM_PER_HOUR) return wetCondition(sky)
  if (sky.visibilityM < 1000) return 'fog'
  if (sky.cloudPercent < 11) return 'clear'
  if (sky.cloudPercent < 25) return 'mostly_clear'
  return sky.cloudPercent < 85 ? 'partly_cloudy' : 'overcast'
}

function wetCondition({
  precipitationMmPerHour: rate,
  temperatureC,
}: EmulatedSky): EmulatedCondition {
  if (temperatureC <= SNOW_BELOW_C) {
    return rate < 1 ? 'light_snow' : rate < 2.5 ? 'snow' : 'heavy_snow'
  }
  if (rate > 5 && temperatureC > 18) return 'thunderstorm'
  if (rate < 0.5) return 'drizzle'
  return rate < 2.5 ? 'light_rain' : rate < 7.6 ? 'rain' : 'heavy_rain'
}

const FOULNESS = new Map<EmulatedCondition, number>(
  EMULATED_CONDITIONS.map((name, index) => [name, index]),
)
const foulness = (condition: EmulatedCondition): number => FOULNESS.get(condition) ?? 0

export const worse = (a: EmulatedCondition, b: EmulatedCondition): EmulatedCondition =>
  foulness(a) >= foulness(b) ? a : b
