import { ProviderError } from '../../domain/provider/provider-error.ts'
import type { MissingProducts, PlaceReading } from '../../domain/provider/provider.ts'
import type { Product } from '../../domain/weather/product.ts'
import type { Discard, Discarded, Reading } from '../../domain/weather/reading.ts'
import { AdapterDefect } from '../adapter-defect.ts'

/**
 * Reads the products of one answer separately, so that one that fails leaves the others. When all
 * fail, the first failure is thrown.
 */
export function readEach(
  products: readonly Product[],
  read: (product: Product, discard: Discard) => Reading,
): PlaceReading {
  const missing: MissingProducts[] = []
  const discarded: Discarded[] = []
  let reading: Reading = {}
  for (const product of products) {
    const ofProduct: Discarded[] = []
    try {
      const note: Discard = (field, reason, kind) =>
        void ofProduct.push({ field, reason, ...(kind && { kind }) })
      reading = { ...reading, ...read(product, note) }
      discarded.push(...ofProduct)
    } catch (cause) {
      const error = cause instanceof ProviderError ? cause : new AdapterDefect(cause)
      missing.push({ products: [product], error })
    }
  }
  const [first] = missing
  if (first && missing.length === products.length) throw first.error
  return { kind: 'reading', reading, missing, ...(discarded.length > 0 && { discarded }) }
}
