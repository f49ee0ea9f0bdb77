import { PROVIDER_IDS, type ProviderId } from './provider-catalogue.ts'
import {
  appliedLimits,
  type LimitOverrides,
  type Override,
  type ProviderLimits,
} from './provider-limits.ts'

export const KEY_STATUSES = ['set', 'missing', 'not_needed'] as const

export type KeyStatus = (typeof KEY_STATUSES)[number]

/** What the settings of this installation say of a provider there is an adapter for. */
export interface InstalledProvider {
  readonly id: ProviderId
  /** Its place in the order of the settings, from 0 on; null where they leave it out. */
  readonly position: number | null
  readonly key: KeyStatus
  readonly limits?: Override | undefined
  /** Why it cannot be used, whatever is changed at run time; null where it can. */
  readonly barredBy: string | null
}

/** What was changed at run time; null is as the settings say. */
export interface ProviderControl {
  readonly provider: ProviderId
  readonly isEnabled: boolean | null
  /** The lowest is asked first. */
  readonly priority: number | null
  readonly limits: LimitOverrides | null
  /** Money for one unit of weight. */
  readonly costPerCall: number | null
  /** Money for a calendar month of the UTC clock. */
  readonly monthlyBudget: number | null
  readonly changedAt: Date
  readonly changedBy: string
}

/** A provider as it is used at the moment. */
export interface ProviderSetup {
  readonly id: ProviderId
  readonly isEnabled: boolean
  /** 1 is asked first; null where it is not in use. */
  readonly order: number | null
  readonly priority: number
  readonly limits: ProviderLimits
  readonly costPerCall: number | null
  readonly monthlyBudget: number | null
  readonly key: KeyStatus
  readonly barredBy: string | null
  readonly changedAt: Date | null
  readonly changedBy: string | null
}

/** Between two providers of the settings there is room for others. */
const PRIORITY_STEP = 10
/** After every one that the settings name. */
const UNNAMED_PRIORITY = 500

export const MOST_PRIORITY = 1000

/** Every provider, those in use first and in their order. */
export function providerSetups(
  installed: readonly InstalledProvider[],
  controls: readonly ProviderControl[],
): ProviderSetup[] {
  const setups = installed
    .map((one) =>
      setupOf(
        one,
        controls.find(({ provider }) => provider === one.id),
      ),
    )
    .sort((one, other) => one.priority - other.priority)
  const used = setups.filter(({ isEnabled }) => isEnabled)
  const unused = setups.filter(({ isEnabled }) => !isEnabled)
  return [...used.map((one, index) => ({ ...one, order: index + 1 })), ...unused]
}

function setupOf(
  installed: InstalledProvider,
  control: ProviderControl | undefined,
): ProviderSetup {
  const { id, position, key, barredBy } = installed
  return {
    id,
    isEnabled: barredBy === null && (control?.isEnabled ?? position !== null),
    order: null,
    priority: control?.priority ?? usualPriority(id, position),
    limits: appliedLimits(id, [installed.limits, overrideOf(control)]),
    costPerCall: control?.costPerCall ?? null,
    monthlyBudget: control?.monthlyBudget ?? null,
    key,
    barredBy,
    changedAt: control?.changedAt ?? null,
    changedBy: control?.changedBy ?? null,
  }
}

const usualPriority = (id: ProviderId, position: number | null): number =>
  position === null ? UNNAMED_PRIORITY + PROVIDER_IDS.indexOf(id) : (position + 1) * PRIORITY_STEP

function overrideOf(control: ProviderControl | undefined): Override | undefined {
  if (!control?.limits) return undefined
  const { limits, changedAt, changedBy } = control
  return { limits, source: `changed by ${changedBy}`, asOf: changedAt.toISOString().slice(0, 10) }
}

/** Limits as a change would set them. */
export const overridesOf = ({ quota, pace, maxPlacesPerRequest }: ProviderLimits) => ({
  quota,
  ...pace,
  placesPerRequest: maxPlacesPerRequest,
})

export const inUse = (setups: readonly ProviderSetup[]): ProviderSetup[] =>
  setups.filter(({ isEnabled }) => isEnabled)

/** The limits of the providers in use, in their order. */
export const limitsInUse = (
  setups: readonly ProviderSetup[],
): Partial<Record<ProviderId, ProviderLimits['quota']>> =>
  Object.fromEntries(inUse(setups).map(({ id, limits }) => [id, limits.quota]))
