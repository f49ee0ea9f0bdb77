import { Context } from '@temporalio/activity'
import type { FindPlacesActivities } from '../contracts/find-places.ts'
import type { Geocoder } from '../domain/city/geocoder.ts'
import { ProviderError } from '../domain/provider/provider-error.ts'

export interface FindPlacesDeps {
  /** Undefined where no provider in use at the moment has a gazetteer. */
  readonly geocoderInUse: () => Promise<Geocoder | undefined>
}

export const createFindPlacesActivities = ({
  geocoderInUse,
}: FindPlacesDeps): FindPlacesActivities => ({
  async findPlaces({ query }) {
    const geocoder = await geocoderInUse()
    if (!geocoder) {
      const message = 'open-meteo, whose gazetteer knows more places, is not in use here'
      return { kind: 'unanswered', reason: 'no-geocoder', message }
    }
    try {
      const { cancellationSignal } = Context.current()
      return { kind: 'answered', places: await geocoder.find(query, cancellationSignal) }
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      return { kind: 'unanswered', reason: error.kind, message: error.message }
    }
  },
})
