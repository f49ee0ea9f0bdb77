import { describe, expect, it, test } from 'vitest'
import { affordableOf } from './affordable-rate.ts'
import { curveOf, demandAt, FLAT_DEMAND, measuredDemand, USUAL_DEMAND } from './demand-curve.ts'
import { DemandMinutes } from './demand-minutes.ts'
import { requestShare } from './demand-weights.ts'
import { ageTicks, fractionOf, gapTicks, NEVER_TICKS } from './gap.ts'
import { callsPromisedUntil, callsThatCannotWait } from './look-ahead.ts'
import type { PlanSource, PlanWindow } from './plan-input.ts'
import { roomOf } from './room.ts'
import { sharedPrices } from './shared-prices.ts'
import { cutAt, floorCuts } from './slow-floor.ts'

const DAY = 1_440
const START = Date.parse('2026-03-01T00:00:00Z') / 60_000
const FLAT = new DemandMinutes([{ weight: 1, minutesAhead: 0 }], FLAT_DEMAND)

describe('weights', () => {
  it('are shares that sum to one, and never zero', () => {
    const counts = [0, 0, 7, 93]
    const shares = counts.map((count) => requestShare(count, 100, counts.length))
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    expect(shares[0]).toBeCloseTo(0.5 / 102, 12)
  })
})

describe('demand', () => {
  it('is that of the local hour', () => {
    const curve = curveOf(Array.from({ length: 24 }, (_, hour) => hour + 1))
    expect(demandAt(curve, START, 0)).toBeCloseTo(1 / 12.5)
    expect(demandAt(curve, START, 60)).toBeCloseTo(2 / 12.5)
    expect(demandAt(curve, START, -60)).toBeCloseTo(24 / 12.5)
  })

  it('measured by few requests stays the usual one, by many becomes theirs', () => {
    const noon = Array.from({ length: 24 }, (_, hour) => (hour === 12 ? 1 : 0))
    expect(measuredDemand(noon)[3]).toBeCloseTo(USUAL_DEMAND[3] ?? 0, 2)
    expect(measuredDemand(noon.map((one) => one * 1e7))[12]).toBeCloseTo(24, 1)
  })

  it('runs 1 440 demand minutes a day, fewer of them at night', () => {
    const minutes = new DemandMinutes([{ weight: 0.3, minutesAhead: 0 }], USUAL_DEMAND)
    expect(minutes.between(START, START + DAY)).toBeCloseTo(DAY, 6)
    expect(minutes.between(START + 120, START + 240)).toBeLessThan(80)
    expect(minutes.between(START + 77, START + 77 + 2 * DAY)).toBeCloseTo(2 * DAY, 6)
    expect(minutes.between(START + 1, START)).toBe(0)
  })
})

