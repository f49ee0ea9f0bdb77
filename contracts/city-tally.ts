import { failureOf, type Attempt } from '../domain/provider/attempt.ts'
import { conditionsFrom, missingProducts } from '../domain/provider/city-attempts.ts'
import type { CityId } from '../domain/city/city.ts'
import type { CityOutcome } from '../domain/provider/outcome.ts'
import type { ProviderErrorKind } from '../domain/provider/provider-error.ts'
import { PROVIDER_IDS, type ProviderId } from '../domain/provider/provider-catalogue.ts'
import {
  addMissing,
  addProvider,
  EMPTY_TALLY,
  type CityFailure,
  type KindCounts,
  type MissingCounts,
  type ProviderTally,
  type RefreshTally,
} from './tally.ts'

export interface TalliedCity {
  readonly cityId: CityId
  readonly name: string
  readonly outcome: CityOutcome
  readonly provider: ProviderId | null
  readonly attempts: readonly Attempt[]
}

/** Whether another provider had failed before the one that served. */
export const isFallback = (provider: ProviderId | null, attempts: readonly Attempt[]): boolean =>
  provider !== null && attempts.length > 0 && attempts[0]?.provider !== provider

export function tallyOf(cities: readonly TalliedCity[], failureSample: number): RefreshTally {
  const having = (wanted: CityOutcome) => cities.filter(({ outcome }) => outcome === wanted)
  const failed = having('failed')
  const partial = having('partial')
  const served = cities.filter(({ outcome }) => outcome !== 'failed')
  const missing = missingOf(partial, failureSample)
  const givenUp = countsOf(
    [...failed, ...partial].flatMap(({ attempts }) => attempts.flatMap(kindsOf).slice(-1)),
  )
  return {
    ...EMPTY_TALLY,
    ok: cities.length - failed.length - partial.length,
    partial: partial.length,
    failed: failed.length,
    fallbacks: served.filter(({ provider, attempts }) => isFallback(provider, attempts)).length,
    providers: providersOf(cities),
    failures: failed.slice(0, failureSample).map(cityFailureOf),
    ...(Object.keys(givenUp).length > 0 && { givenUp }),
    ...(Object.keys(missing).length > 0 && { missing }),
  }
}

const kindsOf = (attempt: Attempt): ProviderErrorKind[] => {
  const kind = failureOf(attempt)
  return kind === undefined ? [] : [kind]
}

const cityFailureOf = ({ cityId, name, attempts }: TalliedCity): CityFailure => ({
  cityId,
  name,
  attempts,
})

function missingOf(partial: readonly TalliedCity[], sample: number): MissingCounts {
  const missing: MissingCounts = {}
  for (const { cityId, name, attempts } of partial) {
    for (const product of missingProducts(attempts)) {
      const one = { cities: 1, sample: [{ cityId, name }] }
      missing[product] = addMissing(missing[product], one, sample)
    }
  }
  return missing
}

function providersOf(cities: readonly TalliedCity[]): RefreshTally['providers'] {
  const providers: Partial<Record<ProviderId, ProviderTally>> = {}
  for (const { attempts } of cities) {
    const server = conditionsFrom(attempts)
    if (server) providers[server] = addProvider(providers[server], { served: 1, failures: {} })
    for (const tried of PROVIDER_IDS) {
      // A city counts once for a kind, however often it was asked about.
      const kinds = new Set(attempts.filter((one) => one.provider === tried).flatMap(kindsOf))
      if (kinds.size === 0) continue
      const failures = countsOf([...kinds])
      providers[tried] = addProvider(providers[tried], { served: 0, failures })
    }
  }
  return providers
}

const countsOf = (kinds: readonly ProviderErrorKind[]): KindCounts => {
  const counts: Partial<Record<ProviderErrorKind, number>> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
