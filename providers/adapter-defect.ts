import { ProviderError } from '../domain/provider/provider-error.ts'
import type {
  Answers,
  PlaceRequest,
  ProviderRequest,
  WeatherProvider,
} from '../domain/provider/provider.ts'

/** An adapter threw something else than a ProviderError: a fault of ours that an unforeseen answer has shown. */
export class AdapterDefect extends ProviderError {
  constructor(cause: unknown) {
    const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)
    super('schema-mismatch', `the answer can not be read: ${said}`, { cause })
  }
}

/**
 * Only a ProviderError or the caller's abort reason leaves a guarded adapter. A place request that
 * cannot be priced becomes a single request that fails.
 */
export function guardAdapter(adapter: WeatherProvider): WeatherProvider {
  const unpriced = new WeakMap<ProviderRequest, AdapterDefect>()

  const priceAlone = (placeRequest: PlaceRequest): ProviderRequest[] => {
    try {
      return adapter.price([placeRequest])
    } catch (error) {
      const { place, products } = placeRequest
      const request = { url: 'about:blank', weight: 0, places: [place], products }
      unpriced.set(request, new AdapterDefect(error))
      return [request]
    }
  }

  return {
    ...adapter,
    price(requests) {
      try {
        return adapter.price(requests)
      } catch {
        return requests.flatMap(priceAlone)
      }
    },
    async send(request, options) {
      const defect = unpriced.get(request)
      if (defect) throw defect
      try {
        return await adapter.send(request, options)
      } catch (error) {
        if (error instanceof ProviderError || options.signal.aborted) throw error
        throw new AdapterDefect(error)
      }
    },
  }
}

/** The defects among the failures of single places. */
export function defectsIn(answers: Answers): AdapterDefect[] {
  const errors = [...answers.values()].flatMap((answer) => {
    if (answer.kind === 'failed') return [answer.error]
    return answer.kind === 'reading' ? (answer.missing ?? []).map(({ error }) => error) : []
  })
  return errors.filter((error) => error instanceof AdapterDefect)
}
