import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow'
import type { RefreshCityInput } from '../contracts/refresh.ts'
import type { RefreshCityResult } from '../contracts/refresh-results.ts'
import { OUTCOME, PROVIDER, type CityTrouble } from '../contracts/search-attributes.ts'
import type { Attempt } from '../domain/provider/attempt.ts'
import type { ProviderId } from '../domain/provider/provider-catalogue.ts'
import { attemptsOf, attemptsTable, findNoProviderAnswered } from './attempts-report.ts'
import { refreshCityWith } from './proxies.ts'

/**
 * Refreshes one city: one activity tries the providers in order and stores the answer. It fails,
 * with every attempt's reason, when none answered. Its history is one activity long; cancelling it
 * cancels the activity, and nothing is stored that was not answered.
 */
export async function refreshCity(input: RefreshCityInput): Promise<RefreshCityResult> {
  try {
    const result = await refreshCityWith(input)(input)
    const trouble = troubleOf(result)
    if (trouble) markTrouble(input, trouble, result.provider, result.attempts)
    return result
  } catch (error) {
    const failure = findNoProviderAnswered(error)
    if (!failure) throw error
    markTrouble(input, 'failed', null, attemptsOf(failure))
    // Thrown without the activity's failure around it, it is the first line in the Web UI.
    throw failure
  }
}

/** What another run did is that run's to mark. */
function troubleOf(result: RefreshCityResult): CityTrouble | undefined {
  if (result.joined || result.skipped) return undefined
  if (result.outcome === 'partial') return 'partial'
  return result.fallback ? 'fallback' : undefined
}

/** Only where a person may want to find it: an upsert costs a third of the whole workflow. */
function markTrouble(
  { city }: RefreshCityInput,
  trouble: CityTrouble,
  provider: ProviderId | null,
  attempts: readonly Attempt[],
): void {
  const name = `${city.name}, ${city.countryCode}`
  const title =
    trouble === 'failed'
      ? `No provider answered for ${name}`
      : `${name} was served by ${provider ?? 'no provider'}${trouble === 'partial' ? ', in part' : ''}`
  setCurrentDetails(attemptsTable(title, attempts))
  upsertSearchAttributes([
    { key: OUTCOME, value: trouble },
    ...(provider === null ? [] : [{ key: PROVIDER, value: provider }]),
  ])
}
