import type { FastifyBaseLogger } from 'fastify'
import type { FindPlacesResult } from '../../contracts/find-places.ts'
import type { City } from '../../domain/city/city.ts'
import type { PlaceQuery } from '../../domain/city/geocoder.ts'
import { HOUR_MS } from '../../domain/time/durations.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import { sharedAnswers } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'

export type FoundPlaces =
  | { readonly kind: 'answered'; readonly places: readonly City[] }
  /** Why no provider could be asked, as a sentence without its full stop. */
  | { readonly kind: 'unanswered'; readonly message: string }

export type PlaceFinder = (query: PlaceQuery) => Promise<FoundPlaces>

/** A gazetteer changes by the month; a name that no provider knows is not paid for twice. */
const KEEP_MS = HOUR_MS
const MAX_QUERIES = 2_000

interface PlaceFinderDeps {
  readonly temporal: Pick<ApiDeps['temporal'], 'findPlaces'>
  readonly log: Pick<FastifyBaseLogger, 'warn'>
  readonly now: () => Date
}

class Unanswered extends Error {}

/** Asks a provider's gazetteer, once for all who ask the same within the hour. */
export function createPlaceFinder({ temporal, log, now }: PlaceFinderDeps): PlaceFinder {
  const ask = sharedAnswers(
    async (key: string): Promise<readonly City[]> => {
      const result = await answerTo(JSON.parse(key) as PlaceQuery)
      if (result.kind === 'unanswered') throw new Unanswered(result.message)
      return result.places
    },
    { keepMs: KEEP_MS, now, maxKeys: MAX_QUERIES },
  )

  async function answerTo(query: PlaceQuery): Promise<FindPlacesResult> {
    try {
      return await temporal.findPlaces(query)
    } catch (error) {
      if (!isTemporalUnavailable(error)) throw error
      log.warn({ err: error }, 'places could not be looked up')
      throw new Unanswered('no worker answered')
    }
  }

  return async (query) => {
    try {
      return { kind: 'answered', places: await ask(JSON.stringify(query)) }
    } catch (error) {
      if (error instanceof Unanswered) return { kind: 'unanswered', message: error.message }
      throw error
    }
  }
}