describe('the gap', () => {
  it('is the smallest k with weight · k(k+1) at the price', () => {
    expect([0, 2, 2.01, 6, 6.01, 56, 72].map((price) => gapTicks(price, 1, 1, 99))).toEqual([
      1, 1, 2, 2, 3, 7, 8,
    ])
    expect(gapTicks(1e9, 1, 1, 94)).toBe(94)
    expect(gapTicks(0, 1, 3, 94)).toBe(3)
  })

  it('counts whole ticks: a run takes its time, a wrong clock makes nothing younger than new', () => {
    expect([0, 0.5, 14, 15, 15.9, 16.5, 30].map((age) => ageTicks(100, 100 - age, 15))).toEqual([
      0, 0, 1, 1, 1, 2, 2,
    ])
    expect(ageTicks(100, 160, 15)).toBe(0)
    expect(ageTicks(100, -Infinity, 15)).toBe(NEVER_TICKS)
  })

  it('tells cities that are alike apart, evenly', () => {
    const fractions = Array.from({ length: 1000 }, (_, id) => fractionOf(id, 7)).sort(
      (a, b) => a - b,
    )
    const gaps = fractions.slice(1).map((fraction, index) => fraction - (fractions[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThan(0.003)
  })
})

const window = (part: Partial<PlanWindow> = {}): PlanWindow => ({
  window: 'day',
  kind: 'fixed',
  start: START,
  end: START + DAY,
  limit: 1_440,
  used: 0,
  usedToday: 0,
  peopleShare: 0,
  ...part,
})

const source = (part: Partial<PlanSource> = {}): PlanSource => ({
  id: 'one',
  updateMinutes: 15,
  unitsPerCall: 1,
  windows: [window()],
  callsPerTick: 1e6,
  isUsable: true,
  ...part,
})

const afford = (one: PlanSource, now = START) =>
  affordableOf(one, { now, tickMinutes: 15, demand: FLAT })

describe('what a source affords', () => {
  it('is what is left over what is still to come, in calls', () => {
    expect(afford(source()).rate).toBeCloseTo(1)
    expect(afford(source({ unitsPerCall: 2 })).rate).toBeCloseTo(0.5)
    const half = afford(source({ windows: [window({ used: 1_080 })] }), START + 720)
    expect(half).toMatchObject({ free: 360, rateOfLimits: 1 })
    expect(half.rate).toBeCloseTo(0.5)
  })

  it('is decided by the scarcest window', () => {
    const hour = window({ end: START + 60, limit: 30 })
    expect(afford(source({ windows: [window(), hour] })).rate).toBeCloseTo(0.5)
  })

  it('of a month is today’s part of what was left this morning', () => {
    const month = window({ end: START + 31 * DAY, limit: 31_000 })
    const now = START + 10 * DAY + 720
    const used = afford(source({ windows: [{ ...month, used: 10_500, usedToday: 500 }] }), now)
    expect(used.free).toBeCloseTo((31_000 - 10_000) / 21 - 500)
    expect(used.mostThisTick).toBe(20_500)
  })

  it('of a month lasts until the end of the day that is counted, where the clock has gone back before it', () => {
    const month = {
      ...window({ end: START + 31 * DAY, limit: 31_000 }),
      used: 10_010,
      usedToday: 10,
    }
    const day = START + 10 * DAY
    const { rate, free } = afford(source({ windows: [{ ...month, todayStart: day }] }), day - 10)
    expect(free).toBeCloseTo((31_000 - 10_000) / 21 - 10)
    expect(rate).toBeCloseTo(free / (DAY + 10))
  })

  it('is nothing where more is used than the limit', () => {
    expect(afford(source({ windows: [window({ used: 2_000 })] }))).toMatchObject({
      rate: 0,
      free: 0,
    })
  })

  it('only caps by windows no longer than a tick', () => {
    const minute = window({ end: START + 1, limit: 600 })
    expect(afford(source({ windows: [minute] }))).toMatchObject({ mostThisTick: 9_000, rate: 600 })
  })

  it('keeps back what people may ask for with twice its scatter, and nothing at the end', () => {
    const people = source({ windows: [window({ limit: 10_000, peopleShare: 0.2 })] })
    expect(afford(people).free).toBeCloseTo(10_000 - 2_000 - 2 * Math.sqrt(2_000))
    expect(afford(people, START + DAY - 1e-9).free).toBeCloseTo(10_000, 1)
  })

  it('of a sliding window goes on at the limit’s pace', () => {
    const sliding = window({ kind: 'sliding', used: 1_440 })
    expect(afford(source({ windows: [sliding] }))).toMatchObject({ rate: 1, free: 0 })
  })
})

test('room is dithered, so that 20 calls over 96 ticks are spread over the day', () => {
  const rate = 20 / DAY / 2
  const quarters = [0, 0, 0, 0]
  for (let tick = 0; tick < 96; tick++) {
    const free = { rate, free: 1000, mostThisTick: 1000 }
    const index = Math.floor(tick / 24)
    quarters[index] = (quarters[index] ?? 0) + roomOf(free, 15, { tick, isAmple: false })
  }
  expect(Math.min(...quarters)).toBeGreaterThanOrEqual(4)
  expect(Math.max(...quarters)).toBeLessThanOrEqual(6)
  expect(
    roomOf({ rate: 9, free: 2.9, mostThisTick: 9 }, 15, {
      tick: 1,
      isAmple: true,
    }),
  ).toBe(2)
})

describe('looking ahead', () => {
  it('calls early where one tick could not keep all the promises', () => {
    const together = Array.from({ length: 100 }, () => ({ ticksLeft: 4, cost: 1 }))
    expect(callsThatCannotWait(together, 25)).toEqual({ calls: 0, withinTicks: 0 })
    expect(callsThatCannotWait(together, 20)).toEqual({ calls: 20, withinTicks: 4 })
    const overdue = [{ ticksLeft: -3, cost: 1 }]
    expect(callsThatCannotWait(overdue, 20)).toEqual({ calls: 1, withinTicks: 0 })
  })

  it('counts what promises still need until midnight', () => {
    const promise = { ticksLeft: 2, everyTicks: 4, cost: 1 }
    expect([0, 2, 3, 6, 7].map((ticks) => callsPromisedUntil([promise], ticks))).toEqual([
      0, 0, 1, 1, 2,
    ])
  })
})

describe('the cuts of a slow round', () => {
  it('are those of the lower hull, each earning less per call', () => {
    expect(floorCuts(4, 1)).toEqual([
      { gapTicks: 4, calls: 0, age: 8, worth: Infinity },
      { gapTicks: 2, calls: 1, age: 4, worth: 8 },
      { gapTicks: 1, calls: 3, age: 2, worth: 2 },
    ])
    const [, ...cuts] = floorCuts(12, 1)
    const worths = cuts.map(({ worth }) => worth)
    expect(worths).toEqual([...worths].sort((one, other) => other - one))
  })

  it('are chosen by the price, or by a shorter promise', () => {
    const cuts = floorCuts(4, 1)
    const gapAt = (price: number, most = 99) => cutAt(cuts, price, 1, most).gapTicks
    expect([9, 8, 3, 2, 0].map((price) => gapAt(price))).toEqual([4, 2, 2, 1, 1])
    expect(gapAt(1e9, 2)).toBe(2)
    expect(gapAt(1e9, 3)).toBe(2)
  })
})

describe('prices of items that fewer sources serve', () => {
  const wants = (calls: number) => (price: number) => calls / (1 + price)

  it('are the common one while their sources carry them', () => {
    const groups = [
      { servedBy: 0b11, callsPerMinuteAt: wants(100) },
      { servedBy: 0b01, callsPerMinuteAt: wants(10) },
    ]
    const prices = sharedPrices(groups, [
      { index: 0, callsPerMinute: 20 },
      { index: 1, callsPerMinute: 35 },
    ])
    expect(prices.get(0b11)).toBeCloseTo(1)
    expect(prices.get(0b01)).toBeCloseTo(1)
  })

  it('are higher where those cannot', () => {
    const groups = [
      { servedBy: 0b11, callsPerMinuteAt: wants(100) },
      { servedBy: 0b01, callsPerMinuteAt: wants(100) },
    ]
    const prices = sharedPrices(groups, [
      { index: 0, callsPerMinute: 10 },
      { index: 1, callsPerMinute: 1_000 },
    ])
    expect(prices.get(0b01)).toBeCloseTo(9)
    expect(prices.get(0b11)).toBe(0)
  })
})
