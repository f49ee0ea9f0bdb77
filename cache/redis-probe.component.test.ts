import { once } from 'node:events'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createCache } from './cache.ts'
import { redisAddressOf } from './redis-address.ts'
import { whyRedisIsAway } from './redis-probe.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function silentServer(): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  return `redis://me:hushhush@127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('an address without a server is a reason', async () => {
  expect(await whyRedisIsAway('redis://127.0.0.1:1')).toContain('ECONNREFUSED')
  expect(await whyRedisIsAway('redis://nowhere.invalid')).toMatch(/ENOTFOUND|EAI_AGAIN/)
})

test('a server that never answers is a reason', async () => {
  expect(await whyRedisIsAway(await silentServer())).toContain('no answer within 2 s')
})

test.each([
  ['redis://127.0.0.1:6379', 'redis://127.0.0.1:6379'],
  ['redis://:secret@cache:6380/3', 'redis://cache:6380/3'],
  ['rediss://me:p%40ss@cache.example/', 'rediss://cache.example'],
  ['redis://[::1]:6379/0?x=secret', 'redis://[::1]:6379/0'],
])('%s is shown as %s', (url, address) => {
  expect(redisAddressOf(url)).toBe(address)
})

test('a process of its own says once where Redis is missing, without its password', async () => {
  const warnings: object[] = []
  const log = { info: () => undefined, warn: (fields: object) => warnings.push(fields) }
  const cache = createCache({ kind: 'redis', url: 'redis://me:hushhush@127.0.0.1:1/2' }, log)
  await expect.poll(() => warnings).toHaveLength(1)
  expect(warnings[0]).toMatchObject({ address: 'redis://127.0.0.1:1/2' })
  expect(JSON.stringify(warnings)).not.toContain('hushhush')
  await cache.close()
})
