import { ApplicationFailure } from '@temporalio/common'
import { NO_PROVIDER_ANSWERED } from '../contracts/refresh.ts'
import type { Attempt } from '../domain/attempt.ts'

/** The failure among the causes of an error that says nobody served the city. */
export function noProviderAnswered(error: unknown): ApplicationFailure | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ApplicationFailure && cause.type === NO_PROVIDER_ANSWERED) return cause
  }
  return undefined
}

export const attemptsOf = (failure: ApplicationFailure | undefined): readonly Attempt[] =>
  (failure?.details?.[0] ?? []) as readonly Attempt[]
