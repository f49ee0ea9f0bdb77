import {
  PROVIDER_ERROR_FACTS,
  ProviderError,
  type ProviderErrorKind,
} from '../domain/provider/provider-error.ts'

/** We refused the request, so it says nothing of the provider. */
const NOT_SENT: ReadonlySet<ProviderErrorKind> = new Set([
  'quota-exhausted',
  'queue-full',
  'circuit-open',
  'quarantined',
  'parked',
])

/** The provider is well, and has its own rule for when it may be asked again. */
const PARKS: ReadonlySet<ProviderErrorKind> = new Set(['rate-limited', 'unauthorized'])

export const isAnswer = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && !NOT_SENT.has(error.kind)

export function isProviderDown(error: unknown, places: number): boolean {
  if (!isAnswer(error) || PARKS.has(error.kind)) return false
  // It may concern one place of many; splitting the batch finds that place.
  if (error.kind === 'rejected') return false
  if (error.kind === 'schema-mismatch' && places === 1) return false
  return PROVIDER_ERROR_FACTS[error.kind].blame === 'provider'
}
