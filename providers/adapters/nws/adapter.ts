import { PROVIDER_CATALOGUE } from '../../../domain/provider/provider-catalogue.ts'
import type { ProviderError } from '../../../domain/provider/provider-error.ts'
import type {
  PlaceMemory,
  ProviderRequest,
  WeatherProvider,
} from '../../../domain/provider/provider.ts'
import { DAY_MS } from '../../../domain/time/durations.ts'
import { fromCatalogue, type AdapterSettings } from '../adapter-settings.ts'
import { notCoveredFrom } from '../not-covered.ts'
import { answerSinglePlace } from '../place-failures.ts'
import { forNewList, memoryOf } from './address.ts'
import { answerOf, SILENCE_KEPT_MS } from './answers.ts'
import { interpretError } from './errors.ts'
import { requestsFor, stepFor, type Step } from './requests.ts'

const BASE_URL = PROVIDER_CATALOGUE.nws.publicHost

const NOT_COVERED_MS = 30 * DAY_MS

/** An empty address, because merging keeps an address that is absent. */
const FORGOTTEN: PlaceMemory = { address: {} }

export function createNws({ http, baseUrl = BASE_URL }: AdapterSettings): WeatherProvider {
  return {
    ...fromCatalogue('nws'),
    price: (requests) => requests.flatMap((request) => requestsFor(request, baseUrl)),
    send: (request, { signal, now }) => {
      const step = stepFor(request.products, request.memory)
      const read = async (): Promise<unknown> => {
        const { body } = await http.getJson({
          url: request.url,
          headers: { accept: 'application/geo+json' },
          signal,
          interpretError: (status, text) => interpretError(step, status, text),
        })
        return body
      }
      return answerSinglePlace(
        request,
        (place) => answerOf(step, { place, products: request.products, read, now }),
        (error) => memoryAfter(step, request, error, now()),
      )
    },
  }
}

/** A missing grid cell was renumbered, so the stored address is dropped. */
function memoryAfter(
  step: Step,
  { memory }: ProviderRequest,
  { kind }: ProviderError,
  at: Date,
): PlaceMemory | undefined {
  if (kind === 'not-found') return FORGOTTEN
  if (kind !== 'not-covered') return undefined
  if (step.kind === 'point') return notCoveredFrom(at, NOT_COVERED_MS)
  const isSilent = step.kind === 'hourly' && step.stations.silent === true
  const until = new Date(at.getTime() + (isSilent ? SILENCE_KEPT_MS : DAY_MS)).toISOString()
  if (step.kind === 'forecast') return { ...memory, refusedUntil: { forecast: until } }
  return { ...memoryOf(forNewList(step.grid)), refusedUntil: { conditions: until } }
}
