import { expect, it } from 'vitest'
import { moneyReport, spentAtMonthEnd } from './budget.ts'

const facts = { costPerCall: 0.5, monthlyBudget: 100, weight: 0 }

it.each([
  [149, 'healthy'],
  [150, 'warning'],
  [179, 'warning'],
  [180, 'critical'],
  [400, 'critical'],
] as const)('S54: %i calls of half a unit in a budget of 100 are %s', (weight, level) => {
  expect(moneyReport({ ...facts, weight })).toMatchObject({ spent: weight / 2, level })
})

it('is nothing without a price, and warns of nothing without a budget', () => {
  expect(moneyReport({ ...facts, costPerCall: null })).toBeNull()
  const unlimited = moneyReport({ ...facts, monthlyBudget: null, weight: 1e9 })
  expect(unlimited).toMatchObject({ spent: 5e8, budget: null, spentShare: null, level: 'healthy' })
})

it('of nothing at all is used up by the first call', () => {
  expect(moneyReport({ ...facts, monthlyBudget: 0 })).toMatchObject({ level: 'healthy' })
  expect(moneyReport({ ...facts, monthlyBudget: 0, weight: 1 })).toMatchObject({
    level: 'critical',
  })
})

it('goes on at the pace of a day until the month of UTC ends', () => {
  const money = { spent: 40, costPerCall: 0.5 }
  expect(spentAtMonthEnd(money, 20, new Date('2026-11-28T00:00:00Z'))).toBe(70)
  expect(spentAtMonthEnd(money, 20, new Date('2026-12-31T12:00:00Z'))).toBe(45)
})
