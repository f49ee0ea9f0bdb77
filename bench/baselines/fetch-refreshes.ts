import type { CityRefresh } from '../../db/queries/city-refresh.ts'
import type { Attempt } from '../../domain/provider/attempt.ts'
import type { City, Place } from '../../domain/city/city.ts'
import type { PlaceAnswer } from '../../domain/provider/provider.ts'
import type { BaselineDeps, BaselineReport } from './order.ts'
import type { PacedProvider } from './paced-provider.ts'

const PRODUCTS = ['conditions'] as const

/** Asks the providers in order, each only for the cities the ones before it did not serve. */
export async function fetchRefreshes(
  { providers, runId }: BaselineDeps,
  cities: readonly City[],
): Promise<CityRefresh[]> {
  const refreshes = new Map(cities.map((city) => [city.id, nothingYet(city, runId)]))
  let open: readonly Place[] = cities
  for (const paced of providers) {
    await askAll(paced, open, (place, answer) => {
      const before = refreshes.get(place.id)
      if (before) refreshes.set(place.id, withAnswer(before, paced, answer))
    })
    open = open.filter(({ id }) => refreshes.get(id)?.outcome === 'failed')
    if (open.length === 0) break
  }
  return [...refreshes.values()]
}

async function askAll(
  paced: PacedProvider,
  places: readonly Place[],
  take: (place: Place, answer: PlaceAnswer | undefined) => void,
): Promise<void> {
  const requests = paced.provider.price(places.map((place) => ({ place, products: PRODUCTS })))
  await Promise.all(
    requests.map(async (request) => {
      const answers = await paced.send(request)
      for (const place of request.places) take(place, answers.get(place.id))
    }),
  )
}

const nothingYet = ({ id }: City, runId: string): CityRefresh => ({
  cityId: id,
  runId,
  at: new Date(),
  outcome: 'failed',
  provider: null,
  reading: {},
  unchanged: [],
  attempts: [],
  memories: {},
})

function withAnswer(
  refresh: CityRefresh,
  { provider: { id } }: PacedProvider,
  answer: PlaceAnswer | undefined,
): CityRefresh {
  const outcome = answer?.kind === 'failed' ? answer.error.kind : 'place-missing'
  const attempt: Attempt = { provider: id, products: PRODUCTS, outcome }
  if (answer?.kind !== 'reading') {
    return { ...refresh, attempts: [...refresh.attempts, attempt] }
  }
  return {
    ...refresh,
    at: new Date(),
    outcome: 'ok',
    provider: id,
    reading: answer.reading,
    attempts: [...refresh.attempts, { ...attempt, outcome: 'ok' }],
    memories: answer.memory ? { [id]: answer.memory } : {},
  }
}

export const reportOf = (refreshes: readonly CityRefresh[]): BaselineReport => ({
  served: refreshes.filter(({ outcome }) => outcome === 'ok').length,
  fallbacks: refreshes.filter(({ outcome, attempts }) => outcome === 'ok' && attempts.length > 1)
    .length,
  failed: refreshes.filter(({ outcome }) => outcome === 'failed').length,
})
