import { randomUUID } from 'node:crypto'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import { createStaleRefresher } from './background/stale-refresher.ts'
import type { ApiDeps } from './deps.ts'
import { HTTP_LIMITS, type HttpLimits } from './http-limits.ts'
import { answerInTime } from './plugins/answer-in-time.ts'
import { auditChanges } from './plugins/audit-changes.ts'
import { authenticate } from './plugins/authenticate.ts'
import { openToOrigins, restrictBrowsers } from './plugins/browser-rules.ts'
import { createAnswerMemory } from './plugins/answer-memory.ts'
import { refuseCrossSite } from './plugins/cross-site.ts'
import { answerError, answerWithProblems } from './plugins/errors.ts'
import { endKeepAliveOnClose } from './plugins/graceful-close.ts'
import { readJsonOnly } from './plugins/json-body.ts'
import { limitRates } from './plugins/limit-rates.ts'
import { readNumbers } from './plugins/number-parameters.ts'
import { describeApi } from './plugins/openapi.ts'
import { answerOwnHostsOnly } from './plugins/own-hosts.ts'
import { refuseUnprintableText } from './plugins/printable-text.ts'
import { requireRouteRoles } from './plugins/route-roles.ts'
import { refuseBrokenRequest, refuseRaw } from './plugins/malformed-http.ts'
import { withTaskAsOnePart } from './plugins/task-address.ts'
import { markBodies, markResponses } from './plugins/simulated-data.ts'
import { createValueReaders } from './readers/value-readers.ts'
import { airQualityRoutes } from './routes/air-quality.ts'
import { alertsRoutes } from './routes/alerts.ts'
import { analyticsRoutes } from './routes/analytics.ts'
import { attributionRoutes } from './routes/attribution.ts'
import { auditRoutes } from './routes/audit.ts'
import { cacheRoutes } from './routes/cache.ts'
import { cityMapRoutes } from './routes/city-map.ts'
import { citiesRoutes } from './routes/cities.ts'
import { compareRoutes } from './routes/compare.ts'
import { currentRoutes } from './routes/current.ts'
import { explainRoutes } from './routes/explain.ts'
import { findCitiesRoutes } from './routes/find-cities.ts'
import { forecastRoutes } from './routes/forecast.ts'
import { dashboardRoutes } from './routes/dashboard.ts'
import { healthReportRoutes } from './routes/health-report.ts'
import { healthRoutes } from './routes/health.ts'
import { historicalRoutes } from './routes/historical.ts'
import { failoversRoutes } from './routes/failovers.ts'
import { incidentsRoutes } from './routes/incidents.ts'
import { manageCitiesRoutes } from './routes/manage-cities.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { multipleRoutes } from './routes/multiple.ts'
import { overallHealthRoutes } from './routes/overall-health.ts'
import { pageRoutes } from './routes/pages.ts'
import { checkProvidersRoutes } from './routes/check-providers.ts'
import { manageProvidersRoutes } from './routes/manage-providers.ts'
import { costAnalysisRoutes } from './routes/cost-analysis.ts'
import { providersRoutes } from './routes/providers.ts'
import { providerUsageRoutes } from './routes/provider-usage.ts'
import { queuesRoutes } from './routes/queues.ts'
import { quotaRoutes } from './routes/quota.ts'
import { refreshRoutes } from './routes/refresh.ts'
import { rootRoutes } from './routes/root.ts'
import { legacySchedulerRoutes } from './routes/legacy-scheduler.ts'
import { schedulesRoutes } from './routes/schedules.ts'
import { sessionRoutes } from './routes/session.ts'
import { taskEventsRoutes } from './routes/task-events.ts'
import { taskListRoutes } from './routes/task-list.ts'
import { thresholdsRoutes } from './routes/thresholds.ts'
import { webhooksRoutes } from './routes/webhooks.ts'
import { tasksRoutes } from './routes/tasks.ts'

export type { ApiDeps, ApiSettings } from './deps.ts'

