import { Redis } from 'ioredis'
import type { CacheEntry, CacheLog, CachePort, SetOptions } from './cache-port.ts'
import { createMemoryCache } from './memory-cache.ts'
import { redisAddressOf } from './redis-address.ts'

/** A cache that answers later than the database would is no help. */
const COMMAND_TIMEOUT_MS = 300
/** After a failed command, how long Redis is not used. */
const REST_MS = 2_000
const MAX_RECONNECT_MS = 5_000
const KEYS_PER_STEP = 500

/** Two tiers: this process's memory for seconds, Redis for all processes. */
export function createRedisCache(url: string, log: CacheLog): CachePort {
  const memory = createMemoryCache()
  const redis = connect(url)
  const attempt = shortCircuit(redis, log, redisAddressOf(url))
  return {
    async getMany(keys) {
      const near = await memory.getMany(keys)
      const missing = keys.filter((key) => !near.has(key))
      const far = missing.length === 0 ? [] : await attempt(() => read(redis, missing), [])
      await memory.setMany(far, Infinity)
      return new Map([...near, ...far.map(({ key, value }) => [key, value] as const)])
    },
    async setMany(entries, ttlSeconds, options = {}) {
      if (entries.length === 0) return true
      await memory.setMany(entries, ttlSeconds, options)
      return attempt(() => write(redis, entries, ttlSeconds, options), false)
    },
    async delete(keys) {
      if (keys.length === 0) return 0
      await memory.delete(keys)
      return attempt<number | null>(() => redis.del(...keys), null)
    },
    async clear(prefix) {
      await memory.clear(prefix)
      return attempt<number | null>(() => clear(redis, prefix), null)
    },
    healthy: async () => (await attempt(() => redis.ping(), '')) === 'PONG',
    async close() {
      redis.disconnect()
      await memory.close()
    },
  }
}

async function read(redis: Redis, keys: readonly string[]): Promise<CacheEntry[]> {
  const values = await redis.mget(...keys)
  return keys.flatMap((key, index) => {
    const value = values[index]
    return typeof value === 'string' ? [{ key, value }] : []
  })
}

function connect(url: string): Redis {
  return new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 200, MAX_RECONNECT_MS),
  })
}

async function write(
  redis: Redis,
  entries: readonly CacheEntry[],
  ttlSeconds: number,
  { onlyIfAbsent = false }: SetOptions,
): Promise<boolean> {
  const pipeline = redis.pipeline()
  for (const { key, value } of entries) {
    if (onlyIfAbsent) pipeline.set(key, value, 'EX', ttlSeconds, 'NX')
    else pipeline.set(key, value, 'EX', ttlSeconds)
  }
  const answers = (await pipeline.exec()) ?? []
  const [failed] = answers.flatMap(([error]) => (error ? [error] : []))
  if (failed) throw failed
  return true
}

/** Walks through the keys in small steps: others are served in between. */
async function clear(redis: Redis, prefix: string): Promise<number> {
  const pattern = `${prefix.replaceAll(/[\\*?[\]]/g, '\\$&')}*`
  let removed = 0
  let cursor = '0'
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', KEYS_PER_STEP)
    if (keys.length > 0) removed += await redis.unlink(...keys)
    cursor = next
  } while (cursor !== '0')
  return removed
}

/** Tries Redis, or not at all shortly after a failure; says so once, and once when it is back. */
function shortCircuit(redis: Redis, log: CacheLog, address: string) {
  let restUntilMs = 0
  let isDown = false

  function failed(error: unknown): void {
    restUntilMs = Date.now() + REST_MS
    if (isDown) return
    isDown = true
    const reason = error instanceof Error ? error.message : String(error)
    log.warn({ reason, address }, 'Redis does not answer; reading from the database instead')
  }

  function answered(): void {
    if (!isDown) return
    isDown = false
    log.info({}, 'Redis answers again')
  }

  // Without a listener ioredis prints every failed reconnect to the console.
  redis.on('error', failed)
  redis.on('ready', () => {
    restUntilMs = 0
    answered()
  })

  return async function attempt<T>(command: () => Promise<T>, otherwise: T): Promise<T> {
    if (redis.status !== 'ready' || Date.now() < restUntilMs) return otherwise
    try {
      const answer = await command()
      answered()
      return answer
    } catch (error) {
      failed(error)
      return otherwise
    }
  }
}
