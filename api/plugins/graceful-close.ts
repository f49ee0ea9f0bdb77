import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'

/** Long enough that a client that goes on asking asks once more. */
const DRAIN_MS = 300
const LOOK_MS = 10

/**
 * While the server closes, what is in flight is answered and what comes is refused, and each
 * connection ends with its answer: on Node 20 closing waits for ever on one that is kept alive, and a
 * connection that is ended while a request is on its way would lose it.
 */
export function closeGracefully(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
    await drained(app)
  })
  app.addHook('onRequest', (_request, _reply, done) => {
    if (isClosing) done(new Problem('closing', 'This server is closing: ask again in a moment.'))
    else done()
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done(null, payload)
  })
}

/** Clients that ask on learn from a refusal that this connection ends; those that do not are idle. */
async function drained({ server }: FastifyInstance): Promise<void> {
  for (let waitedMs = 0; waitedMs < DRAIN_MS; waitedMs += LOOK_MS) {
    if (!server.listening || (await connectionsOf(server)) === 0) return
    await sleep(LOOK_MS)
  }
}

const connectionsOf = (server: FastifyInstance['server']): Promise<number> =>
  new Promise((resolve, reject) => {
    server.getConnections((error, count) => {
      if (error) reject(error)
      else resolve(count)
    })
  })
