import type { ReadRequest } from './exchange.ts'
import { readMetNorway } from './met-norway/met-norway.ts'
import { readNws } from './nws/nws.ts'
import { readOpenMeteo } from './open-meteo/open-meteo.ts'
import { readOpenWeatherMap } from './openweathermap/openweathermap.ts'
import type { ProviderName } from './provider-names.ts'
import { readWeatherApi } from './weatherapi/weatherapi.ts'

export const EMULATIONS: Record<ProviderName, ReadRequest> = {
  'open-meteo': readOpenMeteo,
  'met-norway': readMetNorway,
  openweathermap: readOpenWeatherMap,
  weatherapi: readWeatherApi,
  nws: readNws,
}
