import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import type { ProviderHealth } from '../health/providers.ts'

export const providerHealthBody = (health: ProviderHealth) => ({
  service: health.provider,
  name: providerFacts(health.provider).name,
  status: health.isUsable ? ('healthy' as const) : ('unhealthy' as const),
  api_key_status: health.key,
  last_check: health.lastCheckAt?.toISOString() ?? null,
  success_rate_24h: health.successRate,
  error: health.reason,
})

export function apiHealthBody(
  [first, ...others]: readonly ProviderHealth[],
  { isCacheHealthy, at }: { isCacheHealthy: boolean; at: Date },
) {
  return {
    primary_service: first ? providerHealthBody(first) : null,
    fallback_services: others.map((health, index) => ({
      [`service_${index + 1}`]: providerHealthBody(health),
    })),
    cache_status: isCacheHealthy ? ('healthy' as const) : ('unhealthy' as const),
    timestamp: at.toISOString(),
  }
}
