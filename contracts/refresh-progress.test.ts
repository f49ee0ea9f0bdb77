import { expect, it } from 'vitest'
import { etaSeconds, withStored, type RefreshProgress } from './refresh-progress.ts'

const SINCE = '2026-11-22T10:00:00.000Z'
const TEN_SECONDS_ON = Date.parse(SINCE) + 10_000

/** As a run says that is in its first shard. */
const FIRST_SHARD: RefreshProgress = {
  total: 500,
  done: 0,
  failed: 0,
  skipped: 20,
  joined: 0,
  waiting: 480,
  ratePerSecond: 0,
  fanOut: 'bulk',
  since: SINCE,
}

it('counts cities within a shard, with their rate and the time that is left', () => {
  const seen = withStored(FIRST_SHARD, { ok: 110, partial: 7, failed: 3 }, TEN_SECONDS_ON)
  expect(seen).toEqual({
    ...FIRST_SHARD,
    done: 117,
    failed: 3,
    waiting: 360,
    ratePerSecond: 12,
  })
  expect(etaSeconds(seen)).toBe(30)
})

it('goes on with the rate while nothing ends', () => {
  const shard = { ...FIRST_SHARD, done: 100, waiting: 380, ratePerSecond: 50 }
  const seen = withStored(shard, { ok: 100, partial: 0, failed: 0 }, TEN_SECONDS_ON)
  expect(seen).toEqual({ ...shard, ratePerSecond: 10 })
  expect(etaSeconds(seen)).toBe(38)
})

it('knows no time that is left before the first city, and none at the end', () => {
  expect(etaSeconds(FIRST_SHARD)).toBeNull()
  expect(etaSeconds({ waiting: 0, ratePerSecond: 0 })).toBe(0)
})
