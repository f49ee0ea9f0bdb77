import type { RefreshCityInput, RefreshCityResult } from '../contracts/refresh.ts'
import { isFallback } from '../contracts/tally.ts'
import { latestConditionsOf } from '../db/queries/latest.ts'
import { lastOutcomes } from '../db/queries/outcomes.ts'
import type { Served } from '../domain/provider-chain.ts'
import { noProviderAnswered } from './city-failure.ts'
import type { RefreshDeps } from './refresh-deps.ts'

interface Share {
  readonly joined: boolean
  readonly skipped: boolean
}

export const OWN_WORK: Share = { joined: false, skipped: false }

/** How the last refresh of the city ended, whoever did it. */
export async function resultOfOthers(deps: RefreshDeps, input: RefreshCityInput, share: Share) {
  const [state] = await lastOutcomes(deps.db, [input.city.id])
  const { outcome, provider, attempts } = state ?? {
    outcome: 'failed',
    provider: null,
    attempts: [],
  }
  if (outcome === 'failed' && share.joined) throw noProviderAnswered(input, attempts, true)
  return resultAsStored(deps, input, { outcome, provider, attempts }, share)
}

/** The result of a refresh that was just done. */
export async function resultOf(deps: RefreshDeps, input: RefreshCityInput, served: Served) {
  const conditions = served.reading.conditions
  if (!conditions) return resultAsStored(deps, input, served, OWN_WORK)
  return {
    ...frameOf(input, served, OWN_WORK),
    temperatureC: conditions.temperatureC,
    condition: conditions.condition,
    validAt: conditions.validAt.toISOString(),
  }
}

type Ending = Pick<Served, 'outcome' | 'provider' | 'attempts'>

const frameOf = (input: RefreshCityInput, ending: Ending, share: Share) => ({
  cityId: input.city.id,
  name: input.city.name,
  outcome: ending.outcome,
  provider: ending.provider,
  fallback: isFallback(ending.provider, ending.attempts),
  ...share,
  attempts: ending.attempts,
})

/** The result by what is stored: no reading of our own is at hand. */
export async function resultAsStored(
  { db }: RefreshDeps,
  input: RefreshCityInput,
  ending: Ending,
  share: Share,
): Promise<RefreshCityResult> {
  const [latest] = await latestConditionsOf(db, [input.city.id])
  return {
    ...frameOf(input, ending, share),
    temperatureC: latest?.temperatureC ?? null,
    condition: latest?.condition ?? null,
    validAt: latest?.validAt.toISOString() ?? null,
  }
}
