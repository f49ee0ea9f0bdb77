import type { Place } from '../../domain/city/city.ts'
import { ProviderError, PROVIDER_ERROR_FACTS } from '../../domain/provider/provider-error.ts'
import type {
  Answers,
  PlaceAnswer,
  PlaceMemory,
  ProviderRequest,
} from '../../domain/provider/provider.ts'

/**
 * For requests that carry one place: a failure of the place is its answer, a failure of the provider
 * is thrown. `memoryAfter` returns what to remember of the place after its failure.
 */
export async function answerSinglePlace(
  { places }: ProviderRequest,
  read: (place: Place) => Promise<PlaceAnswer>,
  memoryAfter: (error: ProviderError) => PlaceMemory | undefined = () => undefined,
): Promise<Answers> {
  const [place] = places
  if (!place) return new Map()
  try {
    return new Map([[place.id, await read(place)]])
  } catch (error) {
    if (!isFailureOfPlace(error)) throw error
    return new Map([[place.id, failedAnswer(error, memoryAfter(error))]])
  }
}

export const isFailureOfPlace = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && PROVIDER_ERROR_FACTS[error.kind].blame === 'place'

export const failedAnswer = (
  error: ProviderError,
  memory: PlaceMemory | undefined,
): PlaceAnswer => ({ kind: 'failed', error, ...(memory && { memory }) })
