import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createCache, type CachePort } from '../../cache/cache.ts'
import { redisUrl } from '../support/services/test-database.ts'

const quiet = { info: () => undefined, warn: () => undefined }

async function openCache(): Promise<CachePort> {
  const cache = createCache({ kind: 'redis', url: redisUrl! }, quiet)
  await vi.waitUntil(() => cache.healthy(), { timeout: 5_000 })
  return cache
}

test.skipIf(!redisUrl)(
  'what one process stores another finds, and a gap-filler yields',
  async () => {
    const [writer, reader] = [await openCache(), await openCache()]
    const [one, two] = [`test:${randomUUID()}`, `test:${randomUUID()}`]
    await writer.setMany([{ key: one, value: 'newer' }], 60)
    await reader.setMany(
      [
        { key: one, value: 'older' },
        { key: two, value: 'filled in' },
      ],
      60,
      { onlyIfAbsent: true },
    )
    const third = await openCache()
    const found = [
      [one, 'newer'],
      [two, 'filled in'],
    ] as const
    expect(await third.getMany([one, two, 'test:nothing'])).toEqual(new Map(found))
    await writer.delete([one, two])
    const fourth = await openCache()
    expect(await fourth.getMany([one, two])).toEqual(new Map())
    for (const cache of [writer, reader, third, fourth]) await cache.close()
  },
)

test.skipIf(!redisUrl)(
  'clearing walks through many keys, and leaves what is not ours',
  async () => {
    const [ours, others] = [`test:${randomUUID()}:`, `test:${randomUUID()}:`]
    const writer = await openCache()
    const keys = Array.from({ length: 1200 }, (_, index) => `${ours}${index}`)
    const entries = [...keys, `${others}1`, `${others}[*]?`].map((key) => ({ key, value: 'x' }))
    expect(await writer.setMany(entries, 60)).toBe(true)
    const clearer = await openCache()
    expect(await clearer.clear(ours)).toBe(1200)
    // A prefix is no pattern.
    expect(await clearer.clear(`${others}[*]?`)).toBe(1)
    const reader = await openCache()
    expect([...(await reader.getMany([...keys, `${others}1`])).keys()]).toEqual([`${others}1`])
    await clearer.delete([`${others}1`])
    for (const cache of [writer, clearer, reader]) await cache.close()
  },
)
