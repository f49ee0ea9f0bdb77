import { randomUUID } from 'node:crypto'
import { fastify, LogController, type FastifyInstance } from 'fastify'
import { createRecentAnswers } from './background/recent-answers.ts'
import type { ApiDeps } from './deps.ts'
import { httpServer } from './http-server.ts'
import { HTTP_LIMITS, type HttpLimits } from './http-limits.ts'
import { answerInTime } from './plugins/answer-in-time.ts'
import { auditChanges } from './plugins/audit-changes.ts'
import { authenticate } from './plugins/authenticate.ts'
import { openToOrigins, restrictBrowsers } from './plugins/browser-rules.ts'
import { createAnswerMemory } from './plugins/answer-memory.ts'
import { refuseCrossSite } from './plugins/cross-site.ts'
import { answerError, answerWithProblems } from './plugins/errors.ts'
import { forgetAfterChanges } from './plugins/forget-after-changes.ts'
import { closeGracefully } from './plugins/graceful-close.ts'
import { readJsonOnly } from './plugins/json-body.ts'
import { limitRates } from './plugins/limit-rates.ts'
import { openLogLate } from './plugins/request-log.ts'
import { readNumbers } from './plugins/number-parameters.ts'
import { describeApi } from './plugins/openapi.ts'
import { answerOwnHostsOnly } from './plugins/own-hosts.ts'
import { refuseUnprintableText } from './plugins/printable-text.ts'
import { requireRouteRoles } from './plugins/route-roles.ts'
import { refuseBrokenRequest, refuseRaw } from './plugins/malformed-http.ts'
import { withTaskAsOnePart } from './plugins/task-address.ts'
import { markBodies, markResponses } from './plugins/simulated-data.ts'
import { healthRoutes } from './routes/health.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { pageRoutes } from './routes/pages.ts'
import { problemsRoutes } from './routes/problems.ts'
import { rootRoutes } from './routes/root.ts'
import { weatherRoutes, type SharedParts } from './weather-routes.ts'

export type { ApiDeps, ApiSettings } from './deps.ts'

export function buildApp(deps: ApiDeps, limits: HttpLimits = HTTP_LIMITS): FastifyInstance {
  const memory = createAnswerMemory(deps.now)
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log,
    logController: new LogController({
      disableRequestLogging: true,
      requestIdLogLabel: 'request_id',
    }),
    bodyLimit: limits.bodyBytes,
    serverFactory: httpServer(limits, memory),
    trustProxy: trustedOf(deps.settings.trustedProxies),
    genReqId: () => randomUUID(),
    // Fastify's own refusal is no problem document.
    return503OnClosing: false,
    childLoggerFactory: openLogLate,
    clientErrorHandler: refuseBrokenRequest,
    frameworkErrors: answerError,
    rewriteUrl: withTaskAsOnePart,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    // A misspelt field is refused: dropped in silence, `citys` would refresh every city.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
  })
  const recent = createRecentAnswers(deps.now)
  const parts = { limits, memory, recent }
  checkRequests(app, deps, parts)
  frameAnswers(app, deps, limits)
  forgetAfterChanges(app, recent)
  registerRoutes(app, deps, parts)
  return app
}

/** Who may ask what: each check stands before those that cost more, or that it protects. */
function checkRequests(app: FastifyInstance, deps: ApiDeps, { memory, limits }: SharedParts): void {
  const { hosts, corsOrigins } = deps.settings
  requireRouteRoles(app)
  answerWithProblems(app)
  // Before the drain, in which clients are to be refused.
  app.addHook('preClose', async () => {
    memory.close()
  })
  closeGracefully(app)
  // Before all that looks something up, and before the audit.
  answerInTime(app, limits.handlerMs)
  refuseRaw(app)
  answerOwnHostsOnly(app, hosts)
  refuseUnprintableText(app)
  refuseCrossSite(app, corsOrigins)
  restrictBrowsers(app)
  openToOrigins(app, corsOrigins)
  // Behind CORS, so that a page of an allowed origin can read why it was refused.
  app.after(() => {
    const rates = limitRates(app, deps)
    app.addHook('onRequest', rates.beforeCaller)
    authenticate(app, deps)
    app.addHook('onRequest', rates.afterCaller)
  })
}

function frameAnswers(app: FastifyInstance, deps: ApiDeps, limits: HttpLimits): void {
  const { mode } = deps.settings
  auditChanges(app, deps)
  readNumbers(app)
  readJsonOnly(app, limits.bodyDepth)
  if (mode === 'demo') markResponses(app)
  describeApi(app, mode)
}

function registerRoutes(app: FastifyInstance, deps: ApiDeps, parts: SharedParts): void {
  const { mode, dashboardFolder } = deps.settings
  app.register(healthRoutes(deps))
  app.register(metricsRoutes(deps, parts.recent))
  app.register(problemsRoutes)
  if (dashboardFolder !== undefined) app.register(pageRoutes(dashboardFolder))
  app.register(async (data) => {
    if (mode === 'demo') markBodies(data)
    data.register(rootRoutes(deps))
    for (const routes of weatherRoutes(deps, parts)) {
      data.register(routes, { prefix: '/api/weather' })
    }
  })
}

/** Only what these say about the client's address is believed. */
const trustedOf = (proxies: readonly string[]) => (proxies.length === 0 ? false : [...proxies])
