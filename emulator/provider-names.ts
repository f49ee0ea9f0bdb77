export const PROVIDER_NAMES = [
  'open-meteo',
  'met-norway',
  'openweathermap',
  'weatherapi',
  'nws',
] as const

export type ProviderName = (typeof PROVIDER_NAMES)[number]

export function forEachProvider<T>(make: (provider: ProviderName) => T): Record<ProviderName, T> {
  return {
    'open-meteo': make('open-meteo'),
    'met-norway': make('met-norway'),
    openweathermap: make('openweathermap'),
    weatherapi: make('weatherapi'),
    nws: make('nws'),
  }
}
