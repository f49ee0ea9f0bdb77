import { describe, expect, it } from 'vitest'
import { FLAT_DEMAND, USUAL_DEMAND } from './demand-curve.ts'
import type { DueRule, ProductRule } from './due-rule.ts'
import { nextDue, plannedPeriodMinutes, type RuledCity } from './next-due.ts'

const MIDNIGHT = Date.parse('2026-11-22T00:00:00Z') / 60_000
const LAYER = { latenessMark: 1, firstMark: 1, urgencyMark: null, sources: [] }

const ruleWith = (product: Partial<ProductRule>, part: Partial<DueRule> = {}): DueRule => ({
  atMs: MIDNIGHT * 60_000,
  tickMinutes: 15,
  seed: 0,
  curve: FLAT_DEMAND,
  cities: 1,
  requests: 0.5,
  halfLifeHours: 24,
  products: {
    conditions: { value: 1, leastTicks: 1, tiers: [{ mostTicks: 94 }], ...product },
  },
  ...part,
})

const city = (part: Partial<RuledCity> = {}): RuledCity => ({
  cityId: 0,
  minutesAhead: 0,
  requests: 0.5,
  population: null,
  promisedMinutes: null,
  confirmedAt: MIDNIGHT,
  askedAt: {},
  ...part,
})

/** At a price of k(k+1) a city that has all the requests is due after k ticks. */
const price = (ticks: number) => ({ ...LAYER, price: ticks * (ticks + 1) })

describe('a city is next due', () => {
  it('once a call is worth the price, at a tick', () => {
    const rule = ruleWith({ layer: price(8) })
    expect(nextDue(rule, 'conditions', city(), MIDNIGHT + 1)).toBe(MIDNIGHT + 8 * 15)
    expect(nextDue(rule, 'conditions', city({ confirmedAt: null }), MIDNIGHT + 1)).toBe(
      MIDNIGHT + 15,
    )
    expect(nextDue(rule, 'forecast', city(), MIDNIGHT)).toBeUndefined()
  })

  it('sooner in the hours in which it is asked for', () => {
    const rule = ruleWith({ layer: price(12) }, { curve: USUAL_DEMAND })
    const found = nextDue(rule, 'conditions', city(), MIDNIGHT) ?? 0
    expect(found - MIDNIGHT).toBeGreaterThan(12 * 15)
    const inTokyo = nextDue(rule, 'conditions', city({ minutesAhead: 540 }), MIDNIGHT) ?? 0
    expect(inTokyo - MIDNIGHT).toBeLessThanOrEqual(12 * 15)
  })

  it('when its promise ends, by hand before all', () => {
    const rule = ruleWith({
      layer: price(90),
      tiers: [{ ownMinutes: 60, mostTicks: 3 }, { mostTicks: 40 }],
    })
    expect(nextDue(rule, 'conditions', city(), MIDNIGHT)).toBe(MIDNIGHT + 40 * 15)
    const promised = city({ promisedMinutes: 60 })
    expect(nextDue(rule, 'conditions', promised, MIDNIGHT)).toBe(MIDNIGHT + 45)
    expect(plannedPeriodMinutes(rule, 'conditions', promised)).toBe(2.5 * 15)
  })

  it('by the turn of the floor, or a cut of it', () => {
    const floor = {
      ...LAYER,
      price: 0,
      roundTicks: 4,
      sources: [{ id: 'met-norway', share: 1 }],
    } as const
    const asked = city({ askedAt: { 'met-norway': MIDNIGHT } })
    const alone = ruleWith({ floor })
    expect(nextDue(alone, 'conditions', asked, MIDNIGHT + 1)).toBe(MIDNIGHT + 60)
    const cut = ruleWith({ floor, layer: price(1), cuts: [{ gapTicks: 2, worth: 4 }] })
    expect(nextDue(cut, 'conditions', asked, MIDNIGHT + 1)).toBe(MIDNIGHT + 30)
    expect(plannedPeriodMinutes(cut, 'conditions', asked)).toBe(30)
  })
})

it('is planned by the hour in which it is asked for least', () => {
  const rule = ruleWith({ layer: price(8) }, { curve: USUAL_DEMAND })
  // A quarter of the demand, twice the gap.
  expect(plannedPeriodMinutes(rule, 'conditions', city())).toBeCloseTo(16 * 15, -2)
  const flat = ruleWith({ layer: price(8) })
  expect(plannedPeriodMinutes(flat, 'conditions', city())).toBe(8 * 15)
})
