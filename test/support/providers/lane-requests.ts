import type { Priority } from '../../../domain/provider/priority.ts'
import type { Product } from '../../../domain/weather/product.ts'
import type { PlaceAnswer, WeatherProvider } from '../../../domain/provider/provider.ts'
import { createLane } from '../../../providers/lane.ts'
import type { Lane } from '../../../providers/lane-port.ts'
import { fakeProvider } from './fake-provider.ts'
import type { FakeMeteredProvider } from './fake-metered-provider.ts'
import { someCities } from '../data/some-cities.ts'

export const CITIES = someCities(100)

export const opened = (
  metered: FakeMeteredProvider,
  overrides: Partial<WeatherProvider> = {},
): Lane =>
  createLane({
    provider: fakeProvider(overrides),
    metered,
    now: () => new Date(0),
    pauseMs: () => 0,
  })

export interface RequestOptions {
  readonly priority?: Priority
  readonly signal?: AbortSignal
  readonly products?: readonly Product[]
}

export const ask = (
  lane: Lane,
  id: number,
  { priority = 'schedule', signal, products = ['conditions'] }: RequestOptions = {},
): Promise<PlaceAnswer> =>
  lane.send(
    { place: CITIES[id - 1]!, products },
    { priority, signal: signal ?? new AbortController().signal, maxQuotaWaitMs: 0, lingerMs: 0 },
  )

/** For the first three cities, at once. */
export const ask3 = (lane: Lane) => [1, 2, 3].map((id) => ask(lane, id))
