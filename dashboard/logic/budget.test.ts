import { expect, test } from 'vitest'
import { lastsText, moneyText, spentText, usedText, type Budget } from './budget.ts'

const NOW_MS = Date.parse('2026-11-22T10:30:00Z')

const HALF: Budget = {
  window: 'day',
  used: 50,
  limit: 100,
  used_share: 0.5,
  exhausted_at: null,
  resets_at: '2026-11-23T00:00:00Z',
}

test('a budget says what it has used of its window, or that it has none', () => {
  expect(usedText(HALF)).toBe('50 of 100 calls this day')
  expect(usedText(undefined)).toBe('no daily limit')
})

test.each([
  [HALF, 'until it is reset in 13 h 30 min'],
  [{ ...HALF, exhausted_at: '2026-11-22T12:30:00Z' }, 'runs out in 2 h'],
  [
    { ...HALF, used: 100, used_share: 1, exhausted_at: '2026-11-22T10:30:00Z' },
    'used up, reset in 13 h 30 min',
  ],
])('how long it lasts: %#', (budget, text) => {
  expect(lastsText(budget, NOW_MS)).toBe(text)
})

test('money says what was spent, of how much, and what it will be; and nothing without a price', () => {
  const cost = { cost_per_request: 0.0015, money: 12.4, projected_money: 31.2, monthly_budget: 50 }
  expect(spentText(cost)).toBe("12.40 of 50.00 spent, about 31.20 by the month's end")
  expect(spentText({ ...cost, monthly_budget: null })).toBe(
    "12.40 spent, about 31.20 by the month's end",
  )
  expect(spentText({ ...cost, money: null })).toBeNull()
  expect(moneyText(0.0015)).toBe('0.0015')
})
