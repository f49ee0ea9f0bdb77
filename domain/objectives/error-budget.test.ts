import { expect, test } from 'vitest'
import { attainment, budgetLeft, burnRate } from './error-budget.ts'

test('what is spent as fast as it may be lasts exactly, what is missed is below nothing', () => {
  const half = { citySeconds: 1000, lateCitySeconds: 50 }
  expect(attainment(half)).toBeCloseTo(0.95)
  expect(burnRate(half, 95)).toBeCloseTo(1)
  expect(budgetLeft(half, 95)).toBeCloseTo(0)
  const outage = { citySeconds: 1000, lateCitySeconds: 1000 }
  expect(burnRate(outage, 95)).toBeCloseTo(20)
  expect(budgetLeft(outage, 95)).toBeCloseTo(-19)
})

test('nothing measured is nothing known', () => {
  const none = { citySeconds: 0, lateCitySeconds: 0 }
  expect([attainment(none), burnRate(none, 95), budgetLeft(none, 95)]).toEqual([null, null, null])
})
