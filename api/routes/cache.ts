import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  cacheKeys,
  ENTRY_KINDS,
  entryPrefix,
  KEY_PREFIX,
  MEMORY_SECONDS,
} from '../../cache/keys.ts'
import { cacheUseSince, type CacheUse } from '../../db/queries/cache-hours.ts'
import { hitRate } from '../../domain/cache-performance.ts'
import { windowStart } from '../../domain/quota.ts'
import { requireCity } from '../city-lookup.ts'
import type { ApiDeps, ApiSettings } from '../deps.ts'
import { Problem } from '../problem.ts'
import { CacheStatsBody, ClearBody, ClearRequest } from '../schemas/cache.ts'

const WINDOW_HOURS = 24
const HOUR_MS = 3_600_000

export const cacheRoutes =
  ({ db, cache, counter, now, settings }: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/cache/stats',
      {
        schema: {
          tags: ['operations'],
          summary: 'What the cache is, and how often it had what was read',
          response: { 200: CacheStatsBody },
        },
      },
      async () => {
        // What this process has counted is part of the answer.
        await counter.flush()
        const at = now()
        const thisHour = windowStart('hour', at)
        const since = new Date(thisHour.getTime() - (WINDOW_HOURS - 1) * HOUR_MS)
        const [isHealthy, uses] = await Promise.all([cache.healthy(), cacheUseSince(db, since)])
        return { ...statsBody(settings.cache, isHealthy, uses), timestamp: at.toISOString() }
      },
    )

    app.post(
      '/cache/clear',
      {
        schema: {
          tags: ['operations'],
          summary: 'Forget what is cached of a city, or everything',
          body: ClearRequest,
          response: { 200: ClearBody },
        },
      },
      async ({ body: { city, clear_all: isAll = false } }) => {
        if ((city !== undefined) === isAll) {
          throw new Problem(
            'invalid-request',
            'Name a city, or set clear_all to true: one of them.',
          )
        }
        if (city === undefined) {
          const removed = removedOrProblem(await cache.clear(KEY_PREFIX))
          return { message: 'The cache was cleared', city_id: null, removed }
        }
        const { id, name } = await requireCity(db, String(city))
        const keys = ENTRY_KINDS.map((kind) => cacheKeys[kind](id))
        const removed = removedOrProblem(await cache.delete(keys))
        return { message: `The cache has forgotten ${name}`, city_id: id, removed }
      },
    )
  }

function removedOrProblem(removed: number | null): number {
  if (removed !== null) return removed
  throw new Problem('cache-unavailable', 'Nothing can be removed from it right now.')
}

function statsBody(
  { backend, freshSeconds, keepSeconds, analyticsSeconds }: ApiSettings['cache'],
  isHealthy: boolean,
  uses: readonly CacheUse[],
): Omit<CacheStatsBody, 'timestamp'> {
  return {
    cache_backend: backend,
    status: isHealthy ? 'healthy' : 'unhealthy',
    ttl_settings: {
      conditions_fresh_seconds: freshSeconds.conditions,
      keep_seconds: keepSeconds,
      analytics_seconds: analyticsSeconds,
      memory_seconds: MEMORY_SECONDS,
    },
    window_hours: WINDOW_HOURS,
    usage: ENTRY_KINDS.map((kind) => {
      const { hits = 0, misses = 0 } = uses.find((use) => use.kind === kind) ?? {}
      return {
        kind,
        prefix: entryPrefix(kind),
        hits,
        misses,
        hit_rate: hitRate({ hits, misses }),
      }
    }),
  }
}
