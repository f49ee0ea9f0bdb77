import type { CityId } from '../domain/city/city.ts'
import type { PlaceQuery } from '../domain/city/geocoder.ts'

/** Every workflow id is built here; ids read like paths. */
export const workflowIds = {
  /** A run that a person or a program asked for. */
  refreshAllCities: (requestId: string) => `refresh-all-cities/${requestId}`,
  cleanupOldWeatherData: (requestId: string) => `cleanup-old-weather-data/${requestId}`,
  /** A shard extends its run's id; `from` is the first city id of the shard. */
  refreshCities: (parentId: string, from: CityId) => `${parentId}/from-${from}`,
  /** One per city: a second request joins the first. */
  refreshCity: (cityId: CityId) => `refresh-city/${cityId}`,
  /** One per question: who asks the same meanwhile waits for the same answer. */
  findPlaces: (query: PlaceQuery) =>
    'id' in query
      ? `find-places/${query.id}`
      : `find-places/${query.name}/${query.countryCode ?? 'anywhere'}`,
  /** One per webhook, while there is something to tell it. */
  deliverWebhook: (webhookId: number) => `deliver-webhook/${webhookId}`,
} as const
