import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { City, CityId } from '../../domain/city/city.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import type { ApiDeps } from '../deps.ts'
import { taskAtItsEnd } from './wait-for-task.ts'

export interface RefreshWait {
  /** Null where Temporal was away, so that nothing was started. */
  readonly taskId: string | null
}

export interface StaleRefresher {
  /**
   * Starts or joins the refresh of the city, once for all who ask in this process, and waits until it
   * has ended or the time is over. What is stored then is not known here.
   */
  refresh(city: City): Promise<RefreshWait>
}

/** A refresh that did not help is not tried again at once: each read would ask the providers again. */
const REST_MS = 60_000

/** Cities whose latest refresh is remembered; a forgotten one is refreshed once more. */
const MAX_CITIES = 10_000

type Deps = Pick<ApiDeps, 'temporal' | 'log' | 'settings'>

export function createStaleRefresher(deps: Deps): StaleRefresher {
  const flights = new LRUCache<CityId, Promise<RefreshWait>>({ max: MAX_CITIES, ttl: REST_MS })
  return {
    refresh(city) {
      const under = flights.get(city.id)
      if (under) return under
      const started = new RefreshFlight(deps, city).ended()
      flights.set(city.id, started)
      // What was not started can be tried again by the next who asks.
      const forget = (): void => void flights.delete(city.id)
      started.then(({ taskId }) => taskId === null && forget(), forget)
      return started
    },
  }
}

/** One refresh that is waited for, as long as a read may wait. */
class RefreshFlight {
  readonly #deps: Deps
  readonly #city: City
  readonly #isOver = new AbortController()
  #taskId: string | null = null

  constructor(deps: Deps, city: City) {
    this.#deps = deps
    this.#city = city
  }

  /** Calls to Temporal have longer limits of their own. */
  async ended(): Promise<RefreshWait> {
    const { readRefreshMs } = this.#deps.settings
    const late = sleep(readRefreshMs, undefined, { signal: this.#isOver.signal }).catch(
      () => undefined,
    )
    try {
      await Promise.race([this.#whileTemporalIsThere(), late])
      return { taskId: this.#taskId }
    } finally {
      this.#isOver.abort()
    }
  }

  async #whileTemporalIsThere(): Promise<void> {
    try {
      await this.#startAndWait()
    } catch (error) {
      if (this.#isOver.signal.aborted) return
      if (!isTemporalUnavailable(error)) throw error
      const cityId = this.#city.id
      this.#deps.log.warn({ err: error, cityId }, 'a stale city could not be refreshed')
    }
  }

  async #startAndWait(): Promise<void> {
    const { temporal, settings } = this.#deps
    const { taskId } = await temporal.refreshCity({
      city: this.#city,
      products: PRODUCTS,
      trigger: 'api',
      priority: 'person',
      maxAgeSeconds: settings.maxAgeSeconds,
    })
    this.#taskId = taskId
    await taskAtItsEnd(temporal, taskId, this.#isOver.signal)
  }
}
