import type { EmulatedCondition } from '../sky/conditions.ts'

/** A condition as the service's forecasters write it. */
const NOUNS: Partial<Record<EmulatedCondition, string>> = {
  drizzle: 'Drizzle',
  light_rain: 'Light Rain',
  rain: 'Rain',
  heavy_rain: 'Heavy Rain',
  light_snow: 'Light Snow',
  snow: 'Snow',
  heavy_snow: 'Heavy Snow',
  thunderstorm: 'Showers And Thunderstorms',
}

const SKIES: Partial<Record<EmulatedCondition, readonly [day: string, night: string]>> = {
  clear: ['Sunny', 'Clear'],
  mostly_clear: ['Mostly Sunny', 'Mostly Clear'],
  partly_cloudy: ['Partly Sunny', 'Partly Cloudy'],
  overcast: ['Cloudy', 'Cloudy'],
  fog: ['Patchy Fog', 'Patchy Fog'],
}

export interface Phrased {
  readonly condition: EmulatedCondition
  readonly chancePercent: number
  readonly isDaytime: boolean
}

/** The words for a chance are those of NWS directive 10-503; showers are counted by area. */
export function phraseOf({ condition, chancePercent, isDaytime }: Phrased): string {
  const noun = NOUNS[condition]
  if (noun === undefined) return SKIES[condition]?.[isDaytime ? 0 : 1] ?? 'Cloudy'
  const isByArea = condition === 'thunderstorm'
  if (chancePercent < 25) return `${isByArea ? 'Isolated' : 'Slight Chance'} ${noun}`
  if (chancePercent < 55) return `${isByArea ? 'Scattered' : 'Chance'} ${noun}`
  return chancePercent < 75 ? `${noun} Likely` : noun
}

/** `Sunny then Chance Rain`; once where both parts say the same. */
export const thenPhrase = (first: string, second: string): string =>
  first === second ? first : `${first} then ${second}`
