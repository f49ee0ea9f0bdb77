import { CREDITS } from '../../domain/attribution.ts'
import { shareOfDay } from '../../domain/quota.ts'
import type { Config } from '../../platform/config.ts'
import { providerLimits } from '../provider-limits.ts'
import type { ProviderShare } from './screen.ts'

/** What would be taken of each provider's published day if it served every refresh. */
export function providerShares(
  { providers, refresh }: Pick<Config, 'providers' | 'refresh'>,
  cities: number,
): ProviderShare[] {
  const limits = providerLimits(providers)
  return providers.order.map((id) => {
    const daily = limits[id]?.find(({ window }) => window === 'day')
    const share = daily && shareOfDay(daily.limit, cities, refresh.intervalMinutes)
    return { name: CREDITS[id].name, shareOfDay: share ?? null }
  })
}
