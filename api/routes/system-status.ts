import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { listAlerts } from '../../db/queries/alerts.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import { createSystemStatus, type StatusDeps } from '../readers/system-status.ts'
import {
  LatestAlertsBody,
  LatestAlertsQuery,
  ProviderDashboardBody,
  RealTimeStatusBody,
  SystemHealthBody,
  USUAL_ALERTS,
} from '../schemas/system-status.ts'
import { alertBody } from '../views/alerts.ts'
import { providerDashboardBody, realTimeBody, systemHealthBody } from '../views/system-status.ts'

const config = { role: 'read' } as const
const tags = ['operations']

/** How it stands at the addresses of the original's provider administration. */
export const systemStatusRoutes =
  (deps: StatusDeps, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const status = createSystemStatus(deps, recent)

    const health = {
      tags,
      summary: 'How the installation stands, as a score',
      description: 'From what is stored; no request is sent to a provider.',
      response: { 200: SystemHealthBody },
    }
    app.get('/system-health', { config, schema: health }, async () =>
      systemHealthBody(await status.health()),
    )

    const dashboard = {
      tags,
      summary: 'How many providers there are, and what was asked of them today',
      response: { 200: ProviderDashboardBody },
    }
    app.get('/dashboard', { config, schema: dashboard }, async () =>
      providerDashboardBody(await status.use()),
    )

    const realTime = {
      tags,
      summary: 'Which providers can be asked now, what runs, and which incidents are open',
      response: { 200: RealTimeStatusBody },
    }
    app.get('/real-time-status', { config, schema: realTime }, async () =>
      realTimeBody(await status.realTime()),
    )

    const latest = {
      tags,
      summary: 'The alerts that were raised last',
      description: '`monitoring/alerts` has all of them, page by page.',
      querystring: LatestAlertsQuery,
      response: { 200: LatestAlertsBody },
    }
    app.get(
      '/latest-alerts',
      { config, schema: latest },
      async ({ query: { limit = USUAL_ALERTS } }) => {
        const rows = await listAlerts(deps.db, { limit })
        const timestamp = deps.now().toISOString()
        return { alerts: rows.map(alertBody), total: rows.length, timestamp }
      },
    )
  }
