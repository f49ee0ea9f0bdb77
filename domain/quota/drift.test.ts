import { describe, expect, it } from 'vitest'
import { correctedUse, isDrift, usedByReport } from './drift.ts'
import type { QuotaLimit } from './windows.ts'

const LIMIT: QuotaLimit = { window: 'day', limit: 100, source: 'test', asOf: '2026-11-22' }

describe('what a provider says is left', () => {
  it.each([
    ['of our own limit', 37, null, 63],
    ['of the same limit', 37, 100, 63],
    ['of a larger plan', 940, 1000, 60],
    ['of a smaller plan, so that no more is sent than that', 37, 50, 63],
    ['which is more than we allow ourselves', 500, null, 0],
  ] as const)('%s: %i left of %s is %i used', (_, left, limit, used) => {
    expect(usedByReport(LIMIT, { window: 'day', left, limit })).toBe(used)
  })

  it('raises the ledger at once, with what left meanwhile', () => {
    expect(correctedUse({ atCharge: 40, now: 40, isQuiet: false }, 63)).toBe(63)
    expect(correctedUse({ atCharge: 40, now: 43, isQuiet: false }, 63)).toBe(66)
  })

  it('lowers the ledger only where nothing else was on its way', () => {
    expect(correctedUse({ atCharge: 40, now: 40, isQuiet: true }, 20)).toBe(20)
    expect(correctedUse({ atCharge: 40, now: 40, isQuiet: false }, 20)).toBe(40)
    expect(correctedUse({ atCharge: 40, now: 41, isQuiet: true }, 20)).toBe(41)
  })

  it('is a drift from five, or a twentieth of the limit, on', () => {
    expect(isDrift(LIMIT, 40, 44)).toBe(false)
    expect(isDrift(LIMIT, 40, 45)).toBe(true)
    expect(isDrift({ ...LIMIT, limit: 1000 }, 400, 449)).toBe(false)
    expect(isDrift({ ...LIMIT, limit: 1000 }, 400, 350)).toBe(true)
  })
})
