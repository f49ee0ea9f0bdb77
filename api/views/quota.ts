import type { QuotaDrift } from '../../db/queries/correct-ledger.ts'
import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import { requestsOf, type UsageHour } from '../../domain/quota/levels.ts'
import type { MoneyReport } from '../../domain/quota/budget.ts'
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
    ...serviceOf(report, limits[report.provider] ?? [], facts[index]?.hours ?? []),
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

const serviceOf = (
  report: ProviderQuotaReport,
  limits: readonly ShownLimit[],
  hours: readonly UsageHour[],
) => ({
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
  cost: costOf(hours, report.money),
  requests_24h: report.requests,
  success_rate_24h: report.successRate,
  main_failure_24h: report.mainFailure,
  parked_until: report.parkedUntil,
  parked_reason: report.parkedReason,
  is_key_refused: report.isKeyRefused,
  circuits: report.circuits.map(circuitBody),
})

/** Providers count in weights; what one costs is set by who runs this. */
function costOf(hours: readonly UsageHour[], money: MoneyReport | null) {
  const weight = hours.reduce((sum, hour) => sum + hour.weight, 0)
  const requests = requestsOf(hours)
  return {
    weight_24h: weight,
    weight_per_request: requests === 0 ? null : weight / requests,
    money: money?.spent ?? null,
    monthly_budget: money?.budget ?? null,
    budget_share: money?.spentShare ?? null,
  }
}
