import type { Queryable } from '../../../db/database.ts'
import type { City } from '../../../domain/city/city.ts'
import type { Geocoder, PlaceQuery } from '../../../domain/city/geocoder.ts'
import { ProviderError } from '../../../domain/provider/provider-error.ts'
import type {
  ProviderRequest,
  SendOptions,
  WeatherProvider,
} from '../../../domain/provider/provider.ts'
import { createMeteredProvider } from '../../metered-provider.ts'
import type { ProviderLog } from '../../provider-log.ts'
import { fromCatalogue, limitsOf, withLimits, type AdapterSettings } from '../adapter-settings.ts'
import { interpretError } from './errors.ts'
import {
  CUSTOMER_GEOCODING_HOST,
  FREE_GEOCODING_HOST,
  geocodingUrl,
  placesOf,
} from './geocoding.ts'

/** A person waits for the answer. */
const MAX_QUOTA_WAIT_MS = 2_000

export interface GeocoderDeps {
  readonly settings: AdapterSettings
  readonly db: Queryable
  readonly log: ProviderLog
  readonly now: () => Date
}

/** The gazetteer of Open-Meteo, whose ids are those of GeoNames. A question is a call of its quota. */
export function createOpenMeteoGeocoder({ settings, db, log, now }: GeocoderDeps): Geocoder {
  const found = new WeakMap<ProviderRequest, City[]>()
  const gazetteer: WeatherProvider = {
    ...fromCatalogue('open-meteo'),
    price: () => [],
    async send(request, options) {
      found.set(request, await ask(settings, request.url, options))
      return new Map()
    },
  }
  const metered = createMeteredProvider({
    db,
    log,
    provider: withLimits(gazetteer, () => limitsOf('open-meteo', settings)),
  })
  return {
    provider: 'open-meteo',
    async find(query, signal) {
      const url = geocodingUrl(hostOf(settings), query)
      const request: ProviderRequest = { url, weight: 1, places: [], products: [] }
      try {
        await metered.send(request, { signal, now, maxQuotaWaitMs: MAX_QUOTA_WAIT_MS })
      } catch (error) {
        if (isUnknownId(query, error)) return []
        throw error
      }
      return found.get(request) ?? []
    },
  }
}

/** An id that it does not know is answered with 404. */
const isUnknownId = (query: PlaceQuery, error: unknown): boolean =>
  'id' in query && error instanceof ProviderError && error.status === 404

async function ask(
  { http, apiKey }: AdapterSettings,
  url: string,
  { signal, now }: SendOptions,
): Promise<City[]> {
  const { body } = await http.getJson({
    url,
    ...(apiKey !== undefined && { secretQuery: { apikey: apiKey } }),
    signal,
    interpretError: (status, text) => interpretError(status, text, now()),
  })
  return placesOf(body)
}

const hostOf = ({ baseUrl, apiKey }: AdapterSettings): string =>
  baseUrl ?? (apiKey === undefined ? FREE_GEOCODING_HOST : CUSTOMER_GEOCODING_HOST)
