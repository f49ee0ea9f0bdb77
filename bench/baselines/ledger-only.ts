import type { City } from '../../domain/city/city.ts'
import { RateLimiter } from '../../providers/rate-limiter.ts'
import type { BaselineDeps, BaselineReport } from './order.ts'

/** As many windows as the provider has, and none that refuses. */
const OUT_OF_THE_WAY = 1e9

/** CPU time is counted in hundredths of a second, of which one run's reservations take a few. */
export const LEDGER_RUNS = 50

/** What the requests of `LEDGER_RUNS` runs to the first provider need of the ledger; nothing is sent. */
export async function ledgerOnly(
  { db, providers: [paced] }: BaselineDeps,
  cities: readonly City[],
): Promise<BaselineReport> {
  if (!paced) throw new Error('there is no provider to reserve for')
  const { provider } = paced
  const { id, pace } = provider
  const quota = provider.quota.map((limit) => ({ ...limit, limit: OUT_OF_THE_WAY }))
  const limiter = new RateLimiter({ provider: { id, pace, quota }, db })
  const { signal } = new AbortController()
  const options = { signal, maxQuotaWaitMs: 0, now: () => new Date() }
  const products = ['conditions'] as const
  const requests = provider.price(cities.map((place) => ({ place, products })))
  for (let run = 0; run < LEDGER_RUNS; run++) {
    for (const request of requests) {
      await limiter.reserve(request, options)
      await limiter.ended(options)
    }
  }
  return { served: cities.length, fallbacks: 0, failed: 0 }
}
