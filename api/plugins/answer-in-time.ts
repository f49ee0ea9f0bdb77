import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Problem } from '../problem.ts'

/**
 * Answers what takes longer with a problem; the work behind may go on, and its answer is dropped.
 * Fastify's own `handlerTimeout` makes an AbortController for each request, which no handler here
 * listens to, and is over as soon as Node has read a body.
 */
export function answerInTime(app: FastifyInstance, handlerMs: number): void {
  const timers = new WeakMap<FastifyRequest, NodeJS.Timeout>()
  app.addHook('onRequest', (request, reply, done) => {
    const timer = setTimeout(() => {
      if (!reply.sent) reply.send(answerLate())
    }, handlerMs)
    reply.raw.once('close', () => {
      clearTimeout(timer)
    })
    timers.set(request, timer)
    done()
  })
  // How long a client takes over its body has a limit of its own.
  app.addHook('preHandler', (request, _reply, done) => {
    if (request.body !== undefined) timers.get(request)?.refresh()
    done()
  })
}

const answerLate = (): Problem =>
  new Problem('answer-late', 'What this needs does not answer: try again later.')
