import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { CHECK_NAMES, createReadiness, type ReadinessDeps } from '../readiness/readiness.ts'
import { LiveBody, ReadyBody } from '../schemas/health.ts'

export const healthRoutes =
  (deps: ReadinessDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    app.get(
      '/livez',
      {
        config: { role: 'open' },
        schema: {
          tags: ['operations'],
          summary: 'Whether this process answers',
          response: { 200: LiveBody },
        },
      },
      async () => ({ status: 'ok' as const }),
    )

    const readiness = createReadiness(deps)
    app.get(
      '/readyz',
      {
        config: { role: 'open' },
        schema: {
          tags: ['operations'],
          summary: 'Whether weather is read, refreshed and stored, and what is in the way',
          description:
            'Checked once a second at most, however many ask. Who may not read the API gets the ' +
            'status alone.',
          response: { 200: ReadyBody, 503: ReadyBody },
        },
      },
      async (request, reply) => {
        const { checks, unserved } = await readiness()
        const missing = CHECK_NAMES.filter((name) => checks[name].status === 'failing')
        const isReady = missing.length === 0
        const status = isReady ? 'ready' : 'not_ready'
        reply.code(isReady ? 200 : 503)
        if (!(await request.findCaller())) return reply.send({ status })
        return reply.send({
          status,
          missing,
          checks: CHECK_NAMES.map((name) => ({ name, ...checks[name] })),
          queues_without_worker: [...unserved],
        })
      },
    )
  }
