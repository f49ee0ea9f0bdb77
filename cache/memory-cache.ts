import { LRUCache } from 'lru-cache'
import type { CachePort } from './cache-port.ts'
import { MEMORY_SECONDS } from './keys.ts'

/** About 30 MB of conditions: more than the cities of a large installation. */
const MAX_ENTRIES = 50_000

export function createMemoryCache(maxSeconds = MEMORY_SECONDS): CachePort {
  const entries = new LRUCache<string, string>({ max: MAX_ENTRIES })
  const deleted = (keys: readonly string[]): Promise<number> =>
    Promise.resolve(keys.filter((key) => entries.delete(key)).length)
  return {
    getMany(keys) {
      const found = new Map<string, string>()
      for (const key of keys) {
        const value = entries.get(key)
        if (value !== undefined) found.set(key, value)
      }
      return Promise.resolve(found)
    },
    setMany(given, ttlSeconds, { onlyIfAbsent = false } = {}) {
      const ttl = Math.min(ttlSeconds, maxSeconds) * 1000
      for (const { key, value } of given) {
        if (!onlyIfAbsent || !entries.has(key)) entries.set(key, value, { ttl })
      }
      return Promise.resolve(true)
    },
    delete: deleted,
    clear: (prefix) => deleted([...entries.keys()].filter((key) => key.startsWith(prefix))),
    healthy: () => Promise.resolve(true),
    close() {
      entries.clear()
      return Promise.resolve()
    },
  }
}
