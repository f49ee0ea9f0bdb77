import { PROVIDER_ERROR_FACTS, type ProviderErrorKind } from './provider-error.ts'
import type { Product } from '../weather/product.ts'
import type { ProviderId } from './provider-catalogue.ts'

/** Served: by a reading, by a 304, or by a stored answer that has not expired. */
type Success = 'ok' | 'unchanged' | 'remembered'

/** One provider tried for one place: `ok`, or why not. */
export interface Attempt {
  readonly provider: ProviderId
  readonly products: readonly Product[]
  readonly outcome: Success | ProviderErrorKind
  readonly message?: string
  readonly retryAfterMs?: number
}

/** Whether the failure is of this place at some provider, not of the providers for every place. */
export const isPlacesOwn = (attempts: readonly Attempt[]): boolean =>
  failuresOf(attempts).some((kind) => PROVIDER_ERROR_FACTS[kind].blame === 'place')

/** Transient within a run. A value that is too old or implausible stays so until the provider's next one. */
const RETRIED_IN_A_RUN: ReadonlySet<ProviderErrorKind> = new Set([
  'timeout',
  'network',
  'unavailable',
  'not-json',
  'rate-limited',
  'quota-exhausted',
  'queue-full',
  'circuit-open',
  'parked',
  'place-missing',
  'place-unavailable',
])

/** Without a wait that the provider names, these outlast a run. */
const NEEDS_RETRY_AFTER: ReadonlySet<ProviderErrorKind> = new Set([
  'rate-limited',
  'quota-exhausted',
  'parked',
])

/**
 * The wait before a retry in the same run for what these attempts left unserved: the shortest that any
 * provider named, 0 where one named none; undefined where no retry within `maxWaitMs` can serve it.
 */
export function retryWaitMs(attempts: readonly Attempt[], maxWaitMs: number): number | undefined {
  const served = new Set(
    attempts.flatMap((attempt) => (failureOf(attempt) === undefined ? attempt.products : [])),
  )
  const waits = attempts.flatMap((attempt) => {
    const kind = failureOf(attempt)
    if (kind === undefined || !RETRIED_IN_A_RUN.has(kind)) return []
    if (attempt.products.every((product) => served.has(product))) return []
    const waitMs = attempt.retryAfterMs ?? (NEEDS_RETRY_AFTER.has(kind) ? Infinity : 0)
    return waitMs <= maxWaitMs ? [waitMs] : []
  })
  return waits.length > 0 ? Math.min(...waits) : undefined
}

/** The kind of failure an attempt ended with, if it did. */
export const failureOf = ({ outcome }: Attempt): ProviderErrorKind | undefined =>
  outcome === 'ok' || outcome === 'unchanged' || outcome === 'remembered' ? undefined : outcome

const failuresOf = (attempts: readonly Attempt[]): ProviderErrorKind[] =>
  attempts.flatMap((attempt) => failureOf(attempt) ?? [])
