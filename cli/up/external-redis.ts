import type { Config } from '../../platform/config/config.ts'
import { redisAddressOf } from '../../cache/redis-address.ts'
import { whyRedisIsAway } from '../../cache/redis-probe.ts'

/** Redis only makes reads faster: without it the start goes on, with a warning. */
export async function warnOfMissingRedis(
  { cache }: Pick<Config, 'cache'>,
  say: (line: string) => void,
): Promise<void> {
  if (cache.kind === 'memory') return
  const url = cache.url.reveal()
  const reason = await whyRedisIsAway(url)
  if (reason === undefined) return
  say(
    `! Redis does not answer at ${redisAddressOf(url)} (${reason}): going on without it, ` +
      'everything is read from the database; start it, or correct REDIS_URL',
  )
}
