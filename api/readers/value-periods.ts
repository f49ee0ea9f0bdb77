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

type PeriodsDeps = Pick<ApiDeps, 'db' | 'now' | 'log' | 'settings'>

/** Asks the database once for each plan and city, and for no city where there is no plan. */
export class PlannedPeriods implements ValuePeriods {
  readonly #deps: PeriodsDeps
  readonly #ofCities = new LRUCache<CityId, OfCity>({ max: MAX_CITIES })
  readonly #readPlan: () => Promise<void>
  #plan: DueRule | null | undefined
  #awayUntilMs = 0

  constructor(deps: PeriodsDeps) {
    this.#deps = deps
    this.#readPlan = sharedAnswer(
      async () => {
        const plan = await this.#lookedUp(() => usualPlan(deps.db))
        this.#plan = plan === undefined ? (this.#plan ?? null) : plan
      },
      { keepMs: KEEP_PLAN_MS, now: deps.now },
    )
  }

  async of(cityIds: readonly CityId[]): Promise<PeriodOf> {
    const { log, settings } = this.#deps
    const reading = this.#readPlan()
    // Once there is one, no read waits for the next.
    if (this.#plan === undefined) await reading
    else reading.catch((error: unknown) => log.error({ err: error }, 'the plan cannot be read'))
    const plan = this.#plan
    if (plan) await this.#learn(plan, cityIds)
    return (cityId, product) => {
      const seconds = plan ? (this.#ofCities.get(cityId)?.seconds[product] ?? 0) : 0
      return valuePeriod(product, settings.maxAgeSeconds[product], seconds)
    }
  }

  /** What is known stands where the database is away: a value at hand is worth more than its word. */
  async #lookedUp<Found>(find: () => PromiseLike<Found>): Promise<Found | undefined> {
    const { log, now } = this.#deps
    if (now().getTime() < this.#awayUntilMs) return undefined
    try {
      return await find()
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error
      this.#awayUntilMs = now().getTime() + AWAY_MS
      log.warn({ err: error }, 'how often cities are planned to be refreshed cannot be read')
      return undefined
    }
  }

  async #learn(plan: DueRule, cityIds: readonly CityId[]): Promise<void> {
    const isNew = (id: CityId): boolean => this.#ofCities.get(id)?.planMs !== plan.atMs
    const missing = cityIds.filter(isNew)
    if (missing.length === 0) return
    const found = await this.#lookedUp(() => plannedPeriods(this.#deps.db, plan, missing))
    for (const { cityId, ...seconds } of found ?? []) {
      this.#ofCities.set(cityId, { planMs: plan.atMs, seconds })
    }
  }
}
