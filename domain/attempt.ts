import { PROVIDER_ERROR_FACTS, type ProviderErrorKind } from './provider-error.ts'
import type { Product } from './product.ts'
import type { ProviderId } from './provider.ts'

/** Served: by a reading, by a 304, or by a provider's earlier word not to be asked again yet. */
type Success = 'ok' | 'unchanged' | 'remembered'

/** One provider tried for one place: `ok`, or why not. */
export interface Attempt {
  readonly provider: ProviderId
  readonly products: readonly Product[]
  readonly outcome: Success | ProviderErrorKind
  readonly message?: string
  readonly retryAfterMs?: number
}

/** Whether asking again later could serve what failed. */
export const canRetry = (attempts: readonly Attempt[]): boolean =>
  failuresOf(attempts).some((kind) => PROVIDER_ERROR_FACTS[kind].transient)

/** Whether the failure is of this place at some provider, not of the providers for everybody. */
export const isPlacesOwn = (attempts: readonly Attempt[]): boolean =>
  failuresOf(attempts).some((kind) => PROVIDER_ERROR_FACTS[kind].blame === 'place')

/** The shortest wait any of them asked for. */
export function retryAfterMs(attempts: readonly Attempt[]): number | undefined {
  const waits = attempts.flatMap((attempt) => attempt.retryAfterMs ?? [])
  return waits.length > 0 ? Math.min(...waits) : undefined
}

/** The kind of failure an attempt ended with, if it did. */
export const failureOf = ({ outcome }: Attempt): ProviderErrorKind | undefined =>
  outcome === 'ok' || outcome === 'unchanged' || outcome === 'remembered' ? undefined : outcome

const failuresOf = (attempts: readonly Attempt[]): ProviderErrorKind[] =>
  attempts.flatMap((attempt) => failureOf(attempt) ?? [])
