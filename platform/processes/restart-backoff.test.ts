import { expect, test } from 'vitest'
import { createRestartBackoff, RESTART_BACKOFF } from './restart-backoff.ts'

const BACKOFF = { firstDelayMs: 500, maxDelayMs: 3_000, resetAfterMs: 10_000 }

test('doubles the delay up to the longest, and never ends', () => {
  const next = createRestartBackoff(BACKOFF)
  expect([1, 2, 3, 4, 5].map(() => next(0))).toEqual([500, 1_000, 2_000, 3_000, 3_000])
})

test('stays finite after thousands of restarts', () => {
  const next = createRestartBackoff(RESTART_BACKOFF)
  const delays = Array.from({ length: 5_000 }, () => next(0))
  expect(delays.at(-1)).toBe(RESTART_BACKOFF.maxDelayMs)
})

test('begins again after a run that lasted', () => {
  const next = createRestartBackoff(BACKOFF)
  expect([next(0), next(9_999), next(10_000), next(0)]).toEqual([500, 1_000, 500, 1_000])
})
