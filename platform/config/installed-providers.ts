import {
  PROVIDER_IDS,
  providerFacts,
  type ProviderId,
} from '../../domain/provider/provider-catalogue.ts'
import { settingOverride } from '../../domain/provider/provider-limits.ts'
import type { InstalledProvider, KeyStatus } from '../../domain/provider/provider-setup.ts'
import { isPaidOnly, type ProvidersConfig } from './provider-config.ts'

/** What the settings say of every provider there is an adapter for. */
export const installedProviders = (config: ProvidersConfig, readAt: Date): InstalledProvider[] =>
  PROVIDER_IDS.map((id) => {
    const position = config.order.indexOf(id)
    return {
      id,
      position: position === -1 ? null : position,
      key: keyStatusOf(id, config),
      limits: settingOverride(config.settings[id].limits, readAt),
      barredBy: barOf(id, config),
    }
  })

function keyStatusOf(id: ProviderId, { settings }: ProvidersConfig): KeyStatus {
  if (settings[id].apiKey !== undefined) return 'set'
  return providerFacts(id).key === 'required' ? 'missing' : 'not_needed'
}

function barOf(id: ProviderId, config: ProvidersConfig): string | null {
  if (keyStatusOf(id, config) === 'missing') return 'its key is missing'
  return isBarredFromCommerce(id, config) ? COMMERCIAL_BAR : null
}

const COMMERCIAL_BAR =
  'its free plan forbids commercial use, and WEATHER247_COMMERCIAL says that this is one'

/** Its key is that of a paid plan. */
export const isBarredFromCommerce = (
  id: ProviderId,
  { isCommercial, settings }: Pick<ProvidersConfig, 'isCommercial' | 'settings'>,
): boolean => isCommercial && isPaidOnly(id) && settings[id].apiKey === undefined
