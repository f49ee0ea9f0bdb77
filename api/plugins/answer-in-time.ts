import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'

export const answerLate = (): Problem =>
  new Problem('answer-late', 'What this needs does not answer: try again later.')

/**
 * The time limit of requests with a body: Fastify's own `handlerTimeout` is over for them as soon as
 * Node has read the body. The work behind may go on, and its answer is dropped.
 */
export function answerInTime(app: FastifyInstance, handlerMs: number): void {
  app.addHook('preHandler', (request, reply, done) => {
    if (request.body !== undefined) {
      const timer = setTimeout(() => {
        if (!reply.sent) reply.send(answerLate())
      }, handlerMs)
      reply.raw.once('close', () => {
        clearTimeout(timer)
      })
    }
    done()
  })
}
