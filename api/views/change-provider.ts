import type { StoredChange } from '../../db/queries/provider-controls.ts'
import type { Circuit } from '../../domain/provider/circuit.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { ProviderChange } from '../../domain/provider/provider-change.ts'
import type { LimitOverrides } from '../../domain/provider/provider-limits.ts'
import type { ProviderTest } from '../../domain/provider/provider-test.ts'
import type { ProviderHealth } from '../health/providers.ts'
import type { ChangeProviderRequest } from '../schemas/change-provider.ts'

/** What a body asks for, on top of the limits that were changed before. */
export function changeOf(
  body: ChangeProviderRequest,
  limitsBefore: LimitOverrides | null,
): ProviderChange {
  const limits = limitsOf(body, limitsBefore)
  return {
    ...(body.is_active !== undefined && { isEnabled: body.is_active }),
    ...(body.priority !== undefined && { priority: body.priority }),
    ...(limits !== undefined && { limits }),
    ...(body.cost_per_request !== undefined && { costPerCall: body.cost_per_request }),
    ...(body.monthly_budget !== undefined && { monthlyBudget: body.monthly_budget }),
  }
}

/** Undefined where the body says nothing of limits. */
function limitsOf(
  body: ChangeProviderRequest,
  before: LimitOverrides | null,
): LimitOverrides | null | undefined {
  const { limits, max_in_flight: inFlight, spacing_ms: spacing, places_per_request: places } = body
  const changed: LimitOverrides = {
    ...(limits && { quota: limits.map(limitOf) }),
    ...(inFlight !== undefined && { maxInFlight: inFlight }),
    ...(spacing !== undefined && { spacingMs: spacing }),
    ...(places !== undefined && { placesPerRequest: places }),
  }
  const isChanged = Object.keys(changed).length > 0
  if (limits === null) return isChanged ? changed : null
  return isChanged ? { ...before, ...changed } : undefined
}

type LimitRequest = NonNullable<ChangeProviderRequest['limits']>[number]

const limitOf = ({ window, limit, kind, ...turns }: LimitRequest) => ({
  window,
  limit,
  ...(kind === 'sliding' && { kind }),
  ...(turns.time_zone !== undefined && { timeZone: turns.time_zone }),
  ...(turns.reset_hour !== undefined && { resetHour: turns.reset_hour }),
  ...(turns.reset_day !== undefined && { resetDay: turns.reset_day }),
})

export const samplesOf = (circuits: readonly Circuit[], id: ProviderId) =>
  circuits.flatMap(({ provider, endpoint, sample }) =>
    provider === id && sample !== null ? [{ endpoint, text: sample }] : [],
  )

export const changeBody = ({ at, changedBy, change, before }: StoredChange) => ({
  at: at.toISOString(),
  changed_by: changedBy,
  change: { ...change },
  before: { ...before },
})

export const testBody = (test: ProviderTest, cityId: number) => ({
  provider: test.provider,
  city_id: cityId,
  outcome: test.outcome,
  message: test.message,
  product: test.product,
  weight: test.weight,
  duration_ms: test.durationMs,
  temperature_c: test.temperatureC,
  valid_at: test.validAt,
  released: [...test.released],
})

export const healthResult = (health: ProviderHealth) => ({
  provider: health.provider,
  is_healthy: health.isUsable,
  reason: health.reason,
  success_rate_24h: health.successRate,
  last_check_at: health.lastCheckAt?.toISOString() ?? null,
})
