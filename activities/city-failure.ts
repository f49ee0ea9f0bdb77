import { ApplicationFailure } from '@temporalio/activity'
import { NO_PROVIDER_ANSWERED, type RefreshCityInput } from '../contracts/refresh.ts'
import { retryAfterMs, type Attempt } from '../domain/attempt.ts'

/** Says in one line whom the city's refresh asked and why each did not serve it. */
export function noProviderAnswered(
  { city }: RefreshCityInput,
  attempts: readonly Attempt[],
  isLast: boolean,
): ApplicationFailure {
  const reasons = attempts.map(reasonOf).join('; ')
  const waitMs = retryAfterMs(attempts)
  return ApplicationFailure.create({
    message: `No provider answered for ${city.name}, ${city.countryCode} (${reasons || 'none covers it'})`,
    type: NO_PROVIDER_ANSWERED,
    nonRetryable: isLast,
    details: [attempts],
    ...(waitMs !== undefined && { nextRetryDelay: waitMs }),
  })
}

const reasonOf = ({ provider, outcome, message }: Attempt): string =>
  `${provider} ${outcome}${message === undefined ? '' : `: ${message}`}`
