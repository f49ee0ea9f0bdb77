import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { createDashboard, type DashboardDeps } from '../readers/dashboard.ts'
import { DashboardBody } from '../schemas/dashboard.ts'
import { dashboardBody } from '../views/dashboard.ts'

export const dashboardRoutes =
  (deps: DashboardDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const dashboard = createDashboard(deps)
    app.get(
      '/monitoring/dashboard',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'What runs, how fresh the weather is, and how cache and providers stand',
          description: 'Its parts are counted once every few seconds, however many ask.',
          response: { 200: DashboardBody },
        },
      },
      async () => dashboardBody(await dashboard(), deps.settings.cache),
    )
  }
