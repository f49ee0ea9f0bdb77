import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../domain/provider/attempt.ts'
import { refusedOf } from '../../domain/provider/city-attempts.ts'
import type { Pass } from '../../contracts/refresh-activities.ts'
import { NextPass, waitMsOf } from './next-pass.ts'

const NOW_MS = 1_000_000
const now = () => new Date(NOW_MS)
const PASS: Pass = {
  number: 1,
  timings: { most: 3, initialMs: 1_000, longestWaitMs: 60_000 },
  noneAfterMs: NOW_MS + 60_000,
}

const failed = (outcome: Attempt['outcome'], retryAfterMs?: number): Attempt[] => [
  {
    provider: 'open-meteo',
    products: ['conditions'],
    outcome,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  },
]

const passes = (overrides: Partial<Pass> = {}) => new NextPass({ ...PASS, ...overrides }, now)

describe('the next pass over a shard', () => {
  it('takes what failed for a reason that passes, wholly or in part', () => {
    expect(passes().takes(failed('unavailable'), 'failed')).toBe(true)
    expect(passes().takes(failed('timeout'), 'partial')).toBe(true)
    expect(passes().takes(failed('unavailable'), 'ok')).toBe(false)
    expect(passes().takes(failed('unauthorized'), 'failed')).toBe(false)
  })

  it('is none without one in the input, and after the last', () => {
    expect(new NextPass(undefined, now).takes(failed('unavailable'), 'failed')).toBe(false)
    expect(passes({ number: 2 }).takes(failed('unavailable'), 'failed')).toBe(true)
    expect(passes({ number: 3 }).takes(failed('unavailable'), 'failed')).toBe(false)
    expect(passes().again).toBeUndefined()
  })

  it('never begins past the soft limit, nor after a wait longer than allowed', () => {
    const soon = passes({ noneAfterMs: NOW_MS + 400 })
    expect(soon.takes(failed('unavailable'), 'failed')).toBe(false)
    expect(passes().takes(failed('rate-limited', 59_000), 'failed')).toBe(true)
    const short = { noneAfterMs: NOW_MS + 50_000 }
    expect(passes(short).takes(failed('rate-limited', 59_000), 'failed')).toBe(false)
    expect(passes().takes(failed('rate-limited', 61_000), 'failed')).toBe(false)
  })

  it('comes after the shortest wait, and the last one after the longest', () => {
    for (const [number, waitMs] of [
      [1, 5_000],
      [2, 40_000],
    ] as const) {
      const next = passes({ number })
      next.add(1, failed('rate-limited', 5_000))
      next.add(2, failed('rate-limited', 40_000))
      expect(next.again).toEqual({ cityIds: [1, 2], waitMs })
    }
  })

  it('comes no sooner than its back-off', () => {
    const next = passes()
    next.add(7, failed('unavailable'))
    expect(next.again?.cityIds).toEqual([7])
    expect(next.again?.waitMs).toBeGreaterThanOrEqual(500)
    expect(next.again?.waitMs).toBeLessThanOrEqual(1_000)
  })
})

describe('an answer that could not be stored', () => {
  it('is asked of another provider at once, but only while it is news', () => {
    const [refused] = failed('not-stored')
    const before = { attempts: failed('unavailable') }
    const kept = { attempts: [...before.attempts, refused!] }
    expect(refusedOf(before, kept)).toEqual([refused])
    expect(refusedOf(kept, kept)).toEqual([])
    expect(waitMsOf([refused!], 0)).toBe(0)
  })
})
