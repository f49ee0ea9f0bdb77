import type { WeatherProvider } from '../../domain/provider/provider.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { ProvidersConfig } from '../../platform/config/config.ts'
import type { LimitSetting } from '../../domain/quota/limit-text.ts'
import type { HttpClient } from '../../providers/http-client.ts'
import { createProvider } from '../../providers/index.ts'
import { reservedOf } from '../../providers/reserved-share.ts'

/** The adapters are only read for limits and prices: they send no request. */
const NO_HTTP: HttpClient = {
  getJson: () => Promise.reject(new Error('this adapter sends no requests')),
  getFile: () => Promise.reject(new Error('this adapter sends no requests')),
  close: () => Promise.resolve(),
}

/** An adapter to read limits and prices from. */
export const providerToRead = (id: ProviderId): WeatherProvider =>
  createProvider(id, { http: NO_HTTP, apiKey: 'none' })

type Limit = LimitSetting & { readonly reserved: number }

export type ProviderLimits = Readonly<Partial<Record<ProviderId, readonly Limit[]>>>

/** The limits that count for each provider in the order: those that are set, else the published. */
export function providerLimits({ order, settings }: ProvidersConfig): ProviderLimits {
  const adapters = order.map(providerToRead)
  return Object.fromEntries(
    adapters.map((adapter, index) => {
      const limits: readonly LimitSetting[] = settings[adapter.id].limits?.quota ?? adapter.quota
      const later = adapters.slice(index + 1)
      return [
        adapter.id,
        limits.map((limit) => ({ ...limit, reserved: reservedOf(adapter, later, limit) })),
      ]
    }),
  )
}
