import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { objectiveReports } from '../../db/queries/objective-reports.ts'
import { SECOND_MS } from '../../domain/time/durations.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { ObjectivesBody } from '../schemas/objectives.ts'
import { objectiveBody } from '../views/objectives.ts'

const KEEP_MS = 15 * SECOND_MS

export const objectivesRoutes =
  ({ db, now }: Pick<ApiDeps, 'db' | 'now'>, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const read = recent.share(async () => {
      const at = now()
      const reports = await objectiveReports(db, at)
      return { objectives: reports.map(objectiveBody), timestamp: at.toISOString() }
    }, KEEP_MS)
    app.get(
      '/analytics/objectives',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary:
            'How the service level objectives of freshness are kept, and what is left of them',
          description:
            'For how much of their time the conditions of cities were as fresh as ' +
            'WEATHER247_FRESHNESS_OBJECTIVES has it. A city that the plan lets wait longer is late ' +
            'after twice its planned time. Time in which no worker ran is not measured.',
          response: { 200: ObjectivesBody },
        },
      },
      read,
    )
  }
