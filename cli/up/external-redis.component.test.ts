import { expect, it } from 'vitest'
import { Secret } from '../../platform/config/secret.ts'
import { warnOfMissingRedis } from './external-redis.ts'

async function warnings(
  cache: Parameters<typeof warnOfMissingRedis>[0]['cache'],
): Promise<string[]> {
  const lines: string[] = []
  await warnOfMissingRedis({ cache }, (line) => lines.push(line))
  return lines
}

it('says in one line that Redis is missing, where, and what that means', async () => {
  const url = new Secret('redis://me:hushhush@127.0.0.1:1/2')
  const [line = '', ...others] = await warnings({ kind: 'redis', url })
  expect(others).toEqual([])
  expect(line).toMatch(
    /^! Redis does not answer at redis:\/\/127\.0\.0\.1:1\/2 \(.*ECONNREFUSED.*\): going on without it/,
  )
  expect(line).not.toMatch(/hushhush|\n/)
})

it('has nothing to say of the cache in memory', async () => {
  expect(await warnings({ kind: 'memory' })).toEqual([])
})
