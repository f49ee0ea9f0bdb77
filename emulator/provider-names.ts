/** Its own list, since the emulator imports nothing from domain; a test compares the two. */
export const PROVIDER_NAMES = [
  'open-meteo',
  'met-norway',
  'openweathermap',
  'weatherapi',
  'nws',
  'aviation-weather',
] as const

export type ProviderName = (typeof PROVIDER_NAMES)[number]

export const forEachProvider = <T>(make: (provider: ProviderName) => T): Record<ProviderName, T> =>
  Object.fromEntries(PROVIDER_NAMES.map((name) => [name, make(name)])) as Record<ProviderName, T>
