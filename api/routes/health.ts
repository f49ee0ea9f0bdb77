import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { sql } from 'drizzle-orm'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import type { Database } from '../../db/client.ts'
import type { ApiDeps } from '../deps.ts'
import { LiveBody, ReadyBody } from '../schemas/health.ts'

const CHECK_TIMEOUT_MS = 2_000

export const healthRoutes =
  ({ db, temporal }: Pick<ApiDeps, 'db' | 'temporal'>): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/livez',
      {
        schema: {
          tags: ['operations'],
          summary: 'Whether this process answers',
          response: { 200: LiveBody },
        },
      },
      async () => ({ status: 'ok' as const }),
    )

    app.get(
      '/readyz',
      {
        schema: {
          tags: ['operations'],
          summary: 'Whether the database, Temporal and workers answer, and which queues have none',
          response: { 200: ReadyBody, 503: ReadyBody },
        },
      },
      async (_request, reply) => {
        const [database, isServing, unserved] = await Promise.all([
          answersSql(db),
          temporal.isServing(),
          temporal.unservedQueues(),
        ])
        // The other queues' jobs may wait: what is read and refreshed for people does not need them.
        const workers = !unserved.includes(TASK_QUEUES.weatherRefresh)
        const parts = { database, temporal: isServing, workers }
        const missing = PARTS.filter((part) => !parts[part])
        const isReady = missing.length === 0
        return reply.code(isReady ? 200 : 503).send({
          status: isReady ? 'ready' : 'not_ready',
          missing,
          queues_without_worker: [...unserved],
        })
      },
    )
  }

const PARTS = ['database', 'temporal', 'workers'] as const

async function answersSql(db: Database): Promise<boolean> {
  const answered = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
  const late = sleep(CHECK_TIMEOUT_MS, false, { ref: false })
  return Promise.race([answered, late])
}
