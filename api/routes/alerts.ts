import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  acknowledgeAlert,
  alertById,
  listAlerts,
  resolveAlert,
  type AlertRow,
} from '../../db/queries/alerts.ts'
import type { ApiDeps } from '../deps.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import { Problem } from '../problem.ts'
import {
  AlertBody,
  AlertParams,
  AlertsBody,
  AlertsQuery,
  USUALLY_LISTED,
} from '../schemas/alerts.ts'
import { EmptyRequest } from '../schemas/schedule.ts'
import { alertBody } from '../views/alerts.ts'

const TAGS = ['operations']

const CHANGES = [
  { name: 'acknowledge', change: acknowledgeAlert, summary: 'Says that somebody sees to an alert' },
  { name: 'resolve', change: resolveAlert, summary: 'Ends an alert' },
] as const

export const alertsRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/monitoring/alerts',
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary: 'Alerts that were raised, the newest first',
          querystring: AlertsQuery,
          response: { 200: AlertsBody },
        },
      },
      async ({ query: { status, severity, cursor, limit = USUALLY_LISTED } }) => {
        const rows = await listAlerts(db, { status, severity, before: cursor, limit: limit + 1 })
        const page = rows.slice(0, limit)
        const last = page.at(-1)?.id ?? null
        return {
          alerts: page.map(alertBody),
          next_cursor: rows.length > limit ? last : null,
        }
      },
    )

    for (const { name, change, summary } of CHANGES) {
      app.post(
        `/monitoring/alerts/:alertId/${name}`,
        {
          config: { role: 'operate' },
          preValidation: emptyBodyAsObject,
          schema: {
            tags: TAGS,
            summary,
            params: AlertParams,
            body: EmptyRequest,
            response: { 200: AlertBody },
          },
        },
        async ({ params: { alertId: id }, caller }) => {
          const changed = await change(db, { id, by: caller?.name ?? null, at: now() })
          if (changed) return alertBody(changed)
          throw notOpen(id, await alertById(db, id))
        },
      )
    }
  }

const notOpen = (id: number, alert: AlertRow | undefined): Problem =>
  alert
    ? new Problem('alert-resolved', `The alert ${id} is resolved already.`)
    : new Problem('unknown-alert', `No alert ${id} was ever raised, or it is too old to be kept.`)
