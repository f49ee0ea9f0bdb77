import type { FastifyInstance, FastifyRequest } from 'fastify'
import { auditedFields } from '../../domain/access/audited-fields.ts'
import type { ApiDeps } from '../deps.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']
const MAX_TARGET = 500

/**
 * Whatever may change something is written down before it happens, and completed after the answer.
 * What cannot be written down does not happen. What was refused before, such as a caller without
 * the role or a body that is not valid, changed nothing and is not among it.
 */
export function auditChanges(app: FastifyInstance, { audit, now }: Pick<ApiDeps, 'audit' | 'now'>) {
  const events = new WeakMap<FastifyRequest, number>()
  app.addHook('preHandler', async (request) => {
    const { caller, method, routeOptions, originalUrl, body, ip, id } = request
    if (caller === null || READING.includes(method) || request.is404) return
    const event = await audit.begin({
      at: now(),
      requestId: id,
      caller: caller.name,
      tokenId: caller.tokenId,
      role: caller.role,
      address: ip,
      method,
      route: routeOptions.url ?? '',
      target: (originalUrl.split('?', 1)[0] ?? '').slice(0, MAX_TARGET),
      fields: auditedFields(body),
    })
    events.set(request, event)
  })
  const complete = async (request: FastifyRequest, event: number, status: number) => {
    try {
      await audit.end(event, { status, endedAt: now() })
    } catch (error) {
      request.log.error({ err: error, event }, 'an audit event was not completed')
    }
  }
  // Also where the client has left: then nothing says that the answer was sent.
  app.addHook('onSend', (request, reply, payload, done) => {
    const event = events.get(request)
    if (event === undefined) done(null, payload)
    else void complete(request, event, reply.statusCode).then(() => done(null, payload))
  })
}
