import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { countIncidents, listIncidents } from '../../db/queries/incidents.ts'
import { DAY_MS } from '../../domain/time/durations.ts'
import type { ApiDeps } from '../deps.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import { emptyBodyAsObject } from '../plugins/empty-body.ts'
import {
  FailoverBody,
  FailoversBody,
  FailoversQuery,
  IncidentParams,
  MOST_FAILOVERS,
  USUAL_DAYS,
} from '../schemas/incidents.ts'
import { EmptyRequest } from '../schemas/schedule.ts'
import { failoverBody } from '../views/incidents.ts'
import { closedBy } from './incidents.ts'

const TAGS = ['operations']

/** A client of the original system learnt from this status that there was nothing to resolve. */
const NOT_OPEN = 400

const TOTAL_KEPT_MS = 5_000

export const failoversRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const totalOf = recent.shareByKey((days: number) => {
      const since = new Date(now().getTime() - days * DAY_MS)
      return countIncidents(db, { isFailover: true, since })
    }, TOTAL_KEPT_MS)
    app.get(
      '/failovers',
      {
        config: { role: 'read' },
        schema: {
          tags: TAGS,
          summary:
            'Incidents in which another provider served, in the shape of the original system',
          querystring: FailoversQuery,
          response: { 200: FailoversBody },
        },
      },
      async ({ query: { days = USUAL_DAYS } }) => {
        const since = new Date(now().getTime() - days * DAY_MS)
        const rows = await listIncidents(db, { isFailover: true, since, limit: MOST_FAILOVERS })
        const total = rows.length < MOST_FAILOVERS ? rows.length : await totalOf(days)
        return {
          failover_events: rows.map(failoverBody),
          period_days: days,
          total_events: total,
        }
      },
    )

    app.post(
      '/failovers/:incidentId/resolve',
      {
        config: { role: 'operate' },
        preValidation: emptyBodyAsObject,
        schema: {
          tags: TAGS,
          summary: 'Ends an incident by hand',
          params: IncidentParams,
          body: EmptyRequest,
          response: { 200: FailoverBody },
        },
      },
      async ({ params: { incidentId: id }, caller }) => {
        const person = { id, by: caller?.name ?? null, at: now() }
        return failoverBody(await closedBy(db, person, { status: NOT_OPEN }))
      },
    )
  }
