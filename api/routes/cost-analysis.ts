import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { readProviderSetups } from '../../db/queries/provider-controls.ts'
import { weightByDay, weightSince } from '../../db/queries/provider-stats.ts'
import { LEVEL_BEGINS } from '../../domain/quota/levels.ts'
import { windowStart } from '../../domain/quota/windows.ts'
import { DAY_MS, SECOND_MS } from '../../domain/time/durations.ts'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { CostAnalysisBody, CostQuery, USUAL_COST_DAYS } from '../schemas/cost-analysis.ts'
import { costAnalysisBody } from '../views/cost-analysis.ts'

const KEEP_MS = 5 * SECOND_MS

export const costAnalysisRoutes =
  (
    { db, now, settings }: Pick<ApiDeps, 'db' | 'now' | 'settings'>,
    recent: RecentAnswers,
  ): FastifyPluginAsyncTypebox =>
  async (app) => {
    const read = recent.shareByKey(async (days: number) => {
      const to = new Date(windowStart('day', now()).getTime() + DAY_MS)
      const from = new Date(to.getTime() - days * DAY_MS)
      const [setups, daily, month] = await Promise.all([
        readProviderSetups(db, settings.providers ?? []),
        weightByDay(db, { from, to }),
        weightSince(db, windowStart('month', now())),
      ])
      return { from, to, days, setups, daily, month }
    }, KEEP_MS)
    app.get(
      '/cost-analysis',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'What requests to providers cost, by provider and day',
          description:
            'Weight times the cost per request that was set; null where none was. Budgets are of the ' +
            `calendar month: warning at ${LEVEL_BEGINS.warning}, critical at ${LEVEL_BEGINS.critical}.`,
          querystring: CostQuery,
          response: { 200: CostAnalysisBody },
        },
      },
      async ({ query: { days = USUAL_COST_DAYS } }) => costAnalysisBody(await read(days)),
    )
  }
