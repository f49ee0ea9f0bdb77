import { readAviationWeather } from './aviation-weather/aviation-weather.ts'
import type { ReadRequest } from './exchange.ts'
import type { ForecastEntry } from './faults/forecast-entry.ts'
import { forecastEntry as metNorwayEntry } from './met-norway/forecast-entry.ts'
import { readMetNorway } from './met-norway/met-norway.ts'
import { forecastEntry as nwsEntry } from './nws/forecast-entry.ts'
import { readNws } from './nws/nws.ts'
import { forecastEntry as openMeteoEntry } from './open-meteo/forecast-entry.ts'
import { readOpenMeteo } from './open-meteo/open-meteo.ts'
import { forecastEntry as openWeatherMapEntry } from './openweathermap/forecast-entry.ts'
import { readOpenWeatherMap } from './openweathermap/openweathermap.ts'
import type { ProviderName } from './provider-names.ts'
import { forecastEntry as weatherApiEntry } from './weatherapi/forecast-entry.ts'
import { readWeatherApi } from './weatherapi/weatherapi.ts'

interface Emulation {
  readonly read: ReadRequest
  /** Where faults find the days and steps of its forecast, where it has one. */
  readonly forecastEntry?: ForecastEntry
}

export const EMULATIONS: Readonly<Record<ProviderName, Emulation>> = {
  'open-meteo': { read: readOpenMeteo, forecastEntry: openMeteoEntry },
  'met-norway': { read: readMetNorway, forecastEntry: metNorwayEntry },
  openweathermap: { read: readOpenWeatherMap, forecastEntry: openWeatherMapEntry },
  weatherapi: { read: readWeatherApi, forecastEntry: weatherApiEntry },
  nws: { read: readNws, forecastEntry: nwsEntry },
  'aviation-weather': { read: readAviationWeather },
}
