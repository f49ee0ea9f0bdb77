import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import { roundToHundredths } from '../../domain/analytics/rounding.ts'
import type { ApiSettings } from '../deps.ts'
import type { Dashboard } from '../readers/dashboard.ts'
import type { DashboardBody } from '../schemas/dashboard.ts'
import { apiHealthBody } from './api-health.ts'
import { ttlSettings } from './cache-stats.ts'
import { freshnessBody, verdictBody } from './verdict.ts'

export const dashboardBody = (
  { at, work, weather, cache, providers, incidents }: Dashboard,
  settings: ApiSettings['cache'],
): DashboardBody => ({
  timestamp: at.toISOString(),
  verdict: verdictBody({ at, work, weather, providers, incidents }),
  freshness: freshnessBody(weather),
  task_stats: taskStats(work),
  weather_stats: weatherStats(weather),
  cache_stats: {
    cache_backend: settings.backend,
    status: cache.isHealthy ? 'healthy' : 'unhealthy',
    ttl_settings: ttlSettings(settings),
    hit_rate_24h: cache.hitRate,
  },
  api_health: apiHealthBody(providers, { isCacheHealthy: cache.isHealthy, at }),
})

function taskStats(work: Dashboard['work']): DashboardBody['task_stats'] {
  if (work === null) {
    const nothing = { active_tasks: null, scheduled_tasks: null, queued_steps: null }
    return { ...nothing, schedules: [], reason: 'Temporal does not answer' }
  }
  return {
    active_tasks: work.runningTasks,
    scheduled_tasks: work.schedules.filter(({ nextTimes }) => nextTimes.length > 0).length,
    queued_steps: work.queuedSteps,
    schedules: work.schedules.map(({ id, paused, running, recentRuns: [last], nextTimes }) => ({
      id: id as ScheduleId,
      paused,
      running: running.length,
      last_run_at: last?.startedAt.toISOString() ?? null,
      last_run_status: last?.status ?? null,
      next_run_at: nextTimes[0]?.toISOString() ?? null,
    })),
    reason: null,
  }
}

const weatherStats = ({ at, totals, buckets }: Dashboard['weather']) => ({
  total_cities: totals.activeCities,
  weather_records_24h: totals.readings24h,
  weather_records_1h: totals.readings1h,
  avg_temperature_24h:
    totals.averageTemperatureC24h === null
      ? null
      : roundToHundredths(totals.averageTemperatureC24h),
  freshness_breakdown: buckets,
  units: { avg_temperature_24h: '°C' },
  as_of: at.toISOString(),
})
