import type { FastifyInstance } from 'fastify'
import type { RecentAnswers } from '../background/recent-answers.ts'

const READING = ['GET', 'HEAD', 'OPTIONS']

/** Who has changed something sees it with the next read. What was refused has changed nothing. */
export function forgetAfterChanges(app: FastifyInstance, recent: RecentAnswers): void {
  app.addHook('onSend', ({ method }, { statusCode }, payload, done) => {
    const isRefused = statusCode >= 400 && statusCode < 500
    if (!READING.includes(method) && !isRefused) recent.forget()
    done(null, payload)
  })
}
