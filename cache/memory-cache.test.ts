import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createMemoryCache } from './memory-cache.ts'

test('an entry is forgotten after the shorter of two times, the entry’s and the memory’s', async () => {
  const cache = createMemoryCache(0.05)
  await cache.setMany([{ key: 'a', value: '1' }], 60)
  expect(await cache.getMany(['a'])).toEqual(new Map([['a', '1']]))
  await sleep(80)
  expect(await cache.getMany(['a'])).toEqual(new Map())
})

test('clearing by prefix leaves what is not ours', async () => {
  const cache = createMemoryCache()
  const entries = ['ours:1', 'ours:2', 'others:1'].map((key) => ({ key, value: 'x' }))
  await cache.setMany(entries, 60)
  expect(await cache.clear('ours:')).toBe(2)
  expect([...(await cache.getMany(entries.map(({ key }) => key))).keys()]).toEqual(['others:1'])
  expect(await cache.delete(['others:1', 'nothing'])).toBe(1)
})
