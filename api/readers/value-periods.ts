import { LRUCache } from 'lru-cache'
import { isDatabaseUnavailable } from '../../db/queries/faults.ts'
import { plannedPeriods } from '../../db/queries/judged-age.ts'
import { usualPlan } from '../../db/queries/latest-plan.ts'
import type { CityId } from '../../domain/city/city.ts'
import type { DueRule } from '../../domain/plan/due-rule.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import type { Product } from '../../domain/weather/product.ts'
import { valuePeriod, type PeriodOf } from '../../domain/weather/value-period.ts'
import { sharedAnswer } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'

/** By what stored values are judged: how often the plan refreshes each city. */
export interface ValuePeriods {
  of(cityIds: readonly CityId[]): Promise<PeriodOf>
}

interface OfCity {
  /** A plan is known by its moment. */
  readonly planMs: number
  readonly seconds: Readonly<Record<Product, number>>
}

/** A plan is made with each run, every 15 minutes. */
const KEEP_PLAN_MS = 30 * SECOND_MS

/** A database that is away is not asked by every read: each would wait for it. */
const AWAY_MS = 10 * SECOND_MS

const MAX_CITIES = 20_000

/** Asks the database once for each plan and city, and for no city where there is no plan. */
export function createValuePeriods({
  db,
  now,
  log,
  settings: { maxAgeSeconds },
}: Pick<ApiDeps, 'db' | 'now' | 'log' | 'settings'>): ValuePeriods {
  const planned = new LRUCache<CityId, OfCity>({ max: MAX_CITIES })
  let known: DueRule | null | undefined
  let awayUntilMs = 0
  const readPlan = sharedAnswer(
    async () => {
      const plan = await lookedUp(() => usualPlan(db))
      known = plan === undefined ? (known ?? null) : plan
    },
    { keepMs: KEEP_PLAN_MS, now },
  )

  /** What is known stands where the database is away: a value at hand is worth more than its word. */
  async function lookedUp<Found>(find: () => PromiseLike<Found>): Promise<Found | undefined> {
    if (now().getTime() < awayUntilMs) return undefined
    try {
      return await find()
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error
      awayUntilMs = now().getTime() + AWAY_MS
      log.warn({ err: error }, 'how often cities are planned to be refreshed cannot be read')
      return undefined
    }
  }

  async function learn(plan: DueRule, cityIds: readonly CityId[]): Promise<void> {
    const isNew = (id: CityId): boolean => planned.get(id)?.planMs !== plan.atMs
    const missing = cityIds.filter(isNew)
    if (missing.length === 0) return
    const found = await lookedUp(() => plannedPeriods(db, plan, missing))
    for (const { cityId, ...seconds } of found ?? []) {
      planned.set(cityId, { planMs: plan.atMs, seconds })
    }
  }

  return {
    async of(cityIds) {
      const reading = readPlan()
      // Once there is one, no read waits for the next.
      if (known === undefined) await reading
      else reading.catch((error: unknown) => log.error({ err: error }, 'the plan cannot be read'))
      const plan = known
      if (plan) await learn(plan, cityIds)
      return (cityId, product) => {
        const seconds = plan ? (planned.get(cityId)?.seconds[product] ?? 0) : 0
        return valuePeriod(product, maxAgeSeconds[product], seconds)
      }
    },
  }
}
