import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createCache } from './cache.ts'

function createLog() {
  const lines: string[] = []
  const write = (_: object, message: string) => void lines.push(message)
  return { lines, info: write, warn: write }
}

async function listen(onConnection: (socket: Socket) => void): Promise<string> {
  const server = createServer(onConnection).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `redis://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A Redis that becomes ready, and answers no read after that. */
async function silentAfterReady() {
  const reads: string[] = []
  const url = await listen((socket) => {
    socket.on('data', (data) => {
      for (const command of data
        .toString()
        .split(/^\*\d+\r\n/m)
        .slice(1)) {
        if (command.includes('mget')) reads.push(command)
        else if (command.includes('\r\ninfo\r\n')) socket.write('$9\r\nloading:0\r\n')
        else socket.write('-NOPROTO\r\n')
      }
    })
  })
  return { url, reads }
}

const SAID_ONCE = ['Redis does not answer; reading from the database instead']

test('without Redis the cache misses, says so and never throws', async () => {
  const log = createLog()
  const cache = createCache({ kind: 'redis', url: 'redis://127.0.0.1:1' }, log)
  await vi.waitUntil(() => log.lines.length > 0, { timeout: 30_000 })
  expect(await cache.setMany([{ key: 'near', value: '1' }], 60)).toBe(false)
  expect(await cache.getMany(['near', 'far'])).toEqual(new Map([['near', '1']]))
  expect(await cache.delete(['near'])).toBe(null)
  expect(await cache.clear('n')).toBe(null)
  expect(await cache.getMany(['near'])).toEqual(new Map())
  expect(await cache.healthy()).toBe(false)
  expect(log.lines).toEqual(SAID_ONCE)
  await cache.close()
})

test('a Redis that cannot be reached is reported once, however often it is tried', async () => {
  const log = createLog()
  let tries = 0
  const url = await listen((socket) => {
    tries += 1
    socket.resetAndDestroy()
  })
  const cache = createCache({ kind: 'redis', url }, log)
  await vi.waitUntil(() => tries >= 3, { timeout: 10_000 })
  expect(log.lines).toEqual(SAID_ONCE)
  await cache.close()
})

test('a Redis that accepts but never answers is not waited for', async () => {
  const asked: string[] = []
  const url = await listen((socket) => socket.on('data', (data) => asked.push(data.toString())))
  const cache = createCache({ kind: 'redis', url }, createLog())
  await vi.waitUntil(() => asked.length > 0, { timeout: 30_000 })
  for (const key of ['a', 'b', 'c']) expect(await cache.getMany([key])).toEqual(new Map())
  expect(asked.filter((text) => text.includes('mget'))).toEqual([])
  await cache.close()
})

test('a Redis that stops answering is waited for once', async () => {
  const { url, reads } = await silentAfterReady()
  // The pause after a failure does not end: the clock stands still.
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const cache = createCache({ kind: 'redis', url }, createLog())
  await vi.waitUntil(
    async () => {
      await cache.getMany(['a'])
      return reads.length > 0
    },
    { timeout: 30_000 },
  )
  for (const key of ['b', 'c']) expect(await cache.getMany([key])).toEqual(new Map())
  expect(reads).toHaveLength(1)
  await cache.close()
})
