import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { redisUrl } from '../test/support/services/test-database.ts'
import { createRateCounter } from './rate-counter.ts'

const log = { info: vi.fn(), warn: vi.fn() }

test('calls are counted per key, and the window says when it ends', async () => {
  const counter = createRateCounter({ kind: 'memory' }, log)
  expect(await counter.count('a', 60_000)).toEqual({ current: 1, ttl: 60_000 })
  const second = await counter.count('a', 60_000)
  expect(second.current).toBe(2)
  expect(second.ttl).toBeLessThanOrEqual(60_000)
  expect((await counter.count('b', 60_000)).current).toBe(1)
  // A window without length has ended at once.
  await counter.count('c', 0)
  expect((await counter.count('c', 0)).current).toBe(1)
})

test('without Redis each process counts for itself', async () => {
  const counter = createRateCounter({ kind: 'redis', url: 'redis://127.0.0.1:1' }, log)
  expect((await counter.count('a', 60_000)).current).toBe(1)
  expect((await counter.count('a', 60_000)).current).toBe(2)
  await counter.close()
})

/** A counter rests for seconds after a slow command. */
const WAIT = { timeout: 30_000 }

test.skipIf(!redisUrl)('with Redis all processes count together', async () => {
  const options = { kind: 'redis', url: redisUrl ?? '' } as const
  const counters = [createRateCounter(options, log), createRateCounter(options, log)]
  const key = randomUUID()
  await vi.waitUntil(async () => {
    for (const counter of counters) await counter.count(key, 60_000)
    // Once both are connected, each sees what the other has counted.
    const [first, second] = await Promise.all(counters.map((one) => one.count(key, 60_000)))
    return Math.abs((first?.current ?? 0) - (second?.current ?? 0)) === 1
  }, WAIT)
  await Promise.all(counters.map((counter) => counter.close()))
})
