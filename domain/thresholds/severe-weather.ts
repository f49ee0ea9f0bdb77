import type { Condition } from '../weather/condition.ts'
import type { ConditionValues } from '../weather/condition-fields.ts'

/** 0: none of it; 1: severe; 2: a danger to life. */
export const MOST_SEVERE = 2

const LEVELS: Partial<Readonly<Record<Condition, number>>> = {
  freezing_drizzle: 1,
  freezing_rain: 1,
  ice_pellets: 1,
  thunderstorm: 1,
  squall: 1,
  tornado: 2,
}

/** These are severe where they are heavy. */
const SEVERE_WHERE_HEAVY: ReadonlySet<Condition> = new Set([
  'rain',
  'rain_showers',
  'sleet',
  'snow',
  'snow_showers',
])

/** How severe the word is that a provider has for the weather; null where it has none. */
export function severeWeather({
  condition,
  intensity,
}: Pick<ConditionValues, 'condition' | 'intensity'>): number | null {
  if (condition === null || condition === 'unknown') return null
  const level = LEVELS[condition] ?? 0
  const isHeavy = intensity === 'heavy'
  if (condition === 'thunderstorm' && isHeavy) return MOST_SEVERE
  return SEVERE_WHERE_HEAVY.has(condition) && isHeavy ? 1 : level
}
