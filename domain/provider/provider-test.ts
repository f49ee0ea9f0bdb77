import type { Product } from '../weather/product.ts'
import type { ProviderErrorKind } from './provider-error.ts'
import type { ProviderId } from './provider-catalogue.ts'

/** What one request came to that a person had sent to see whether a provider works. */
export interface ProviderTest {
  readonly provider: ProviderId
  readonly outcome: 'ok' | ProviderErrorKind
  /** Why it failed; null where it did not. */
  readonly message: string | null
  readonly product: Product
  /** What was charged for it. */
  readonly weight: number
  readonly durationMs: number
  /** Of the answer's conditions; null where it has none. */
  readonly temperatureC: number | null
  readonly validAt: string | null
  /** What the success ended: a cooldown, a refused key, a circuit or a quarantine. */
  readonly released: readonly string[]
}
