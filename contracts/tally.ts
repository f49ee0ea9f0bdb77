import type { Attempt } from '../domain/provider/attempt.ts'
import type { CityId } from '../domain/city/city.ts'
import { PRODUCTS, type Product } from '../domain/weather/product.ts'
import type { ProviderErrorKind } from '../domain/provider/provider-error.ts'
import { PROVIDER_IDS, type ProviderId } from '../domain/provider/provider-catalogue.ts'

export type KindCounts = Partial<Readonly<Record<ProviderErrorKind, number>>>

/** What one provider did for a run. */
export interface ProviderTally {
  /** Cities whose conditions it served. */
  readonly served: number
  /** Cities it was tried for in vain, by kind of failure. */
  readonly failures: KindCounts
}

export interface NamedCity {
  readonly cityId: CityId
  readonly name: string
}

export interface CityFailure extends NamedCity {
  readonly attempts: readonly Attempt[]
}

/** A product that cities served in part lack. */
export interface MissingTally {
  readonly cities: number
  readonly sample: readonly NamedCity[]
}

export interface RefreshTally {
  readonly ok: number
  /** Served, but with a product missing. */
  readonly partial: number
  readonly failed: number
  /** Another run had claimed it, and its result was waited for. */
  readonly joined: number
  /** Due, but without an outcome: cancelled, or not reached before the soft limit. */
  readonly left: number
  /** Of `ok` and `partial`: not served by the first provider that was asked. */
  readonly fallbacks: number
  readonly providers: Partial<Readonly<Record<ProviderId, ProviderTally>>>
  readonly failures: readonly CityFailure[]
  /** Most passes that a shard in bulk took; absent where there were none. */
  readonly passes?: number
  /** Cities that ended failed or in part, by the kind of the last failure. */
  readonly givenUp?: KindCounts
  /** Of cities served in part. */
  readonly missing?: Partial<Readonly<Record<Product, MissingTally>>>
}

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

/** Cities that have an outcome. */
export const settled = ({ ok, partial, failed, joined }: RefreshTally): number =>
  ok + partial + failed + joined

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
  const passes = Math.max(one.passes ?? 0, other.passes ?? 0)
  return {
    ok: one.ok + other.ok,
    partial: one.partial + other.partial,
    failed: one.failed + other.failed,
    joined: one.joined + other.joined,
    left: one.left + other.left,
    fallbacks: one.fallbacks + other.fallbacks,
    providers,
    failures: [...one.failures, ...other.failures].slice(0, failureSample),
    ...(passes > 0 && { passes }),
    ...((one.givenUp ?? other.givenUp) && { givenUp: addCounts(one.givenUp, other.givenUp) }),
    ...((one.missing ?? other.missing) && {
      missing: addMissingCounts(one.missing, other.missing, failureSample),
    }),
  }
}

function addMissingCounts(
  one: RefreshTally['missing'] = {},
  other: RefreshTally['missing'] = {},
  sample: number,
): MissingCounts {
  const products = PRODUCTS.filter((product) => one[product] ?? other[product])
  return Object.fromEntries(
    products.map((product) => [product, addMissing(one[product], other[product], sample)]),
  )
}

export type MissingCounts = Partial<Record<Product, MissingTally>>

export function addMissing(
  one: MissingTally | undefined,
  other: MissingTally | undefined,
  sample: number,
): MissingTally {
  return {
    cities: (one?.cities ?? 0) + (other?.cities ?? 0),
    sample: [...(one?.sample ?? []), ...(other?.sample ?? [])].slice(0, sample),
  }
}

export function addProvider(one: ProviderTally | undefined, other: ProviderTally): ProviderTally {
  if (!one) return other
  return {
    served: one.served + other.served,
    failures: addCounts(one.failures, other.failures),
  }
}

function addCounts(one: KindCounts = {}, other: KindCounts = {}): KindCounts {
  const counts: Partial<Record<ProviderErrorKind, number>> = { ...one }
  for (const [kind, count] of Object.entries(other) as [ProviderErrorKind, number][]) {
    counts[kind] = (counts[kind] ?? 0) + count
  }
  return counts
}
