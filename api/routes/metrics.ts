import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { RecentAnswers } from '../background/recent-answers.ts'
import type { ApiDeps } from '../deps.ts'
import { createScrape } from '../readers/metrics.ts'

export const metricsRoutes =
  (deps: ApiDeps, recent: RecentAnswers): FastifyPluginAsyncTypebox =>
  async (app) => {
    const scrape = recent.share(createScrape(deps))
    app.get(
      '/metrics',
      {
        config: { role: 'read' },
        schema: {
          tags: ['operations'],
          summary: 'Counters and gauges for Prometheus',
          description: 'Read once in two seconds, however many scrape.',
          produces: ['text/plain'],
          response: { 200: { type: 'string', description: 'The text format of Prometheus' } },
        },
      },
      async (_request, reply) => reply.type(deps.metrics.contentType).send(await scrape()),
    )
  }
