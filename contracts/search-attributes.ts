/** Custom search attributes the server must know before a run is started with them. */
export const SEARCH_ATTRIBUTES = {
  WeatherTrigger: 'Keyword',
  WeatherCityId: 'Keyword',
} as const
