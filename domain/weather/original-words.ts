import type { Condition, Sky } from './condition.ts'

/** How the original names the sky: the main word, and the icon without its time of day. */
const WORDS: Readonly<Record<Condition, readonly [string, string] | null>> = {
  clear: ['Clear', '01'],
  mostly_clear: ['Clouds', '02'],
  partly_cloudy: ['Clouds', '03'],
  overcast: ['Clouds', '04'],
  fog: ['Fog', '50'],
  haze: ['Haze', '50'],
  drizzle: ['Drizzle', '09'],
  freezing_drizzle: ['Drizzle', '09'],
  rain: ['Rain', '10'],
  freezing_rain: ['Rain', '13'],
  rain_showers: ['Rain', '09'],
  sleet: ['Snow', '13'],
  snow: ['Snow', '13'],
  snow_showers: ['Snow', '13'],
  ice_pellets: ['Snow', '13'],
  thunderstorm: ['Thunderstorm', '11'],
  squall: ['Squall', '50'],
  tornado: ['Tornado', '50'],
  unknown: null,
}

export interface OriginalSky {
  readonly weather_condition: string | null
  readonly weather_description: string | null
  readonly weather_icon: string | null
}

/** Null where the sky, or for the icon the time of day, is not known. */
export function originalSky(
  { condition, intensity }: { readonly [Name in keyof Sky]: Sky[Name] | null },
  isDay: boolean | null,
): OriginalSky {
  const words = condition === null ? null : WORDS[condition]
  if (condition === null || words === null) {
    return { weather_condition: null, weather_description: null, weather_icon: null }
  }
  const [main, icon] = words
  const described = [intensity ?? '', condition.replaceAll('_', ' ')].join(' ').trim()
  return {
    weather_condition: main,
    weather_description: described,
    weather_icon: isDay === null ? null : `${icon}${isDay ? 'd' : 'n'}`,
  }
}