export function buildApp(deps: ApiDeps, limits: HttpLimits = HTTP_LIMITS): FastifyInstance {
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'request_id',
    }),
    ...serverOptions(limits),
    trustProxy: trustedOf(deps.settings.trustedProxies),
    genReqId: () => randomUUID(),
    clientErrorHandler: refuseBrokenRequest,
    frameworkErrors: answerError,
    rewriteUrl: withTaskAsOnePart,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    // A misspelt field is refused: dropped in silence, `citys` would refresh every city.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  })
  const isDemo = deps.settings.mode === 'demo'
  const readers = createValueReaders(deps)
  const refresher = createStaleRefresher(deps)
  const memory = createAnswerMemory(deps.now)

  requireRouteRoles(app)
  answerWithProblems(app)
  refuseRaw(app)
  answerOwnHostsOnly(app, deps.settings.hosts)
  refuseUnprintableText(app)
  refuseCrossSite(app, deps.settings.corsOrigins)
  restrictBrowsers(app)
  openToOrigins(app, deps.settings.corsOrigins)
  // Behind CORS, so that a page of an allowed origin can read why it was refused.
  app.after(() => {
    const rates = limitRates(app, deps)
    app.addHook('onRequest', rates.beforeCaller)
    authenticate(app, deps)
    app.addHook('onRequest', rates.afterCaller)
  })
  // Before the audit: that may hang as well.
  answerInTime(app, limits.handlerMs)
  auditChanges(app, deps)
  readNumbers(app)
  readJsonOnly(app, limits.bodyDepth)
  endKeepAliveOnClose(app)
  if (isDemo) markResponses(app)
  describeApi(app, deps.settings.mode)

  app.register(healthRoutes(deps))
  app.register(metricsRoutes(deps))
  if (deps.settings.dashboardFolder !== undefined) {
    app.register(pageRoutes(deps.settings.dashboardFolder))
  }
  app.register(async (data) => {
    if (isDemo) markBodies(data)
    data.register(rootRoutes(deps))
    data.register(sessionRoutes(deps), WEATHER)
    data.register(cityMapRoutes(deps), WEATHER)
    data.register(citiesRoutes(deps), WEATHER)
    data.register(findCitiesRoutes(deps), WEATHER)
    data.register(currentRoutes(deps, readers, refresher, memory), WEATHER)
    data.register(forecastRoutes(deps, readers, refresher, memory), WEATHER)
    data.register(airQualityRoutes(deps, readers, refresher, memory), WEATHER)
    data.register(multipleRoutes(deps, readers, memory), WEATHER)
    data.register(compareRoutes(deps, readers), WEATHER)
    data.register(manageCitiesRoutes(deps), WEATHER)
    data.register(historicalRoutes(deps), WEATHER)
    data.register(analyticsRoutes(deps), WEATHER)
    data.register(auditRoutes(deps), WEATHER)
    data.register(cacheRoutes(deps), WEATHER)
    data.register(overallHealthRoutes(deps), WEATHER)
    data.register(dashboardRoutes(deps), WEATHER)
    data.register(quotaRoutes(deps), WEATHER)
    data.register(alertsRoutes(deps), WEATHER)
    data.register(healthReportRoutes(deps), WEATHER)
    data.register(incidentsRoutes(deps), WEATHER)
    data.register(failoversRoutes(deps), WEATHER)
    data.register(thresholdsRoutes(deps), WEATHER)
    data.register(webhooksRoutes(deps), WEATHER)
    data.register(providersRoutes(deps), WEATHER)
    data.register(providerUsageRoutes(deps), WEATHER)
    data.register(queuesRoutes(deps), WEATHER)
    data.register(manageProvidersRoutes(deps), WEATHER)
    data.register(checkProvidersRoutes(deps), WEATHER)
    data.register(costAnalysisRoutes(deps), WEATHER)
    data.register(attributionRoutes(deps), WEATHER)
    data.register(explainRoutes(deps), WEATHER)
    data.register(refreshRoutes(deps), WEATHER)
    data.register(tasksRoutes(deps), WEATHER)
    data.register(taskListRoutes(deps), WEATHER)
    data.register(taskEventsRoutes(deps, limits), WEATHER)
    data.register(schedulesRoutes(deps), WEATHER)
    data.register(legacySchedulerRoutes(deps), WEATHER)
  })
  return app
}

/** Only what these say about the client's address is believed. */
const trustedOf = (proxies: readonly string[]) => (proxies.length === 0 ? false : [...proxies])

const WEATHER = { prefix: '/api/weather' }

function serverOptions(limits: HttpLimits) {
  return {
    bodyLimit: limits.bodyBytes,
    requestTimeout: limits.requestMs,
    handlerTimeout: limits.handlerMs,
    connectionTimeout: limits.idleMs,
    keepAliveTimeout: limits.keepAliveMs,
    http: {
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkEveryMs,
      maxHeaderSize: limits.headerBytes,
      // Node's own refusal of a request without it is no problem document.
      requireHostHeader: false,
    },
  }
}
