import { CREDITS } from '../../domain/attribution.ts'
import { shareOfDay } from '../../domain/quota.ts'
import type { Config } from '../../platform/config.ts'
import type { HttpClient } from '../../providers/http.ts'
import { createProvider } from '../../providers/index.ts'
import type { ProviderShare } from './screen.ts'

/** Only to be read: nothing is asked through the adapters. */
const NO_HTTP: HttpClient = {
  getJson: () => Promise.reject(new Error('no weather is asked for here')),
  close: () => Promise.resolve(),
}

/** What would be taken of each provider's published day if it served every refresh. */
export function providerShares(
  { providers, refresh }: Pick<Config, 'providers' | 'refresh'>,
  cities: number,
): ProviderShare[] {
  return providers.order.map((id) => {
    const { quota } = createProvider(id, { http: NO_HTTP, apiKey: 'none' })
    const limits = providers.settings[id].quota ?? quota
    const daily = limits.find(({ window }) => window === 'day')
    const share = daily && shareOfDay(daily.limit, cities, refresh.intervalMinutes)
    return { name: CREDITS[id].name, shareOfDay: share ?? null }
  })
}
