import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { createHealth, type Health, type HealthDeps } from '../health/health.ts'
import { OverallHealthBody } from '../schemas/overall-health.ts'
import { overallHealthBody, statusAlone } from '../views/overall-health.ts'

const schema = {
  tags: ['operations'],
  summary: 'Whether weather is served, and how each part stands',
  description:
    'Answers 200 while weather is served, 503 where it is not: the database is away, or no ' +
    'provider can be asked and what is stored is too old. Who may not read the API gets the ' +
    'status alone. Checked once every few seconds, however many ask; no request is sent to a provider.',
  response: { 200: OverallHealthBody, 503: OverallHealthBody },
}

/** The same answer at both of the original's addresses: one check serves both. */
export const overallHealthRoutes =
  (deps: HealthDeps): FastifyPluginAsyncTypebox =>
  async (app) => {
    const health = createHealth(deps)
    const process = { startedAt: deps.now(), ...deps.settings }
    /** Each role includes reading. */
    const bodyFor = async (request: FastifyRequest, found: Health): Promise<OverallHealthBody> =>
      (await request.findCaller()) ? overallHealthBody(found, process) : statusAlone(found)
    for (const url of ['/health', '/monitoring/health']) {
      app.get(url, { config: { role: 'open' }, schema }, async (request, reply) => {
        const found = await health()
        return reply.code(codeOf(found)).send(await bodyFor(request, found))
      })
    }
  }

const codeOf = ({ overall }: Health) => (overall === 'unhealthy' ? 503 : 200)
