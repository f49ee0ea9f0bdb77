import type { FastifyInstance } from 'fastify'

/** Every answer of the demo says so in a header. */
export function markResponses(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('x-weather247-data', 'simulated')
    done(null, payload)
  })
}

/** Every body of data in the demo says so too; problems are no data. */
export function markBodies(app: FastifyInstance): void {
  app.addHook('preSerialization', async (_request, reply, payload) => {
    const isData = reply.statusCode < 400 && typeof payload === 'object'
    return isData ? marked(payload) : payload
  })
}

const marked = (payload: object | null): unknown =>
  Array.isArray(payload)
    ? payload.map((one: object) => ({ ...one, simulated: true }))
    : { ...payload, simulated: true }
