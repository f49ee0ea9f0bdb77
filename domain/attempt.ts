import type { ProviderErrorKind } from './provider-error.ts'
import type { Product } from './product.ts'
import type { ProviderId } from './provider.ts'

/** One provider tried for one place: `ok`, or why not. */
export interface Attempt {
  readonly provider: ProviderId
  readonly products: readonly Product[]
  readonly outcome: 'ok' | 'unchanged' | ProviderErrorKind
  readonly message?: string
  readonly retryAfterMs?: number
}
