import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { createTestApi } from '../../test/support/test-api.ts'

test('closing does not wait for a client that keeps its connection', async () => {
  const { app, close } = createTestApi()
  app.get('/slow', async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    return 'done'
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  const answer = new Promise<string | undefined>((resolve, reject) => {
    const options = { port, path: '/slow', headers: { connection: 'keep-alive' } }
    request(options, (response) => {
      response.resume()
      resolve(response.headers.connection)
    })
      .on('error', reject)
      .end()
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  const startMs = Date.now()
  await close()
  expect(await answer).toBe('close')
  expect(Date.now() - startMs).toBeLessThan(2_000)
})
