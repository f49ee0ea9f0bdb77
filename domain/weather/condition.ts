export const PRECIPITATION = [
  'drizzle',
  'freezing_drizzle',
  'rain',
  'freezing_rain',
  'rain_showers',
  'sleet',
  'snow',
  'snow_showers',
  'ice_pellets',
] as const

/** One vocabulary for every provider's weather codes. An unknown code is `unknown`, never an error. */
export const CONDITIONS = [
  'clear',
  'mostly_clear',
  'partly_cloudy',
  'overcast',
  'fog',
  'haze',
  ...PRECIPITATION,
  'thunderstorm',
  'squall',
  'tornado',
  'unknown',
] as const

export type Condition = (typeof CONDITIONS)[number]

export const INTENSITIES = ['light', 'moderate', 'heavy'] as const

export type Intensity = (typeof INTENSITIES)[number]

export interface Sky {
  readonly condition: Condition
  readonly intensity: Intensity | null
}

export const UNKNOWN_SKY: Sky = { condition: 'unknown', intensity: null }

/** A day is named after its most severe step, as the daily codes of weather services are. */
export function mostSevere(skies: readonly Sky[]): Sky | null {
  return skies.reduce<Sky | null>(
    (worst, sky) => (worst && severity(worst) >= severity(sky) ? worst : sky),
    null,
  )
}

/** The list of conditions runs from calm to severe; unknown ranks below all. */
function severity({ condition, intensity }: Sky): number {
  if (condition === 'unknown') return -1
  const grade = intensity === null ? 0 : INTENSITIES.indexOf(intensity) + 1
  return CONDITIONS.indexOf(condition) * 10 + grade
}
