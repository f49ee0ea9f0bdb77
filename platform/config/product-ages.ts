import { MINUTE_S } from '../../domain/time/durations.ts'
import type { Product } from '../../domain/weather/product.ts'

/** How old each product may get before its city is due, in seconds. */
export const productAgesSeconds = ({
  conditions,
  forecast,
  'air-quality': airQuality,
}: Readonly<Record<Product, number>>): Readonly<Record<Product, number>> => ({
  conditions: conditions * MINUTE_S,
  forecast: forecast * MINUTE_S,
  'air-quality': airQuality * MINUTE_S,
})
