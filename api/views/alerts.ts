import type { AlertRow } from '../../db/queries/alerts.ts'
import type { AlertFacts } from '../../domain/alerts/alert-facts.ts'
import { isAtLeast, type AlertFinding } from '../../domain/alerts/alert.ts'
import { roundToTenths } from '../../domain/analytics/rounding.ts'
import type { AlertBody, REPORT_STATUSES } from '../schemas/alerts.ts'

export const alertBody = (row: AlertRow): AlertBody => ({
  id: row.id,
  key: row.key,
  type: row.type,
  severity: row.severity,
  status: row.status,
  message: row.message,
  recommendation: row.recommendation,
  raised_at: row.raisedAt.toISOString(),
  last_seen_at: row.lastSeenAt.toISOString(),
  occurrences: row.occurrences,
  escalated_at: row.escalatedAt?.toISOString() ?? null,
  acknowledged_at: row.acknowledgedAt?.toISOString() ?? null,
  acknowledged_by: row.acknowledgedBy,
  resolved_at: row.resolvedAt?.toISOString() ?? null,
  resolved_by: row.resolvedBy,
})

interface Judged {
  readonly at: Date
  readonly facts: AlertFacts
  readonly findings: readonly AlertFinding[]
}

export const healthReportBody = ({ at, facts, findings }: Judged) => ({
  timestamp: at.toISOString(),
  overall_status: statusOf(findings),
  alerts: findings
    .filter(({ severity }) => isAtLeast(severity, 'error'))
    .map(({ type, severity, message, recommendation }) => ({
      type,
      severity,
      message,
      recommendation,
    })),
  warnings: findings
    .filter(({ severity }) => !isAtLeast(severity, 'error'))
    .map(({ type, message }) => ({ type, message })),
  metrics: {
    cache_reads_24h: facts.cacheReads,
    cache_hit_rate: facts.cacheHitRate,
    total_cities: facts.cities,
    freshness_score: facts.freshnessScore,
    stale_share: facts.staleShare,
    providers: facts.providers.map(({ provider, requests, errorRate, responseMs }) => ({
      provider,
      requests,
      error_rate: errorRate,
      response_time_ms: responseMs === null ? null : roundToTenths(responseMs),
    })),
  },
})

function statusOf(findings: readonly AlertFinding[]): (typeof REPORT_STATUSES)[number] {
  if (findings.some(({ severity }) => isAtLeast(severity, 'critical'))) return 'critical'
  return findings.length > 0 ? 'warning' : 'healthy'
}
