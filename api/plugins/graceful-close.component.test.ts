import { EventEmitter, once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createTestApi } from '../../test/support/api/test-api.ts'

test('closing does not wait for a client that keeps its connection', async () => {
  const { app, close } = createTestApi()
  const progress = new EventEmitter()
  app.get('/slow', { config: { role: 'open' } }, async () => {
    progress.emit('asked')
    await once(progress, 'closing')
    return 'done'
  })
  app.addHook('preClose', async () => void progress.emit('closing'))
  await app.listen({ host: '127.0.0.1', port: 0 })
  // Neither side ends the connection by itself: a close that waits for it never ends.
  app.server.keepAliveTimeout = 0
  const agent = new Agent({ keepAlive: true })
  onTestFinished(() => agent.destroy())
  const { port } = app.server.address() as AddressInfo
  const asked = once(progress, 'asked')
  const answered = once(get({ port, path: '/slow', agent }), 'response')
  await asked
  const closed = close()
  const [response] = (await answered) as [IncomingMessage]
  response.resume()
  expect(response.headers.connection).toBe('close')
  await closed
})
