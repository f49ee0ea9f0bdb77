import type { IncidentRow } from '../../db/queries/judge-incidents.ts'
import { systemGrade, systemScore } from '../../domain/health/system-score.ts'
import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import type { ProviderHealth } from '../health/providers.ts'
import type { ProviderUse, SystemHealth } from '../readers/system-status.ts'
import { providerHealthBody } from './api-health.ts'

export function systemHealthBody({ at, overall, scores, alerts, incidents }: SystemHealth) {
  const score = systemScore(scores)
  return {
    timestamp: at.toISOString(),
    overall_score: score,
    status: systemGrade(score),
    overall_status: overall,
    scores: { ...scores },
    active_alerts: alerts,
    open_incidents: incidents,
  }
}

const TOP = 5

export function providerDashboardBody({ at, providers, usage, failovers }: ProviderUse) {
  const active = providers.filter(({ setup }) => setup.isEnabled)
  const costs = usage.flatMap(({ cost }) => (cost === null ? [] : [cost]))
  const sum = (of: (one: (typeof usage)[number]) => number) =>
    usage.reduce((total, one) => total + of(one), 0)
  return {
    timestamp: at.toISOString(),
    providers: {
      total: providers.length,
      active: active.length,
      healthy: active.filter(({ health }) => health.isUsable).length,
    },
    usage_today: {
      requests: sum(({ requests }) => requests),
      success: sum(({ success }) => success),
      errors: sum(({ errors }) => errors),
      cost: costs.length === 0 ? null : costs.reduce((total, cost) => total + cost, 0),
    },
    failovers_24h: failovers,
    top_providers: usage
      .filter(({ requests }) => requests > 0)
      .toSorted((one, other) => other.requests - one.requests)
      .slice(0, TOP)
      .map((one) => ({ ...one, name: providerFacts(one.provider).name })),
  }
}

interface RealTime {
  readonly at: Date
  readonly providers: readonly ProviderHealth[]
  readonly failovers: readonly IncidentRow[]
  readonly active: number | null
}

export const realTimeBody = ({ at, providers, failovers, active }: RealTime) => ({
  timestamp: at.toISOString(),
  providers: providers.map(providerHealthBody),
  active_tasks: active,
  active_failovers: failovers.map((row) => ({
    id: row.id,
    primary_provider: row.provider,
    reason: row.cause,
    failed_at: row.startedAt.toISOString(),
    cities_affected: row.cities,
  })),
})
