import type { Database } from '../../../db/database.ts'
import type { ChainOptions, Served } from '../../../domain/provider/provider-chain-port.ts'
import type { Product } from '../../../domain/weather/product.ts'
import { ProviderError, type ProviderErrorKind } from '../../../domain/provider/provider-error.ts'
import type { PlaceAnswer } from '../../../domain/provider/provider.ts'
import { createChain } from '../../../providers/fallback-chain.ts'
import type { FakeLane } from './fake-lane.ts'
import { readingOf } from './fake-provider.ts'
import { someCities } from '../data/some-cities.ts'

export const NOW = new Date('2026-11-22T12:00:00.000Z')
export const CITIES = someCities(3)

export type Serve = (
  lanes: readonly FakeLane[],
  products?: readonly Product[],
  options?: Partial<ChainOptions>,
) => Promise<Served>

/** Serves the first city through these lanes. */
export const servedBy =
  (db: () => Database): Serve =>
  async (lanes, products = ['conditions'], options = {}) => {
    const chain = createChain({ lanes, db: db(), now: () => NOW })
    const { signal } = new AbortController()
    const [served] = await chain.serve([{ place: CITIES[0]!, products }], {
      priority: 'schedule',
      force: false,
      signal,
      ...options,
    })
    return served!
  }

export const failed = (kind: ProviderErrorKind, retryAfterMs?: number): PlaceAnswer => ({
  kind: 'failed',
  error: new ProviderError(
    kind,
    `said ${kind}`,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  ),
})

export const reading = (...products: Product[]): PlaceAnswer => readingOf(products)

export const tried = ({ attempts }: Served): string[] =>
  attempts.map(({ provider, outcome }) => `${provider} ${outcome}`)
