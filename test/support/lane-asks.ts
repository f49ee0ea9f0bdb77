import type { Product } from '../../domain/product.ts'
import type { PlaceAnswer, WeatherProvider } from '../../domain/provider.ts'
import { createLane, type Lane } from '../../providers/lane.ts'
import { fakeProvider } from './fake-provider.ts'
import type { FakeTurnstile } from './fake-turnstile.ts'
import { someCities } from './some-cities.ts'

export const CITIES = someCities(100)

export const opened = (turnstile: FakeTurnstile, overrides: Partial<WeatherProvider> = {}): Lane =>
  createLane({ provider: fakeProvider(overrides), turnstile, now: () => new Date(0) })

export interface AskedFor {
  readonly priority?: 'person' | 'schedule'
  readonly signal?: AbortSignal
  readonly products?: readonly Product[]
}

export const ask = (
  lane: Lane,
  id: number,
  { priority = 'schedule', signal, products = ['conditions'] }: AskedFor = {},
): Promise<PlaceAnswer> =>
  lane.ask(
    { place: CITIES[id - 1]!, products },
    { priority, signal: signal ?? new AbortController().signal, patienceMs: 0, lingerMs: 0 },
  )

/** For the first three cities, at once. */
export const ask3 = (lane: Lane) => [1, 2, 3].map((id) => ask(lane, id))
