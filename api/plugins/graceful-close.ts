import type { FastifyInstance } from 'fastify'

/** On Node 20 closing waits for ever on a keep-alive connection whose request is in flight. */
export function endKeepAliveOnClose(app: FastifyInstance): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) reply.header('connection', 'close')
    done(null, payload)
  })
}
