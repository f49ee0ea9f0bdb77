import { expect, test } from 'vitest'
import { createTestApi } from '../../test/support/api/test-api.ts'

test('a route without a role keeps the API from starting', async () => {
  const { app, close } = createTestApi()
  app.get('/forgotten', async () => 'here')
  await expect(app.ready()).rejects.toThrow(/no role .* GET \/forgotten/)
  await close()
})

test('without such a route it starts', async () => {
  const { app, close } = createTestApi()
  await app.ready()
  await close()
})
