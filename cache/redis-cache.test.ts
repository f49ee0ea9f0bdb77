import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createCache } from './cache.ts'

function createLog() {
  const lines: string[] = []
  const write = (_: object, message: string) => void lines.push(message)
  return { lines, info: write, warn: write }
}

test('without Redis the cache misses, says so once and never throws', async () => {
  const log = createLog()
  const cache = createCache({ kind: 'redis', url: 'redis://127.0.0.1:1' }, log)
  await sleep(700)
  expect(await cache.setMany([{ key: 'near', value: '1' }], 60)).toBe(false)
  expect(await cache.getMany(['near', 'far'])).toEqual(new Map([['near', '1']]))
  expect(await cache.delete(['near'])).toBe(null)
  expect(await cache.clear('n')).toBe(null)
  expect(await cache.getMany(['near'])).toEqual(new Map())
  expect(await cache.healthy()).toBe(false)
  expect(log.lines).toEqual(['Redis does not answer; reading from the database instead'])
  await cache.close()
})

test('a Redis that accepts but never answers is waited for once at most', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  const cache = createCache({ kind: 'redis', url: `redis://127.0.0.1:${port}` }, createLog())
  await sleep(100)
  const startMs = Date.now()
  for (const key of ['a', 'b', 'c']) expect(await cache.getMany([key])).toEqual(new Map())
  expect(Date.now() - startMs).toBeLessThan(1_000)
  await cache.close()
  silent.close()
})
