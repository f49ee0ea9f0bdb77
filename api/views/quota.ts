import { providerFacts } from '../../domain/provider/provider-catalogue.ts'
import type { ProviderQuotaReport, QuotaReport } from '../../domain/quota/report.ts'

export const quotaBody = ({ level, providers, warnings }: QuotaReport, at: Date) => ({
  timestamp: at.toISOString(),
  status: level,
  services: providers.map(serviceOf),
  recommendations: [...warnings],
})

const serviceOf = (report: ProviderQuotaReport) => ({
  service: report.provider,
  name: providerFacts(report.provider).name,
  status: report.level,
  windows: report.windows.map(({ window, limit, used, remaining, ...rest }) => ({
    window,
    limit,
    used,
    remaining,
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
})
