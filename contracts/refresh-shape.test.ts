import { expect, it } from 'vitest'
import {
  cityTimings,
  RECORDED_CRASH_ATTEMPTS,
  RECORDED_SHAPE,
  REFRESH_TIMINGS,
} from './refresh-shape.ts'

it('keeps what recorded runs work by: replay compares no arguments', () => {
  expect(RECORDED_SHAPE).toEqual({ shardsPerPage: 20, ownFailureChildrenPerShard: 5, maxRounds: 2 })
  expect(RECORDED_CRASH_ATTEMPTS).toBe(30)
})

it('gives a city the timings of its run, and none that a recorded run lacks', () => {
  const { retryInitialMs, retryMaxAttempts, crashAttempts, claimMs } = REFRESH_TIMINGS
  expect(cityTimings(REFRESH_TIMINGS)).toEqual({ retryInitialMs, retryMaxAttempts, crashAttempts })
  expect(cityTimings({ retryInitialMs, retryMaxAttempts, claimMs })).toEqual({
    retryInitialMs,
    retryMaxAttempts,
  })
})
