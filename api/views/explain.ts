import type { ExplainedProduct } from '../../domain/provider/explain.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

export const explainedProductBody = ({ stored, ...one }: ExplainedProduct) => ({
  product: one.product,
  refreshed_at: one.refreshedAt,
  run_id: one.runId,
  tried: one.tried.map(({ provider, outcome, isAsked, message, retryAfterMs }) => ({
    provider,
    outcome,
    was_asked: isAsked,
    message: message ?? null,
    retry_after_s: retryAfterMs === undefined ? null : retryAfterMs / SECOND_MS,
  })),
  skipped: [...one.skipped],
  stored: stored && {
    provider: stored.provider,
    valid_at: iso(stored.validAt),
    confirmed_at: stored.confirmedAt.toISOString(),
    run_id: stored.runId,
  },
  confirmed_at: iso(one.confirmedAt),
  next_due_at: iso(one.nextDueAt),
  next_due_by: one.isDueByPlan ? ('plan' as const) : ('age' as const),
  planned_period_s: one.periodSeconds,
  late: one.isLate,
})
