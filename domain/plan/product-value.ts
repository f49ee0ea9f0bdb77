import type { Product } from '../weather/product.ts'

/**
 * What a minute of a product's age counts beside one of the conditions: a forecast changes a twelfth
 * as fast as the present, air quality a quarter.
 */
export const PRODUCT_VALUE: Readonly<Record<Product, number>> = {
  conditions: 1,
  forecast: 1 / 12,
  'air-quality': 1 / 4,
}
