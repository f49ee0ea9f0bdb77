import type { RefreshCityInput } from '../../contracts/refresh.ts'
import type { RefreshCityResult } from '../../contracts/refresh-results.ts'
import { isFallback } from '../../contracts/city-tally.ts'
import { newestConditionsFrom } from '../../db/queries/latest-conditions.ts'
import { lastOutcomes } from '../../db/queries/outcomes.ts'
import { conditionsFrom, type CityEnding } from '../../domain/provider/city-attempts.ts'
import type { Served } from '../../domain/provider/provider-chain-port.ts'
import { noProviderAnsweredFailure } from './refresh-failures.ts'
import type { RefreshDeps } from './deps.ts'

interface Share {
  readonly joined: boolean
  readonly skipped: boolean
}

export const OWN_WORK: Share = { joined: false, skipped: false }

/** How the last refresh of the city ended, of whichever run. */
export async function resultOfOthers(deps: RefreshDeps, input: RefreshCityInput, share: Share) {
  const [state] = await lastOutcomes(deps.db, [input.city.id])
  const { outcome, provider, attempts } = state ?? {
    outcome: 'failed',
    provider: null,
    attempts: [],
  }
  if (outcome === 'failed' && share.joined) throw noProviderAnsweredFailure(input, attempts)
  return resultAsStored(deps, input, { outcome, provider, attempts }, share)
}

/** The result of this refresh. */
export async function resultOfServed(deps: RefreshDeps, input: RefreshCityInput, served: Served) {
  const conditions = served.reading.conditions
  if (!conditions) return resultAsStored(deps, input, served, OWN_WORK)
  return {
    ...frameOf(input, served, OWN_WORK),
    temperatureC: conditions.temperatureC,
    condition: conditions.condition,
    validAt: conditions.validAt.toISOString(),
  }
}

const frameOf = (input: RefreshCityInput, ending: CityEnding, share: Share) => ({
  cityId: input.city.id,
  name: input.city.name,
  outcome: ending.outcome,
  provider: ending.provider,
  fallback: isFallback(ending.provider, ending.attempts),
  ...share,
  attempts: ending.attempts,
})

/** The result by what is stored. A value that this refresh was not answered is not in it. */
export async function resultAsStored(
  { db }: RefreshDeps,
  input: RefreshCityInput,
  ending: CityEnding,
  share: Share,
): Promise<RefreshCityResult> {
  const server = share.skipped ? undefined : conditionsFrom(ending.attempts)
  const answered = server && (await newestConditionsFrom(db, input.city.id, server))
  return {
    ...frameOf(input, ending, share),
    temperatureC: answered?.temperatureC ?? null,
    condition: answered?.condition ?? null,
    validAt: answered?.validAt.toISOString() ?? null,
  }
}
