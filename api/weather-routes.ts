import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { RecentAnswers } from './background/recent-answers.ts'
import { createStaleRefresher } from './background/stale-refresher.ts'
import type { ApiDeps } from './deps.ts'
import type { HttpLimits } from './http-limits.ts'
import type { AnswerMemory } from './plugins/answer-memory.ts'
import { createDashboard } from './readers/dashboard.ts'
import { createValueReaders } from './readers/value-readers.ts'
import { airQualityRoutes } from './routes/air-quality.ts'
import { alertsRoutes } from './routes/alerts.ts'
import { analyticsRoutes } from './routes/analytics.ts'
import { attributionRoutes } from './routes/attribution.ts'
import { auditRoutes } from './routes/audit.ts'
import { cacheRoutes } from './routes/cache.ts'
import { checkProvidersRoutes } from './routes/check-providers.ts'
import { citiesRoutes } from './routes/cities.ts'
import { cityMapRoutes } from './routes/city-map.ts'
import { cityPromiseRoutes } from './routes/city-promise.ts'
import { compareRoutes } from './routes/compare.ts'
import { costAnalysisRoutes } from './routes/cost-analysis.ts'
import { currentRoutes } from './routes/current.ts'
import { dashboardRoutes } from './routes/dashboard.ts'
import { disagreementsRoutes } from './routes/disagreements.ts'
import { explainRoutes } from './routes/explain.ts'
import { failoversRoutes } from './routes/failovers.ts'
import { findCitiesRoutes } from './routes/find-cities.ts'
import { forecastRoutes } from './routes/forecast.ts'
import { healthReportRoutes } from './routes/health-report.ts'
import { historicalRoutes } from './routes/historical.ts'
import { incidentsRoutes } from './routes/incidents.ts'
import { installationRoutes } from './routes/installation.ts'
import { legacyRefreshRoutes } from './routes/legacy-refresh.ts'
import { legacySchedulerRoutes } from './routes/legacy-scheduler.ts'
import { manageCitiesRoutes } from './routes/manage-cities.ts'
import { manageProvidersRoutes } from './routes/manage-providers.ts'
import { multipleRoutes } from './routes/multiple.ts'
import { objectivesRoutes } from './routes/objectives.ts'
import { overallHealthRoutes } from './routes/overall-health.ts'
import { planRoutes } from './routes/plan.ts'
import { providerUsageRoutes } from './routes/provider-usage.ts'
import { providersRoutes } from './routes/providers.ts'
import { queuesRoutes } from './routes/queues.ts'
import { quotaRoutes } from './routes/quota.ts'
import { refreshRoutes } from './routes/refresh.ts'
import { schedulesRoutes } from './routes/schedules.ts'
import { sessionRoutes } from './routes/session.ts'
import { systemStatusRoutes } from './routes/system-status.ts'
import { taskEventsRoutes } from './routes/task-events.ts'
import { taskListRoutes } from './routes/task-list.ts'
import { tasksRoutes } from './routes/tasks.ts'
import { thresholdsRoutes } from './routes/thresholds.ts'
import { webhooksRoutes } from './routes/webhooks.ts'

/** What routes share with the server around them. */
export interface SharedParts {
  readonly limits: HttpLimits
  readonly memory: AnswerMemory
  readonly recent: RecentAnswers
}

type Routes = readonly FastifyPluginAsyncTypebox[]

/** Everything under /api/weather, in the order in which /docs shows it. */
export function weatherRoutes(deps: ApiDeps, { limits, memory, recent }: SharedParts): Routes {
  const dashboard = createDashboard(deps, recent)
  return [
    sessionRoutes(deps),
    ...cityRoutes(deps, memory, recent),
    ...monitoringRoutes(deps, recent, dashboard),
    ...providerRoutes(deps, recent),
    ...taskRoutes(deps, limits, recent, dashboard),
    ...scheduleRoutes(deps, recent),
  ]
}

function cityRoutes(deps: ApiDeps, memory: AnswerMemory, recent: RecentAnswers): Routes {
  const readers = createValueReaders(deps)
  const refresher = createStaleRefresher(deps)
  return [
    cityMapRoutes(deps),
    citiesRoutes(deps, recent),
    findCitiesRoutes(deps),
    currentRoutes(deps, readers, refresher, memory),
    forecastRoutes(deps, readers, refresher, memory),
    airQualityRoutes(deps, readers, refresher, memory),
    multipleRoutes(deps, readers, memory),
    compareRoutes(deps, readers),
    manageCitiesRoutes(deps),
    cityPromiseRoutes(deps),
    historicalRoutes(deps, readers.periods),
  ]
}

const monitoringRoutes = (
  deps: ApiDeps,
  recent: RecentAnswers,
  dashboard: ReturnType<typeof createDashboard>,
): Routes => [
  analyticsRoutes(deps, recent),
  auditRoutes(deps),
  cacheRoutes(deps, recent),
  overallHealthRoutes(deps),
  dashboardRoutes(deps, dashboard),
  quotaRoutes(deps, recent),
  alertsRoutes(deps),
  objectivesRoutes(deps, recent),
  healthReportRoutes(deps, recent),
  systemStatusRoutes(deps, recent),
  incidentsRoutes(deps),
  failoversRoutes(deps, recent),
  thresholdsRoutes(deps),
  webhooksRoutes(deps),
]

/** With what is known of the installation, and of what its providers served. */
const providerRoutes = (deps: ApiDeps, recent: RecentAnswers): Routes => [
  providersRoutes(deps, recent),
  providerUsageRoutes(deps),
  queuesRoutes(deps),
  planRoutes(deps),
  installationRoutes(deps),
  manageProvidersRoutes(deps, recent),
  checkProvidersRoutes(deps),
  costAnalysisRoutes(deps, recent),
  attributionRoutes(deps),
  disagreementsRoutes(deps),
  explainRoutes(deps),
]

const taskRoutes = (
  deps: ApiDeps,
  limits: HttpLimits,
  recent: RecentAnswers,
  dashboard: ReturnType<typeof createDashboard>,
): Routes => [
  refreshRoutes(deps),
  tasksRoutes(deps, recent),
  taskListRoutes(deps),
  taskEventsRoutes(deps, limits, dashboard),
  legacyRefreshRoutes(deps),
]

const scheduleRoutes = (deps: ApiDeps, recent: RecentAnswers): Routes => [
  schedulesRoutes(deps, recent),
  legacySchedulerRoutes(deps, recent),
]
