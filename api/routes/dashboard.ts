import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { createDashboard, DashboardDeps } from '../readers/dashboard.ts'
import { DashboardBody } from '../schemas/dashboard.ts'
import { dashboardBody } from '../views/dashboard.ts'

export const dashboardRoutes =
  (
    { settings }: Pick<DashboardDeps, 'settings'>,
    dashboard: ReturnType<typeof createDashboard>,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
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
      async () => dashboardBody(await dashboard(), settings.cache),
    )
  }
