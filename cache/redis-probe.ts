import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'

const TIMEOUT_MS = 2_000

/** Why Redis cannot be used; undefined where it answers. */
export async function whyRedisIsAway(url: string): Promise<string | undefined> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: TIMEOUT_MS,
    commandTimeout: TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  let reason: string | undefined
  // The connection closes with a general word; what led to it comes as an event before.
  redis.on('error', (error) => {
    reason ??= error.message
  })
  const isOver = new AbortController()
  const late = sleep(TIMEOUT_MS, undefined, { signal: isOver.signal }).then(() => {
    throw new Error(`no answer within ${TIMEOUT_MS / 1_000} s`)
  })
  const answer = redis.connect().then(() => redis.ping())
  // Whichever loses the race settles later.
  for (const promise of [late, answer]) promise.catch(() => undefined)
  try {
    await Promise.race([answer, late])
    return undefined
  } catch (error) {
    return reason ?? (error instanceof Error ? error.message : String(error))
  } finally {
    isOver.abort()
    redis.disconnect()
  }
}
