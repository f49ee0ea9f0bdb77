import type { TimedState } from '../health/component.ts'
import type { Health } from '../health/health.ts'
import type { OverallHealthBody } from '../schemas/overall-health.ts'
import { apiHealthBody } from './api-health.ts'

/** What is said to anyone who can reach the API. */
export const statusAlone = ({ at, overall }: Health): OverallHealthBody => ({
  timestamp: at.toISOString(),
  overall_status: overall,
  overall_healthy: overall === 'healthy',
})

const checkBody = ({ status, reason, latencyMs }: TimedState) => ({
  status,
  reason,
  latency_ms: latencyMs,
})

const isHealthy = ({ status }: TimedState): boolean => status === 'healthy'

interface Process {
  readonly startedAt: Date
  readonly webUiUrl?: string
}

export function overallHealthBody(
  health: Health,
  { startedAt, webUiUrl }: Process,
): OverallHealthBody {
  const { temporal, workers, database, redis, providers } = health.components
  const isCacheHealthy = redis.status === 'not_used' || isHealthy(redis)
  const services = apiHealthBody(providers.providers, { isCacheHealthy, at: health.at })
  return {
    ...statusAlone(health),
    started_at: startedAt.toISOString(),
    web_ui: webUiUrl ?? null,
    components: {
      celery: isHealthy(temporal) && isHealthy(workers),
      redis: redis.status === 'not_used' ? null : isHealthy(redis),
      database: isHealthy(database),
      weather_apis:
        providers.status === 'unknown' ? null : providers.providers.some((one) => one.isUsable),
    },
    checks: {
      temporal: checkBody(temporal),
      workers: { ...checkBody(workers), queues: [...workers.queues] },
      database: checkBody(database),
      redis: checkBody(redis),
      providers: checkBody(providers),
    },
    primary_service: services.primary_service,
    database: { status: database.status },
    api_services: services,
  }
}
