import { faultOf, type LimitSetting } from '../quota/limit-text.ts'
import type { QuotaLimit } from '../quota/windows.ts'
import type { Pace } from './provider.ts'
import type { ProviderId } from './provider-catalogue.ts'
import { PUBLISHED_LIMITS } from './published-limits.ts'

/** What takes the place of a published limit; what is absent stays as it is published. */
export interface LimitOverrides {
  readonly quota?: readonly LimitSetting[]
  readonly maxInFlight?: number
  readonly spacingMs?: number
  readonly placesPerRequest?: number
}

/** The limits that count. */
export interface ProviderLimits {
  readonly quota: readonly QuotaLimit[]
  readonly pace: Pace
  readonly maxPlacesPerRequest: number
}

/** Who changed it, and when. */
export interface Override {
  readonly limits: LimitOverrides
  readonly source: string
  /** YYYY-MM-DD. */
  readonly asOf: string
}

export const settingOverride = (
  limits: LimitOverrides | undefined,
  readAt: Date,
): Override | undefined =>
  limits && { limits, source: 'setting', asOf: readAt.toISOString().slice(0, 10) }

/** A later override goes before an earlier one, field by field. */
export function appliedLimits(
  id: ProviderId,
  overrides: readonly (Override | undefined)[] = [],
): ProviderLimits {
  const published = PUBLISHED_LIMITS[id]
  let limits: PublishedOrSet = published
  for (const override of overrides) if (override) limits = withOverride(limits, override)
  const { quota, maxInFlight, spacingMs, placesPerRequest } = limits
  return { quota, pace: { maxInFlight, spacingMs }, maxPlacesPerRequest: placesPerRequest }
}

interface PublishedOrSet extends Required<Omit<LimitOverrides, 'quota'>> {
  readonly quota: readonly QuotaLimit[]
}

function withOverride(
  limits: PublishedOrSet,
  { limits: set, source, asOf }: Override,
): PublishedOrSet {
  const { quota, ...rest } = set
  return { ...limits, ...rest, ...(quota && { quota: sourced(quota, source, asOf) }) }
}

const sourced = (
  quota: readonly LimitSetting[],
  source: string,
  asOf: string,
): readonly QuotaLimit[] => quota.map((limit) => ({ ...limit, source, asOf }))

export const MOST_IN_FLIGHT = 64
export const MOST_SPACING_MS = 60_000

/** What is wrong with an override, in words; undefined where nothing is. */
export function overrideFault(id: ProviderId, limits: LimitOverrides): string | undefined {
  const { mostPlaces } = PUBLISHED_LIMITS[id]
  const fault = limits.quota?.map(faultOf).find((one) => one !== undefined)
  return (
    fault ??
    repeatedWindow(limits.quota ?? []) ??
    rangeFault('requests in flight', limits.maxInFlight, 1, MOST_IN_FLIGHT) ??
    rangeFault('milliseconds of spacing', limits.spacingMs, 0, MOST_SPACING_MS) ??
    rangeFault('places in a request', limits.placesPerRequest, 1, mostPlaces)
  )
}

function repeatedWindow(quota: readonly LimitSetting[]): string | undefined {
  const windows = quota.map(({ window }) => window)
  const repeated = windows.find((window, index) => windows.indexOf(window) !== index)
  return repeated && `the ${repeated} is limited twice`
}

function rangeFault(
  what: string,
  value: number | undefined,
  from: number,
  to: number,
): string | undefined {
  if (value === undefined || (Number.isInteger(value) && value >= from && value <= to)) {
    return undefined
  }
  return `${what} are a whole number from ${from} to ${to}`
}
