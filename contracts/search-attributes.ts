import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common'

/** Custom search attributes the server must know before a run is started with them. */
export const SEARCH_ATTRIBUTES = {
  WeatherTrigger: 'Keyword',
  WeatherRunKind: 'Keyword',
  WeatherCityId: 'Keyword',
  WeatherProvider: 'Keyword',
  WeatherOutcome: 'Keyword',
} as const

const keyword = (name: keyof typeof SEARCH_ATTRIBUTES) =>
  defineSearchAttributeKey(name, SearchAttributeType.KEYWORD)

/** Set at start, where they cost nothing. */
export const TRIGGER = keyword('WeatherTrigger')
export const RUN_KIND = keyword('WeatherRunKind')
export const CITY_ID = keyword('WeatherCityId')

/** Set at the end of a city's refresh, only where it was not served as it should be. */
export const PROVIDER = keyword('WeatherProvider')
export const OUTCOME = keyword('WeatherOutcome')

/** Values of `WeatherOutcome`; a city without trouble has none. */
export const CITY_TROUBLES = ['fallback', 'partial', 'failed'] as const

export type CityTrouble = (typeof CITY_TROUBLES)[number]
