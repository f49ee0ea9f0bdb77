import { Redis } from 'ioredis'
import { LRUCache } from 'lru-cache'
import type { CacheLog } from './cache-port.ts'
import type { CacheKind } from './cache.ts'
import { redisAddressOf } from './redis-address.ts'

export interface Counted {
  /** Calls within the window, this one included. */
  readonly current: number
  /** Until the window ends. */
  readonly ttl: number
}

/** Counts calls per key within a window that begins with the first of them. */
export interface RateCounter {
  /** Never throws: without Redis each process counts for itself. */
  count(key: string, windowMs: number): Promise<Counted>
  close(): Promise<void>
}

/** Callers that are counted at once; the least recent are forgotten first. */
const MAX_KEYS = 10_000
/** Every request waits for it. */
const COMMAND_TIMEOUT_MS = 200
/** After a failed command, how long Redis is not used. */
const REST_MS = 2_000
const MAX_RECONNECT_MS = 5_000
/** Not that of the cache: clearing it lifts no limit. */
const PREFIX = 'weather247-rate:'

export const createRateCounter = (options: CacheKind, log: CacheLog): RateCounter =>
  options.kind === 'redis' ? inRedis(options.url, log) : inMemory()

type Windows = LRUCache<string, { current: number; readonly endsAtMs: number }>

function inMemory(): RateCounter {
  const windows: Windows = new LRUCache({ max: MAX_KEYS })
  return {
    count: (key, windowMs) => Promise.resolve(countIn(windows, key, windowMs)),
    close: () => Promise.resolve(),
  }
}

function countIn(windows: Windows, key: string, windowMs: number): Counted {
  const nowMs = Date.now()
  const open = windows.get(key)
  if (open && nowMs < open.endsAtMs) {
    open.current += 1
    return { current: open.current, ttl: open.endsAtMs - nowMs }
  }
  windows.set(key, { current: 1, endsAtMs: nowMs + windowMs })
  return { current: 1, ttl: windowMs }
}

/** One script, so that no key is left without an end. */
const COUNT = `
local current = redis.call('INCR', KEYS[1])
if current == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return {current, redis.call('PTTL', KEYS[1])}`

function inRedis(url: string, log: CacheLog): RateCounter {
  const memory = inMemory()
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: COMMAND_TIMEOUT_MS,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 200, MAX_RECONNECT_MS),
  })
  let restUntilMs = 0
  // Without a listener ioredis prints every failed reconnect to the console; the cache reports it.
  redis.on('error', () => undefined)
  return {
    async count(key, windowMs) {
      if (redis.status !== 'ready' || Date.now() < restUntilMs) return memory.count(key, windowMs)
      try {
        const answer = await redis.eval(COUNT, 1, PREFIX + key, windowMs)
        const [current, ttl] = answer as [number, number]
        return { current, ttl }
      } catch (error) {
        restUntilMs = Date.now() + REST_MS
        const reason = error instanceof Error ? error.message : String(error)
        log.warn({ reason, address: redisAddressOf(url) }, 'calls are counted without Redis')
        return memory.count(key, windowMs)
      }
    },
    close() {
      redis.disconnect()
      return memory.close()
    },
  }
}
