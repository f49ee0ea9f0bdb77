import type { ProviderId, WeatherProvider } from '../domain/provider.ts'
import type { ProvidersConfig } from '../platform/config.ts'
import type { QuotaSetting } from '../platform/settings.ts'
import type { HttpClient } from '../providers/http.ts'
import { createProvider } from '../providers/index.ts'

/** Only to be read: nothing is asked through the adapters. */
const NO_HTTP: HttpClient = {
  getJson: () => Promise.reject(new Error('no weather is asked for here')),
  close: () => Promise.resolve(),
}

/** An adapter to read limits and prices from. */
export const providerToRead = (id: ProviderId): WeatherProvider =>
  createProvider(id, { http: NO_HTTP, apiKey: 'none' })

export type ProviderLimits = Readonly<Partial<Record<ProviderId, readonly QuotaSetting[]>>>

/** The limits that count for each provider in the order: those that are set, else the published. */
export function providerLimits({ order, settings }: ProvidersConfig): ProviderLimits {
  return Object.fromEntries(order.map((id) => [id, settings[id].quota ?? providerToRead(id).quota]))
}
