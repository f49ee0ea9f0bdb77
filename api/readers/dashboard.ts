import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { cacheUseSince } from '../../db/queries/cache-hours.ts'
import { conditionAges, oldestCity } from '../../db/queries/condition-ages.ts'
import { listIncidents } from '../../db/queries/incidents.ts'
import { weatherTotals } from '../../db/queries/weather-totals.ts'
import { hitRate } from '../../domain/analytics/cache-performance.ts'
import { bucketsOf } from '../../domain/analytics/data-freshness.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import { hoursUpTo } from '../../domain/time/hours.ts'
import { OLDEST_BUCKET_S } from '../../domain/weather/freshness.ts'
import { isTemporalUnavailable } from '../../temporal/unavailable.ts'
import { withEnds } from '../../temporal/schedules.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import { sharedAnswer } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'
import { providerReports } from '../health/providers.ts'
import { endsOf } from './run-ends.ts'

const WORK_KEPT_MS = 3 * SECOND_MS
/** It reads a row per city and hour, and no change by a person shows in it at once. */
const WEATHER_KEPT_MS = 15 * SECOND_MS
const REST_KEPT_MS = 5 * SECOND_MS

const CACHE_HOURS = 24
/** More providers than there are. */
const MAX_INCIDENTS = 20

export type DashboardDeps = Pick<ApiDeps, 'db' | 'temporal' | 'cache' | 'now' | 'log' | 'settings'>

export type Dashboard = Awaited<ReturnType<ReturnType<typeof createDashboard>>>

/** Each part is read once in a few seconds, however many ask. */
export function createDashboard(deps: DashboardDeps, recent: RecentAnswers) {
  const { now } = deps
  const work = recent.share(() => readWork(deps), WORK_KEPT_MS)
  const weather = sharedAnswer(() => readWeather(deps), { keepMs: WEATHER_KEPT_MS, now })
  const cache = recent.share(() => readCache(deps), REST_KEPT_MS)
  const providers = recent.share(() => providerReports(deps), REST_KEPT_MS)
  const incidents = recent.share(() => readIncidents(deps), REST_KEPT_MS)
  return async () => {
    const parts = await Promise.all([work(), weather(), cache(), providers(), incidents()])
    return {
      at: now(),
      work: parts[0],
      weather: parts[1],
      cache: parts[2],
      providers: parts[3],
      incidents: parts[4],
    }
  }
}

const readIncidents = ({ db }: DashboardDeps) =>
  listIncidents(db, { status: 'open', limit: MAX_INCIDENTS })

/** Null where Temporal, which alone knows, does not answer. */
async function readWork(deps: DashboardDeps) {
  const { temporal, log } = deps
  try {
    const [load, states, unserved] = await Promise.all([
      temporal.workload(),
      temporal.schedules.describe(SCHEDULE_IDS),
      temporal.unservedQueues(),
    ])
    const ended = await endsOf(deps, states)
    return { ...load, unserved, schedules: states.map((state) => withEnds(state, ended)) }
  } catch (error) {
    if (!isTemporalUnavailable(error)) throw error
    log.warn({ err: error }, 'what runs cannot be counted')
    return null
  }
}

async function readWeather({ db, now }: DashboardDeps) {
  const at = now()
  const [totals, ages, oldest] = await Promise.all([
    weatherTotals(db, at),
    conditionAges(db, at, OLDEST_BUCKET_S),
    oldestCity(db),
  ])
  return { at, totals, ages, buckets: bucketsOf(ages), oldest }
}

async function readCache({ cache, db, now }: DashboardDeps) {
  const at = now()
  const [since = at] = hoursUpTo(at, CACHE_HOURS)
  const [isHealthy, uses] = await Promise.all([cache.healthy(), cacheUseSince(db, since)])
  const hits = uses.reduce((sum, use) => sum + use.hits, 0)
  const misses = uses.reduce((sum, use) => sum + use.misses, 0)
  return { isHealthy, hitRate: hitRate({ hits, misses }) }
}
