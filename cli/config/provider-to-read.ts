import type { WeatherProvider } from '../../domain/provider/provider.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { HttpClient } from '../../providers/http-client.ts'
import { createProvider } from '../../providers/index.ts'

/** For adapters that are only read for limits and prices: they send no request. */
export const NO_HTTP: HttpClient = {
  getJson: () => Promise.reject(new Error('this adapter sends no requests')),
  getFile: () => Promise.reject(new Error('this adapter sends no requests')),
  close: () => Promise.resolve(),
}

/** An adapter to read limits and prices from. */
export const providerToRead = (id: ProviderId): WeatherProvider =>
  createProvider(id, { http: NO_HTTP, apiKey: 'none' })
