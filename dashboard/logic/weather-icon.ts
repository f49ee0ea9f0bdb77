/** Sky that looks another way at night. */
const BY_DAY_AND_NIGHT: Readonly<Record<string, (when: string) => string>> = {
  clear: (when) => `clear-${when}`,
  mostly_clear: (when) => `mostly-clear-${when}`,
  partly_cloudy: (when) => `partly-cloudy-${when}`,
  rain_showers: (when) => `partly-cloudy-${when}-rain`,
  snow_showers: (when) => `partly-cloudy-${when}-snow`,
}

const ALWAYS: Readonly<Record<string, string>> = {
  overcast: 'overcast',
  fog: 'fog',
  haze: 'haze',
  drizzle: 'drizzle',
  freezing_drizzle: 'drizzle',
  rain: 'rain',
  freezing_rain: 'sleet',
  sleet: 'sleet',
  snow: 'snow',
  ice_pellets: 'hail',
  thunderstorm: 'thunderstorms-rain',
  squall: 'wind',
  tornado: 'tornado',
}

const HEAVY: Readonly<Record<string, string>> = { rain: 'extreme-rain', snow: 'extreme-snow' }

/** Without a word of the sun it is taken for day. */
export function weatherIcon(
  condition: string | null,
  { isDay, intensity }: { readonly isDay: boolean | null; readonly intensity: string | null },
): string {
  if (condition === null) return 'not-available'
  const heavy = intensity === 'heavy' ? HEAVY[condition] : undefined
  if (heavy !== undefined) return heavy
  const byDay = BY_DAY_AND_NIGHT[condition]
  return byDay ? byDay(isDay === false ? 'night' : 'day') : (ALWAYS[condition] ?? 'not-available')
}
