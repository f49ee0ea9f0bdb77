import { keySetting, providerFacts, type ProviderId } from './provider-catalogue.ts'
import { overrideFault, type LimitOverrides } from './provider-limits.ts'
import { inUse, MOST_PRIORITY, type ProviderSetup } from './provider-setup.ts'

/** What a person changes of a provider; null takes a change back, what is absent stays. */
export interface ProviderChange {
  readonly isEnabled?: boolean | null
  readonly priority?: number | null
  readonly limits?: LimitOverrides | null
  readonly costPerCall?: number | null
  readonly monthlyBudget?: number | null
}

export const CHANGE_REFUSALS = ['last-provider', 'not-usable', 'invalid'] as const

export interface ChangeRefusal {
  readonly reason: (typeof CHANGE_REFUSALS)[number]
  readonly detail: string
  /** What can be done instead. */
  readonly wayOut: string
}

/** Beyond any real price, and exact enough. */
export const MOST_MONEY = 1_000_000_000

/** Why a change is not made; undefined where it is. */
export function changeRefusal(
  setups: readonly ProviderSetup[],
  id: ProviderId,
  change: ProviderChange,
): ChangeRefusal | undefined {
  const fault = faultIn(id, change)
  if (fault !== undefined) {
    return { reason: 'invalid', detail: fault, wayOut: 'Correct the value and ask again.' }
  }
  const setup = setups.find((one) => one.id === id)
  if (change.isEnabled === true && setup?.barredBy != null) return barred(setup)
  const others = inUse(setups).filter((one) => one.id !== id)
  const mayEnd = change.isEnabled === false || change.isEnabled === null
  if (!mayEnd || others.length > 0) return undefined
  return {
    reason: 'last-provider',
    detail: `${providerFacts(id).name} is the last provider in use: without it no weather is fetched`,
    wayOut: 'Enable another provider first; `weather247 providers list` shows which there are.',
  }
}

function barred({ id, key, barredBy }: ProviderSetup): ChangeRefusal {
  const facts = providerFacts(id)
  return {
    reason: 'not-usable',
    detail: `${facts.name} cannot be used: ${barredBy ?? 'it is left out'}`,
    wayOut:
      key === 'missing'
        ? `Set ${keySetting(facts)}, or ${keySetting(facts)}_FILE, and restart.`
        : 'Change the setting that bars it, and restart.',
  }
}

function faultIn(id: ProviderId, change: ProviderChange): string | undefined {
  const { priority, limits, costPerCall, monthlyBudget } = change
  if (
    priority != null &&
    (!Number.isInteger(priority) || priority < 1 || priority > MOST_PRIORITY)
  ) {
    return `a priority is a whole number from 1 to ${MOST_PRIORITY}`
  }
  if (!isMoney(costPerCall)) return `the cost of a call is a number from 0 to ${MOST_MONEY}`
  if (!isMoney(monthlyBudget)) return `a monthly budget is a number from 0 to ${MOST_MONEY}`
  return limits ? overrideFault(id, limits) : undefined
}

const isMoney = (value: number | null | undefined): boolean =>
  value == null || (Number.isFinite(value) && value >= 0 && value <= MOST_MONEY)
