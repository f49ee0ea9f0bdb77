import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createCache, type CachePort } from '../../cache/cache.ts'
import { redisUrl } from '../support/test-database.ts'

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
