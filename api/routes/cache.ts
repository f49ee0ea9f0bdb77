import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { cacheKeys, ENTRY_KINDS, KEY_PREFIX } from '../../cache/keys.ts'
import { cacheUseSince } from '../../db/queries/cache-hours.ts'
import { hoursUpTo } from '../../domain/time/hours.ts'
import { requireCity } from '../readers/city-lookup.ts'
import { requireRole } from '../caller.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { CacheStatsBody, ClearBody, ClearRequest } from '../schemas/cache.ts'
import { cacheStatsBody, WINDOW_HOURS } from '../views/cache-stats.ts'

export const cacheRoutes =
  (deps: ApiDeps, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const stats = recent.share(() => readStats(deps))
    app.get(
      '/cache/stats',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'What the cache is, and how often it had what was read',
          description: 'Counted once in two seconds, however many ask.',
          response: { 200: CacheStatsBody },
        },
      },
      stats,
    )

    app.post(
      '/cache/clear',
      {
        config: { role: 'operate' },
        schema: {
          tags: ['operations'],
          summary: 'Forget what is cached of a city, or everything, which needs the role admin',
          body: ClearRequest,
          response: { 200: ClearBody },
        },
      },
      async (request) => {
        const { city, clear_all: isAll = false } = request.body
        if ((city !== undefined) === isAll) {
          throw new Problem(
            'invalid-request',
            'Name a city, or set clear_all to true: one of them.',
          )
        }
        if (city !== undefined) return forgetCity(deps, String(city))
        requireRole(request, 'admin')
        const removed = removedOrProblem(await deps.cache.clear(KEY_PREFIX))
        return { message: 'The cache was cleared', city_id: null, removed }
      },
    )
  }

async function readStats({ db, cache, counter, now, settings }: ApiDeps) {
  // What this process has counted is part of the answer.
  await counter.flush()
  const at = now()
  const [since = at] = hoursUpTo(at, WINDOW_HOURS)
  const [isHealthy, uses] = await Promise.all([cache.healthy(), cacheUseSince(db, since)])
  return { ...cacheStatsBody(settings.cache, isHealthy, uses), timestamp: at.toISOString() }
}

async function forgetCity(deps: ApiDeps, city: string) {
  const { id, name } = await requireCity(deps, city)
  const keys = ENTRY_KINDS.map((kind) => cacheKeys[kind](id))
  const removed = removedOrProblem(await deps.cache.delete(keys))
  return { message: `The cache has forgotten ${name}`, city_id: id, removed }
}

function removedOrProblem(removed: number | null): number {
  if (removed !== null) return removed
  throw new Problem('cache-unavailable', 'Nothing can be removed from it right now.')
}
