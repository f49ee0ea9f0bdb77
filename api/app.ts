import { fastify, LogController, type FastifyInstance } from 'fastify'
import type { ApiDeps } from './deps.ts'
import { refuseCrossSite } from './plugins/cross-site.ts'
import { answerWithProblems } from './plugins/errors.ts'
import { endKeepAliveOnClose } from './plugins/graceful-close.ts'
import { describeApi } from './plugins/openapi.ts'
import { markBodies, markResponses } from './plugins/simulated-data.ts'
import { analyticsRoutes } from './routes/analytics.ts'
import { cacheRoutes } from './routes/cache.ts'
import { citiesRoutes } from './routes/cities.ts'
import { currentRoutes } from './routes/current.ts'
import { healthRoutes } from './routes/health.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { quotaRoutes } from './routes/quota.ts'
import { refreshRoutes } from './routes/refresh.ts'
import { rootRoutes } from './routes/root.ts'
import { schedulerRoutes } from './routes/scheduler.ts'
import { schedulesRoutes } from './routes/schedules.ts'
import { tasksRoutes } from './routes/tasks.ts'

export type { ApiDeps, ApiSettings } from './deps.ts'

const MAX_BODY_BYTES = 64 * 1024

export function buildApp(deps: ApiDeps): FastifyInstance {
  const app: FastifyInstance = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    // A misspelt field is refused: dropped in silence, `citys` would refresh every city.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
  })
  const isDemo = deps.settings.mode === 'demo'

  answerWithProblems(app)
  refuseCrossSite(app)
  endKeepAliveOnClose(app)
  readJsonOnly(app)
  if (isDemo) markResponses(app)
  describeApi(app, deps.settings.mode)

  app.register(healthRoutes(deps))
  app.register(metricsRoutes(deps))
  app.register(async (data) => {
    if (isDemo) markBodies(data)
    data.register(rootRoutes(deps))
    data.register(citiesRoutes(deps), WEATHER)
    data.register(currentRoutes(deps), WEATHER)
    data.register(analyticsRoutes(deps), WEATHER)
    data.register(cacheRoutes(deps), WEATHER)
    data.register(quotaRoutes(deps), WEATHER)
    data.register(refreshRoutes(deps), WEATHER)
    data.register(tasksRoutes(deps), WEATHER)
    data.register(schedulesRoutes(deps), WEATHER)
    data.register(schedulerRoutes(deps), WEATHER)
  })
  return app
}

const WEATHER = { prefix: '/api/weather' }

/** Many clients announce JSON even when they send nothing. */
function readJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined)
    else void parse(request, body as string, done)
  })
}
