import type { ProviderChange } from '../../domain/provider/provider-change.ts'
import type { LimitOverrides } from '../../domain/provider/provider-limits.ts'
import type { LimitSetting } from '../../domain/quota/limit-text.ts'
import { wrongUsage } from '../errors/command-error.ts'

export interface LimitsOptions {
  readonly inFlight?: number
  readonly spacingMs?: number
  readonly places?: number
  readonly cost?: number
  readonly budget?: number
  readonly reset?: boolean
}

/** What is named, on top of what was changed before, or of the settings after a reset. */
export function limitsChange(
  { inFlight, spacingMs, places, cost, budget, reset = false }: LimitsOptions,
  quota: readonly LimitSetting[] | undefined,
): (before: LimitOverrides | null | undefined) => ProviderChange {
  const named: LimitOverrides = {
    ...(quota && { quota }),
    ...(inFlight !== undefined && { maxInFlight: inFlight }),
    ...(spacingMs !== undefined && { spacingMs }),
    ...(places !== undefined && { placesPerRequest: places }),
  }
  const isNamed = Object.keys(named).length > 0
  if (!isNamed && !reset && cost === undefined && budget === undefined) {
    throw wrongUsage('nothing is to be changed', 'name limits, an option, or --reset')
  }
  return (before) => ({
    ...(reset && { limits: null, costPerCall: null, monthlyBudget: null }),
    ...(isNamed && { limits: { ...(reset ? null : before), ...named } }),
    ...(cost !== undefined && { costPerCall: cost }),
    ...(budget !== undefined && { monthlyBudget: budget }),
  })
}
