import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SECOND_MS } from '../../domain/time/durations.ts'
import { sharedAnswer } from '../background/shared-answer.ts'
import type { ApiDeps } from '../deps.ts'
import { QueuesBody } from '../schemas/queues.ts'

const KEPT_MS = 5 * SECOND_MS

export const queuesRoutes =
  ({ temporal, now }: Pick<ApiDeps, 'temporal' | 'now'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    const queues = sharedAnswer(() => temporal.queues(), { keepMs: KEPT_MS, now })
    app.get(
      '/monitoring/queues',
      {
        config: { role: 'read' },
        schema: {
          tags: ['monitoring'],
          summary: 'Who works on each task queue, and what waits there',
          description: 'Asked of Temporal once in five seconds, however many ask.',
          response: { 200: QueuesBody },
        },
      },
      async () => ({
        queues: (await queues()).map(({ queue, workers, waiting, oldestWaitSeconds }) => ({
          queue,
          workers: [...workers],
          waiting,
          oldest_wait_seconds: oldestWaitSeconds,
        })),
        timestamp: now().toISOString(),
      }),
    )
  }
