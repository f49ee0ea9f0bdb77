import { failureOf, type Attempt } from '../domain/attempt.ts'
import type { CityId } from '../domain/city.ts'
import type { CityOutcome } from '../domain/outcome.ts'
import type { ProviderErrorKind } from '../domain/provider-error.ts'
import { PROVIDER_IDS, type ProviderId } from '../domain/provider.ts'
import type { CityFailure, ProviderTally, RefreshTally } from './refresh.ts'

export const EMPTY_TALLY: RefreshTally = {
  ok: 0,
  partial: 0,
  failed: 0,
  joined: 0,
  left: 0,
  fallbacks: 0,
  providers: {},
  failures: [],
}

export interface TalliedCity {
  readonly cityId: CityId
  readonly name: string
  readonly outcome: CityOutcome
  readonly provider: ProviderId | null
  readonly attempts: readonly Attempt[]
}

/** Whether somebody was tried in vain before the provider that served. */
export const isFallback = (provider: ProviderId | null, attempts: readonly Attempt[]): boolean =>
  provider !== null && attempts.length > 0 && attempts[0]?.provider !== provider

export function tallyOf(cities: readonly TalliedCity[], failureSample: number): RefreshTally {
  const failed = cities.filter(({ outcome }) => outcome === 'failed')
  return {
    ...EMPTY_TALLY,
    ok: cities.filter(({ outcome }) => outcome === 'ok').length,
    partial: cities.filter(({ outcome }) => outcome === 'partial').length,
    failed: failed.length,
    fallbacks: cities.filter(({ provider, attempts }) => isFallback(provider, attempts)).length,
    providers: providersOf(cities),
    failures: failed.slice(0, failureSample).map(cityFailureOf),
  }
}

const cityFailureOf = ({ cityId, name, attempts }: TalliedCity): CityFailure => ({
  cityId,
  name,
  attempts,
})

function providersOf(cities: readonly TalliedCity[]): RefreshTally['providers'] {
  const providers: Partial<Record<ProviderId, ProviderTally>> = {}
  for (const { provider, attempts } of cities) {
    if (provider !== null) {
      providers[provider] = addProvider(providers[provider], { served: 1, failures: {} })
    }
    for (const attempt of attempts) {
      const kind = failureOf(attempt)
      if (kind === undefined) continue
      const { provider: tried } = attempt
      providers[tried] = addProvider(providers[tried], { served: 0, failures: { [kind]: 1 } })
    }
  }
  return providers
}

export function addTallies(
  one: RefreshTally,
  other: RefreshTally,
  failureSample: number,
): RefreshTally {
  const providers: Partial<Record<ProviderId, ProviderTally>> = { ...one.providers }
  for (const id of PROVIDER_IDS) {
    const more = other.providers[id]
    if (more) providers[id] = addProvider(providers[id], more)
  }
  return {
    ok: one.ok + other.ok,
    partial: one.partial + other.partial,
    failed: one.failed + other.failed,
    joined: one.joined + other.joined,
    left: one.left + other.left,
    fallbacks: one.fallbacks + other.fallbacks,
    providers,
    failures: [...one.failures, ...other.failures].slice(0, failureSample),
  }
}

function addProvider(one: ProviderTally | undefined, other: ProviderTally): ProviderTally {
  if (!one) return other
  const failures: Partial<Record<ProviderErrorKind, number>> = { ...one.failures }
  for (const [kind, count] of Object.entries(other.failures) as [ProviderErrorKind, number][]) {
    failures[kind] = (failures[kind] ?? 0) + count
  }
  return { served: one.served + other.served, failures }
}

/** Cities that have an outcome. */
export const settled = ({ ok, partial, failed, joined }: RefreshTally): number =>
  ok + partial + failed + joined
