import type { ProviderDay } from '../../db/queries/provider-stats.ts'
import { roundToTenths } from '../../domain/analytics/rounding.ts'
import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import type { ListedProvider, ProviderStats } from '../readers/providers.ts'

export function providerBody(provider: ListedProvider) {
  const { name, attribution, commercialUse, products, region } = providerFacts(provider.id)
  return {
    id: provider.id,
    name,
    attribution,
    commercial_use: commercialUse,
    products: [...products],
    countries: region === 'world' ? null : [...region],
    order: provider.order,
    is_active: provider.order !== null,
    is_primary: provider.order === 1,
    api_key_status: provider.key,
    limits: provider.limits.map(({ window, limit, reserved = 0 }) => ({ window, limit, reserved })),
    health_status: statusOf(provider.health),
    health_reason: provider.health.reason,
    success_rate_24h: provider.report.successRate,
    error_count_24h: provider.errors24h,
    main_failure_24h: provider.report.mainFailure,
    last_success_at: provider.lastSuccessAt?.toISOString() ?? null,
    last_failure_at: provider.lastFailureAt?.toISOString() ?? null,
    used_today: provider.usedToday,
  }
}

export const providerStatsBody = ({
  id,
  from,
  to,
  days,
  daily,
  health,
  failovers,
}: ProviderStats) => ({
  provider: id,
  name: providerFacts(id).name,
  period: { start_date: dateOf(from), end_date: dateOf(new Date(to.getTime() - DAY_MS)), days },
  usage: usageOf(daily),
  daily_usage: daily.map((day) => ({ date: day.date, ...usageOf([day]) })),
  failover_events: failovers,
  health_status: statusOf(health),
  health_reason: health.reason,
})

const statusOf = ({ isUsable }: ListedProvider['health']) =>
  isUsable ? ('healthy' as const) : ('unhealthy' as const)

const dateOf = (at: Date): string => at.toISOString().slice(0, 10)

function usageOf(days: readonly ProviderDay[]) {
  const sum = (of: (day: ProviderDay) => number) => days.reduce((all, day) => all + of(day), 0)
  const requests = sum((day) => day.requests)
  const successes = sum((day) => day.successes)
  const timed = sum((day) => day.timed)
  return {
    total_requests: requests,
    total_success: successes,
    total_errors: requests - successes,
    success_rate: requests === 0 ? null : successes / requests,
    total_weight: sum((day) => day.weight),
    total_cost: null,
    avg_response_time_ms: timed === 0 ? null : roundToTenths(sum((day) => day.durationMs) / timed),
    max_response_time_ms: timed === 0 ? null : Math.max(...days.map((day) => day.maxDurationMs)),
  }
}
