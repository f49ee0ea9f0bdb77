import { EventEmitter, once } from 'node:events'
import { Agent, get, type IncomingMessage } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
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

test('under load no request is lost: each client is answered until it is refused, on its connection', async () => {
  const { app, close } = createTestApi()
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const agent = new Agent({ keepAlive: true, maxSockets: 20 })
  onTestFinished(() => agent.destroy())
  let answered = 0
  async function askUntilRefused(): Promise<unknown> {
    for (;;) {
      const request = get({ port, path: '/livez', agent })
      const [answer] = (await once(request, 'response')) as [IncomingMessage]
      const body = await text(answer)
      if (answer.statusCode !== 200) {
        return { connection: answer.headers.connection, ...(JSON.parse(body) as object) }
      }
      answered += 1
    }
  }
  const asking = Promise.all(Array.from({ length: 20 }, askUntilRefused))
  await expect.poll(() => answered).toBeGreaterThan(200)
  await close()
  const refusal = { connection: 'close', status: 503, kind: 'closing' }
  expect(await asking).toEqual(
    Array.from({ length: 20 }, (): unknown => expect.objectContaining(refusal)),
  )
})

test('a request on a kept connection is refused with a problem while the server closes', async () => {
  const { app, close } = createTestApi()
  const progress = new EventEmitter()
  app.get('/slow', { config: { role: 'open' } }, async () => {
    progress.emit('asked')
    await once(progress, 'go on')
    return 'done'
  })
  app.addHook('preClose', async () => void progress.emit('closing'))
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const host = `host: 127.0.0.1:${port}\r\n\r\n`
  const [first, second] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')]
  onTestFinished(() => {
    first.destroy()
    second.destroy()
  })
  await Promise.all([once(first, 'connect'), once(second, 'connect')])
  const asked = once(progress, 'asked')
  first.write(`GET /slow HTTP/1.1\r\n${host}`)
  await asked
  // Half of a request keeps the second connection from being idle.
  second.write('GET /livez HTTP/1.1\r\n')
  const closing = once(progress, 'closing')
  const closed = close()
  await closing
  const refused = text(second)
  second.write(host)
  expect(await refused).toMatch(/^HTTP\/1\.1 503 [^]*connection: close[^]*"kind":"closing"/i)
  const answered = text(first)
  progress.emit('go on')
  expect(await answered).toContain('done')
  await closed
})
