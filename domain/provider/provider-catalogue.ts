import type { Product } from '../weather/product.ts'

export interface Attribution {
  readonly text: string
  readonly url: string
  readonly licence: string
}

/** Everything about a provider that is not code: what other rooms know of it, they read here. */
export interface ProviderFacts {
  readonly name: string
  /** What its licence asks to be said wherever its data is shown. */
  readonly attribution: Attribution
  /** Whether its free plan may be used commercially. */
  readonly commercialUse: 'yes' | 'paid plan only' | 'see its terms'
  /** Settings are named `<prefix>_API_KEY`, `<prefix>_BASE_URL`, `<prefix>_QUOTA` and `<prefix>_PACE`. */
  readonly settingPrefix: string
  readonly key: 'none' | 'optional' | 'required'
  /** Whether it asks for a way to reach who sends the requests. */
  readonly asksForContact: boolean
  readonly publicHost: string
  readonly products: readonly Product[]
  /** ISO 3166 codes of the countries it serves. */
  readonly region: 'world' | readonly string[]
}

export type ProviderCatalogue = Readonly<Record<string, ProviderFacts>>

/** The providers in the default order: those with a key come first, since a key is a choice. */
export const PROVIDER_CATALOGUE = {
  openweathermap: {
    name: 'OpenWeather',
    attribution: {
      text: 'Weather data provided by OpenWeather',
      url: 'https://openweathermap.org/',
      licence: 'CC BY-SA 4.0',
    },
    commercialUse: 'see its terms',
    settingPrefix: 'OPENWEATHERMAP',
    key: 'required',
    asksForContact: false,
    publicHost: 'https://api.openweathermap.org',
    products: ['conditions', 'forecast', 'air-quality'],
    region: 'world',
  },
  weatherapi: {
    name: 'WeatherAPI.com',
    attribution: {
      text: 'Powered by WeatherAPI.com',
      url: 'https://www.weatherapi.com/',
      licence: 'WeatherAPI.com terms of use',
    },
    commercialUse: 'see its terms',
    settingPrefix: 'WEATHERAPI',
    key: 'required',
    asksForContact: false,
    publicHost: 'https://api.weatherapi.com',
    products: ['conditions', 'forecast', 'air-quality'],
    region: 'world',
  },
  'aviation-weather': {
    name: 'Aviation Weather Center',
    attribution: {
      text: 'Observations from the Aviation Weather Center (NOAA)',
      url: 'https://aviationweather.gov/',
      licence: 'Public domain',
    },
    commercialUse: 'yes',
    settingPrefix: 'AVIATION_WEATHER',
    key: 'none',
    asksForContact: true,
    publicHost: 'https://aviationweather.gov',
    products: ['conditions'],
    region: 'world',
  },
  'open-meteo': {
    name: 'Open-Meteo',
    attribution: {
      text: 'Weather data by Open-Meteo.com',
      url: 'https://open-meteo.com/',
      licence: 'CC BY 4.0',
    },
    commercialUse: 'paid plan only',
    settingPrefix: 'OPEN_METEO',
    key: 'optional',
    asksForContact: false,
    publicHost: 'https://api.open-meteo.com',
    products: ['conditions', 'forecast', 'air-quality'],
    region: 'world',
  },
  'met-norway': {
    name: 'MET Norway',
    attribution: {
      text: 'Data from MET Norway',
      url: 'https://api.met.no/',
      licence: 'CC BY 4.0 or NLOD 2.0',
    },
    commercialUse: 'yes',
    settingPrefix: 'MET_NORWAY',
    key: 'none',
    asksForContact: true,
    publicHost: 'https://api.met.no',
    products: ['conditions', 'forecast'],
    region: 'world',
  },
  nws: {
    name: 'US National Weather Service',
    attribution: {
      text: 'Weather data from the US National Weather Service',
      url: 'https://www.weather.gov/',
      licence: 'Public domain',
    },
    commercialUse: 'yes',
    settingPrefix: 'NWS',
    key: 'none',
    asksForContact: true,
    publicHost: 'https://api.weather.gov',
    products: ['conditions', 'forecast'],
    region: ['US', 'PR', 'GU', 'VI', 'AS', 'MP'],
  },
} as const satisfies ProviderCatalogue

export type ProviderId = keyof typeof PROVIDER_CATALOGUE

type Catalogue = typeof PROVIDER_CATALOGUE

export type SettingPrefix = Catalogue[ProviderId]['settingPrefix']

/** Prefixes of the providers that take a key. */
export type KeyedPrefix = {
  [Id in ProviderId]: Catalogue[Id]['key'] extends 'none' ? never : Catalogue[Id]['settingPrefix']
}[ProviderId]

export const PROVIDER_IDS = Object.keys(PROVIDER_CATALOGUE) as readonly ProviderId[]

export const providerFacts = (id: ProviderId): ProviderFacts => PROVIDER_CATALOGUE[id]

/** Whether the catalogue says that the provider serves the country at all. */
export const servesCountry = ({ region }: ProviderFacts, countryCode: string): boolean =>
  region === 'world' || region.includes(countryCode)

export const keySetting = ({ settingPrefix }: ProviderFacts): string => `${settingPrefix}_API_KEY`

export const baseUrlSetting = ({ settingPrefix }: ProviderFacts): string =>
  `${settingPrefix}_BASE_URL`

export const quotaSetting = ({ settingPrefix }: ProviderFacts): string => `${settingPrefix}_QUOTA`

export const paceSetting = ({ settingPrefix }: ProviderFacts): string => `${settingPrefix}_PACE`

export const takesKey = ({ key }: ProviderFacts): boolean => key !== 'none'

/** The settings that hold the keys of all providers: none of them may reach the demo. */
export const keySettings = (catalogue: ProviderCatalogue = PROVIDER_CATALOGUE): string[] =>
  Object.values(catalogue).filter(takesKey).map(keySetting)
