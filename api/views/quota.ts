import type { QuotaDrift } from '../../db/queries/correct-ledger.ts'
import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import { requestsOf, type UsageHour } from '../../domain/quota/levels.ts'
import { spentAtMonthEnd, type MoneyReport } from '../../domain/quota/budget.ts'
import type {
  ProviderQuotaReport,
  QuotaFacts,
  QuotaReport,
} from '../../domain/quota/quota-report.ts'
import { circuitBody } from './providers.ts'
import type { ShownLimit, ShownLimits } from './shown-limits.ts'

export const quotaBody = (
  { level, providers, warnings }: QuotaReport,
  {
    facts,
    limits,
    drifts,
    at,
  }: {
    facts: readonly QuotaFacts[]
    limits: ShownLimits
    drifts: readonly QuotaDrift[]
    at: Date
  },
) => ({
  timestamp: at.toISOString(),
  status: level,
  services: providers.map((report, index) => ({
    ...serviceOf(report, limits[report.provider] ?? []),
    cost: costOf(report.money, facts[index]?.hours ?? [], at),
    drifts_24h: drifts.filter(({ provider }) => provider === report.provider).map(driftOf),
  })),
  recommendations: [...warnings],
})

const driftOf = (drift: QuotaDrift) => ({
  window: drift.quotaWindow,
  at: drift.at.toISOString(),
  limit: drift.quotaLimit,
  ledger_left: drift.ledgerLeft,
  reported_left: drift.reportedLeft,
  source: drift.source,
  times: drift.times,
})

const serviceOf = (report: ProviderQuotaReport, limits: readonly ShownLimit[]) => ({
  service: report.provider,
  name: providerFacts(report.provider).name,
  status: report.level,
  windows: report.windows.map(({ window, limit, used, remaining, source, ...rest }) => ({
    window,
    limit,
    used,
    reserved: limits.find((one) => one.window === window)?.reserved ?? 0,
    remaining,
    source,
    used_share: rest.usedShare,
    resets_at: rest.resetsAt,
    status: rest.level,
    exhausted_at: rest.exhaustedAt,
  })),
  used_last_hour: report.weightPerHour,
  requests_24h: report.requests,
  success_rate_24h: report.successRate,
  main_failure_24h: report.mainFailure,
  parked_until: report.parkedUntil,
  parked_reason: report.parkedReason,
  is_key_refused: report.isKeyRefused,
  circuits: report.circuits.map(circuitBody),
})

/** Providers count in weights; what one costs is set by who runs this. */
function costOf(money: MoneyReport | null, hours: readonly UsageHour[], at: Date) {
  const weight = hours.reduce((sum, hour) => sum + hour.weight, 0)
  const requests = requestsOf(hours)
  return {
    weight_24h: weight,
    weight_per_request: requests === 0 ? null : weight / requests,
    cost_per_request: money?.costPerCall ?? null,
    money: money?.spent ?? null,
    projected_money: money && spentAtMonthEnd(money, weight, at),
    monthly_budget: money?.budget ?? null,
    budget_share: money?.spentShare ?? null,
    budget_status: money?.level ?? null,
  }
}
