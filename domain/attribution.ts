import type { ProviderId } from './provider.ts'

export interface Attribution {
  readonly text: string
  readonly url: string
  readonly licence: string
}

export interface Credit {
  readonly name: string
  readonly attribution: Attribution
}

/** What each provider's licence asks to be said wherever its data is shown. */
export const CREDITS: Readonly<Record<ProviderId, Credit>> = {
  'open-meteo': {
    name: 'Open-Meteo',
    attribution: {
      text: 'Weather data by Open-Meteo.com',
      url: 'https://open-meteo.com/',
      licence: 'CC BY 4.0',
    },
  },
  'met-norway': {
    name: 'MET Norway',
    attribution: {
      text: 'Data from MET Norway',
      url: 'https://api.met.no/',
      licence: 'CC BY 4.0 or NLOD 2.0',
    },
  },
  openweathermap: {
    name: 'OpenWeather',
    attribution: {
      text: 'Weather data provided by OpenWeather',
      url: 'https://openweathermap.org/',
      licence: 'CC BY-SA 4.0',
    },
  },
  weatherapi: {
    name: 'WeatherAPI.com',
    attribution: {
      text: 'Powered by WeatherAPI.com',
      url: 'https://www.weatherapi.com/',
      licence: 'WeatherAPI.com terms of use',
    },
  },
  nws: {
    name: 'US National Weather Service',
    attribution: {
      text: 'Weather data from the US National Weather Service',
      url: 'https://www.weather.gov/',
      licence: 'Public domain',
    },
  },
}
