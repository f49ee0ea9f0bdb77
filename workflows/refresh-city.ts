import type { RefreshCityInput, RefreshCityResult } from '../contracts/refresh.ts'
import { refreshCityWith } from './proxies.ts'

/**
 * Refreshes one city: one activity asks the providers in order and stores the answer. It fails,
 * with every attempt's reason, when none answered. Its history is one activity long; cancelling it
 * cancels the activity, and nothing is stored that was not answered.
 */
export function refreshCity(input: RefreshCityInput): Promise<RefreshCityResult> {
  return refreshCityWith(input.timings)(input)
}
