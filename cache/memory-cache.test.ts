import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createMemoryCache } from './memory-cache.ts'

test('an entry is forgotten after the shorter of its own and the memory time', async () => {
  const cache = createMemoryCache(0.05)
  await cache.setMany([{ key: 'a', value: '1' }], 60)
  expect(await cache.getMany(['a'])).toEqual(new Map([['a', '1']]))
  await sleep(80)
  expect(await cache.getMany(['a'])).toEqual(new Map())
})
