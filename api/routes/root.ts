import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { MODES } from '../../domain/mode.ts'
import type { ApiDeps } from '../deps.ts'
import { addVary } from '../plugins/value-freshness.ts'
import { dataBody } from '../schemas/data-body.ts'
import { nullable, oneOf } from '../schemas/types.ts'

const RootBody = dataBody({
  name: Type.String(),
  mode: oneOf(MODES),
  links: Type.Object({
    dashboard: nullable(Type.String({ description: 'For browsers; null where it is not built' })),
    docs: Type.String(),
    cities: Type.String(),
    current: Type.String(),
    schedules: Type.String(),
    quota: Type.String(),
    attribution: Type.String(),
    analytics: Type.String(),
    metrics: Type.String(),
    ready: Type.String(),
    web_ui: nullable(Type.String({ description: 'Temporal Web UI' })),
  }),
})

export const rootRoutes =
  ({ settings: { mode, webUiUrl, dashboardFolder } }: ApiDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/',
      {
        config: { role: 'read' },
        schema: { tags: ['operations'], summary: 'Where things are', response: { 200: RootBody } },
      },
      async (_request, reply) => {
        // A browser is given the dashboard here.
        addVary(reply, 'Accept')
        return {
          name: 'Weather247',
          mode,
          links: {
            dashboard: dashboardFolder === undefined ? null : '/',
            docs: '/docs',
            cities: '/api/weather/cities',
            current: '/api/weather/current?city=Reykjavik',
            schedules: '/api/weather/schedules',
            quota: '/api/weather/monitoring/quota',
            attribution: '/api/weather/attribution',
            analytics: '/api/weather/analytics/dashboard',
            metrics: '/metrics',
            ready: '/readyz',
            web_ui: webUiUrl ?? null,
          },
        }
      },
    )
  }
