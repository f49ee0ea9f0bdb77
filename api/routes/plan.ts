import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import { sharedAnswer } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'
import { readPlanBody } from '../readers/plan-report.ts'
import { PlanBody } from '../schemas/plan.ts'

const KEPT_MS = 10 * MINUTE_MS

export const planRoutes =
  ({ now, settings }: Pick<ApiDeps, 'now' | 'settings'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const plan = sharedAnswer(() => readPlanBody(settings, now()), { keepMs: KEPT_MS, now })
    app.get(
      '/monitoring/plan',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'How fresh the limits of the providers keep the cities, and what that takes',
          description: 'Made once in ten minutes, however many ask, and without a call.',
          response: { 200: PlanBody },
        },
      },
      () => plan(),
    )
  }
