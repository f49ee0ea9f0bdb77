import { expect, test } from 'vitest'
import { createRestartBudget } from './restart-budget.ts'

const LIMITS = { max: 3, withinMs: 10_000, firstDelayMs: 500 }

test('doubles the delay and ends after the last restart allowed', () => {
  const next = createRestartBudget(LIMITS)
  expect([next(0), next(1), next(2), next(3)]).toEqual([500, 1_000, 2_000, undefined])
})

test('forgets restarts that are long past', () => {
  const next = createRestartBudget(LIMITS)
  expect([next(0), next(1), next(2)]).toEqual([500, 1_000, 2_000])
  expect(next(10_001)).toBe(1_000)
})
