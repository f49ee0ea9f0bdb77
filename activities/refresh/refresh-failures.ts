import { ApplicationFailure } from '@temporalio/activity'
import type { RefreshCityInput } from '../../contracts/refresh.ts'
import { NO_PROVIDER_ANSWERED, SERVED_IN_PART } from '../../contracts/refresh-results.ts'
import type { Attempt } from '../../domain/provider/attempt.ts'
import { missingProducts } from '../../domain/provider/city-attempts.ts'

/** Names in one line the providers that were tried, and why each did not serve the city. */
export const noProviderAnsweredFailure = (
  { city }: RefreshCityInput,
  attempts: readonly Attempt[],
  retryMs?: number,
): ApplicationFailure =>
  ApplicationFailure.create({
    message: `No provider answered for ${city.name}, ${city.countryCode} (${reasonsOf(attempts)})`,
    type: NO_PROVIDER_ANSWERED,
    nonRetryable: retryMs === undefined,
    details: [attempts],
    ...(retryMs !== undefined && { nextRetryDelay: retryMs }),
  })

/** What was answered is stored; the rest is requested again. */
export const servedInPartFailure = (
  { city }: RefreshCityInput,
  attempts: readonly Attempt[],
  retryMs: number,
): ApplicationFailure =>
  ApplicationFailure.create({
    message: `Still without ${missingProducts(attempts).join(', ')}: ${city.name}, ${city.countryCode} (${reasonsOf(attempts)})`,
    type: SERVED_IN_PART,
    details: [attempts],
    nextRetryDelay: retryMs,
  })

const reasonsOf = (attempts: readonly Attempt[]): string =>
  attempts.map(attemptText).join('; ') || 'none covers it'

const attemptText = ({ provider, outcome, message }: Attempt): string =>
  `${provider} ${outcome}${message === undefined ? '' : `: ${message}`}`
