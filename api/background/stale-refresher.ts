import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { City, CityId } from '../../domain/city/city.ts'
import { PRODUCTS } from '../../domain/weather/product.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import type { ApiDeps } from '../deps.ts'

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

/** Two queries a second for each city that is waited for. */
const POLL_MS = 500

/** A refresh that did not help is not tried again at once: each read would ask the providers again. */
const REST_MS = 60_000

/** Cities whose latest refresh is remembered; a forgotten one is refreshed once more. */
const MAX_CITIES = 10_000

type Deps = Pick<ApiDeps, 'temporal' | 'log' | 'settings'>

export function createStaleRefresher(deps: Deps): StaleRefresher {
  const flights = new LRUCache<CityId, Promise<RefreshWait>>({ max: MAX_CITIES, ttl: REST_MS })

  async function startAndWait(city: City, isOver: AbortSignal, note: (taskId: string) => void) {
    const { temporal, settings } = deps
    const { taskId } = await temporal.refreshCity({
      city,
      products: PRODUCTS,
      trigger: 'api',
      priority: 'person',
      maxAgeSeconds: settings.maxAgeSeconds,
    })
    note(taskId)
    while (!isOver.aborted) {
      const status = await temporal.taskStatus(taskId)
      if (status?.closedAt !== null) return
      await sleep(POLL_MS, undefined, { signal: isOver })
    }
  }

  /** Calls to Temporal have longer limits of their own. */
  async function flight(city: City): Promise<RefreshWait> {
    const isOver = new AbortController()
    let taskId: string | null = null
    const work = startAndWait(city, isOver.signal, (started) => {
      taskId = started
    }).catch((error: unknown) => {
      if (isOver.signal.aborted) return
      if (!isTemporalUnavailable(error)) throw error
      deps.log.warn({ err: error, cityId: city.id }, 'a stale city could not be refreshed')
    })
    const late = sleep(deps.settings.readRefreshMs, undefined, { signal: isOver.signal }).catch(
      () => undefined,
    )
    try {
      await Promise.race([work, late])
      return { taskId }
    } finally {
      isOver.abort()
    }
  }

  return {
    refresh(city) {
      const under = flights.get(city.id)
      if (under) return under
      const started = flight(city)
      flights.set(city.id, started)
      // What was not started can be tried again by the next who asks.
      const forget = (): void => void flights.delete(city.id)
      started.then(({ taskId }) => taskId === null && forget(), forget)
      return started
    },
  }
}
