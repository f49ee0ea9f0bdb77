import type { EndpointOutcome, ProviderDay } from '../../db/queries/provider-stats.ts'
import { roundToTenths } from '../../domain/analytics/rounding.ts'
import type { Circuit } from '../../domain/provider/circuit.ts'
import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import { DAY_MS, SECOND_MS } from '../../domain/time/durations.ts'
import type { MoneyReport } from '../../domain/quota/budget.ts'
import type { ListedProvider, ProviderStats } from '../readers/providers.ts'
import type { ShownLimit } from './shown-limits.ts'

export function providerBody(provider: ListedProvider) {
  const { name, attribution, commercialUse, products, region } = providerFacts(provider.id)
  const { setup } = provider
  return {
    id: provider.id,
    name,
    attribution,
    commercial_use: commercialUse,
    products: [...products],
    countries: region === 'world' ? null : [...region],
    order: setup.order,
    priority: setup.priority,
    is_active: setup.isEnabled,
    is_primary: setup.order === 1,
    not_usable_reason: setup.barredBy,
    api_key_status: setup.key,
    limits: provider.limits.map(limitBody),
    max_in_flight: setup.limits.pace.maxInFlight,
    spacing_ms: setup.limits.pace.spacingMs,
    places_per_request: setup.limits.maxPlacesPerRequest,
    cost_per_request: setup.costPerCall,
    monthly_budget: setup.monthlyBudget,
    month_cost: moneyBody(provider.report.money),
    changed_at: setup.changedAt?.toISOString() ?? null,
    changed_by: setup.changedBy,
    health_status: statusOf(provider.health),
    health_reason: provider.health.reason,
    success_rate_24h: provider.report.successRate,
    error_count_24h: provider.errors24h,
    main_failure_24h: provider.report.mainFailure,
    last_success_at: provider.lastSuccessAt?.toISOString() ?? null,
    last_failure_at: provider.lastFailureAt?.toISOString() ?? null,
    used_today: provider.usedToday,
    parked_until: provider.report.parkedUntil,
    parked_reason: provider.report.parkedReason,
    is_key_refused: provider.report.isKeyRefused,
    circuits: provider.report.circuits.map(circuitBody),
  }
}

export const circuitBody = ({ endpoint, cause, openedAt, openUntil, reason }: Circuit) => ({
  endpoint,
  cause,
  since: openedAt.toISOString(),
  next_probe_at: openUntil.toISOString(),
  reason,
})

const limitBody = (limit: ShownLimit) => ({
  window: limit.window,
  limit: limit.limit,
  kind: limit.kind ?? ('fixed' as const),
  time_zone: limit.timeZone ?? 'UTC',
  reset_hour: limit.resetHour ?? 0,
  reset_day: limit.resetDay ?? 1,
  reserved: limit.reserved,
  source: limit.source,
  as_of: limit.asOf,
})

const moneyBody = (money: MoneyReport | null) =>
  money && {
    spent: money.spent,
    budget: money.budget,
    spent_share: money.spentShare,
    status: money.level,
  }

export const providerStatsBody = ({
  id,
  from,
  to,
  days,
  daily,
  endpoints,
  costPerCall,
  health,
  failovers,
}: ProviderStats) => ({
  provider: id,
  name: providerFacts(id).name,
  period: { start_date: dateOf(from), end_date: dateOf(new Date(to.getTime() - DAY_MS)), days },
  usage: usageOf(daily, costPerCall),
  daily_usage: daily.map((day) => ({ date: day.date, ...usageOf([day], costPerCall) })),
  endpoints: endpointBodies(endpoints, costPerCall),
  failover_events: failovers,
  health_status: statusOf(health),
  health_reason: health.reason,
})

const statusOf = ({ isUsable }: ListedProvider['health']) =>
  isUsable ? ('healthy' as const) : ('unhealthy' as const)

const dateOf = (at: Date): string => at.toISOString().slice(0, 10)

function endpointBodies(rows: readonly EndpointOutcome[], costPerCall: number | null) {
  return [...new Set(rows.map(({ endpoint }) => endpoint))].map((endpoint) => {
    const own = rows.filter((row) => row.endpoint === endpoint)
    const days = own.map((row) => ({ ...row, successes: row.outcome === 'ok' ? row.requests : 0 }))
    const errors = own.flatMap(({ outcome, requests }) =>
      outcome === 'ok' ? [] : [{ kind: outcome, requests }],
    )
    return { endpoint, ...usageOf(days, costPerCall), errors }
  })
}

const secondsOf = (ms: number | null): number | null => (ms === null ? null : ms / SECOND_MS)

type Counted = Omit<ProviderDay, 'date' | 'places'>

function usageOf(days: readonly Counted[], costPerCall: number | null) {
  const sum = (of: (day: Counted) => number) => days.reduce((all, day) => all + of(day), 0)
  const requests = sum((day) => day.requests)
  const successes = sum((day) => day.successes)
  const timed = sum((day) => day.timed)
  const averageMs = timed === 0 ? null : roundToTenths(sum((day) => day.durationMs) / timed)
  const mostMs = timed === 0 ? null : Math.max(...days.map((day) => day.maxDurationMs))
  return {
    total_requests: requests,
    total_success: successes,
    total_errors: requests - successes,
    success_rate: requests === 0 ? null : successes / requests,
    total_weight: sum((day) => day.weight),
    total_cost: costPerCall === null ? null : costPerCall * sum((day) => day.weight),
    avg_response_time_ms: averageMs,
    max_response_time_ms: mostMs,
    avg_response_time: secondsOf(averageMs),
    max_response_time: secondsOf(mostMs),
  }
}
