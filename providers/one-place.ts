import type { Place } from '../domain/city.ts'
import type { Product } from '../domain/product.ts'
import { ProviderError, PROVIDER_ERROR_FACTS } from '../domain/provider-error.ts'
import type {
  Answers,
  MissingProducts,
  PlaceAnswer,
  PlaceMemory,
  ProviderRequest,
} from '../domain/provider.ts'
import type { Reading } from '../domain/reading.ts'

/**
 * For requests that carry one place: its own failure is its answer, the provider's is thrown.
 * `memoryAfter` says what such a failure teaches of the place.
 */
export async function answerOnePlace(
  { places }: ProviderRequest,
  ask: (place: Place) => Promise<PlaceAnswer>,
  memoryAfter: (error: ProviderError) => PlaceMemory | undefined = () => undefined,
): Promise<Answers> {
  const [place] = places
  if (!place) return new Map()
  try {
    return new Map([[place.id, await ask(place)]])
  } catch (error) {
    if (!isFailureOfPlace(error)) throw error
    return new Map([[place.id, failedAnswer(error, memoryAfter(error))]])
  }
}

export const isFailureOfPlace = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && PROVIDER_ERROR_FACTS[error.kind].blame === 'place'

/**
 * Products of one answer fail apart: what is sound is kept, with why the rest is missing; the first
 * failure is thrown when nothing is.
 */
export function readEach(
  products: readonly Product[],
  read: (product: Product) => Reading,
): { reading: Reading; missing: readonly MissingProducts[] } {
  const missing: MissingProducts[] = []
  let reading: Reading = {}
  for (const product of products) {
    try {
      reading = { ...reading, ...read(product) }
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      missing.push({ products: [product], error })
    }
  }
  const [first] = missing
  if (first && missing.length === products.length) throw first.error
  return { reading, missing }
}

export const failedAnswer = (
  error: ProviderError,
  memory: PlaceMemory | undefined,
): PlaceAnswer => ({ kind: 'failed', error, ...(memory && { memory }) })

/** At most 4 decimals (11 m) and no trailing zeros, which some providers refuse or redirect. */
export const coordinate = (degrees: number): string => String(Number(degrees.toFixed(4)))

const MS_PER_SECOND = 1000

export const instantOf = (unixSeconds: number): Date => new Date(unixSeconds * MS_PER_SECOND)
