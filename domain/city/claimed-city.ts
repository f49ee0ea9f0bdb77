import type { ProviderId } from '../provider/provider-catalogue.ts'
import type { Product } from '../weather/product.ts'
import type { City } from './city.ts'

/** A city that a run has claimed, and the products it is due for. */
export interface ClaimedCity {
  readonly city: City
  readonly products: readonly Product[]
  /** The planned provider that is asked first. */
  readonly first?: ProviderId
}
