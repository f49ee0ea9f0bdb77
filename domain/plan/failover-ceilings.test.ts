import { describe, expect, it } from 'vitest'
import { FLAT_DEMAND } from './demand-curve.ts'
import { failoverCeilings } from './failover-ceilings.ts'
import type { PlanItem, PlanSource } from './plan-input.ts'
import { planTick } from './plan-tick.ts'

const DAY = 1_440
const START = Date.parse('2026-03-01T00:00:00Z') / 60_000

interface Case {
  readonly at: number
  readonly limit: number
  readonly used: number
  readonly peopleShare?: number
  readonly cities?: number
  readonly ageMinutes?: number
}

/** Of the scarce provider `open-meteo`, beside one that could carry everything. */
function ceilingOf({ at, limit, used, peopleShare = 0, cities = 100, ageMinutes = 60 }: Case) {
  const now = START + at
  const items = Array.from({ length: cities }, (_, index): PlanItem => ({
    cityId: index + 1,
    weight: 1 / cities,
    cost: 1,
    minutesAhead: 0,
    leastMinutes: 15,
    promisedMinutes: DAY,
    dataAt: now - ageMinutes,
    askedAt: [],
    servedBy: 0b11,
  }))
  const source: PlanSource = {
    id: 'open-meteo',
    updateMinutes: 15,
    unitsPerCall: 1,
    callsPerTick: 1e6,
    isUsable: true,
    windows: [
      {
        window: 'day',
        kind: 'fixed',
        start: START,
        end: START + DAY,
        limit,
        used,
        usedToday: used,
        peopleShare,
      },
    ],
  }
  const minute = { ...source.windows[0]!, window: 'minute', end: START + 1, limit: 100 } as const
  const other = { ...source, id: 'weatherapi', windows: [minute], callsPerTick: 40 }
  const sources = [source, other]
  const input = { now, tickMinutes: 15, items, sources, curve: FLAT_DEMAND, seed: 1 }
  return failoverCeilings(planTick(input))
}

describe('what others may spend in this tick in place of a provider that failed', () => {
  it('is twice the even share of what is left, so that no outage takes the day in one tick', () => {
    const { day = 0 } = ceilingOf({ at: 720, limit: 1_000, used: 500 })['open-meteo'] ?? {}
    expect(day - 500).toBeGreaterThanOrEqual(20)
    expect(day - 500).toBeLessThanOrEqual(21)
  })

  it('is no more where nothing is planned, because the limits carry everything', () => {
    const ceilings = ceilingOf({ at: 720, limit: 1_000, used: 500, cities: 20 })
    expect(ceilings['open-meteo']?.day).toBeLessThanOrEqual(521)
  })

  it('is released as the window goes on', () => {
    const unused = (at: number) => ceilingOf({ at, limit: 1_000, used: 0 })['open-meteo']?.day ?? 0
    expect(unused(0)).toBeLessThan(22)
    expect(unused(720)).toBeGreaterThan(40)
    expect(unused(1_380)).toBeGreaterThanOrEqual(500)
    expect(unused(1_425)).toBe(1_000)
  })

  it('leaves what people are expected to ask for', () => {
    const { day = 0 } =
      ceilingOf({ at: 0, limit: 10_000, used: 0, peopleShare: 0.2 })['open-meteo'] ?? {}
    expect(day).toBeLessThanOrEqual((2 * (8_000 - 2 * Math.sqrt(2_000))) / 96 + 1)
    expect(day).toBeGreaterThan(150)
  })

  it('is all that is left of one that could carry everything by itself', () => {
    const ceilings = ceilingOf({ at: 720, limit: 10_000, used: 500, cities: 20 })
    expect(ceilings['open-meteo']).toEqual({ day: 10_000 })
  })

  it('goes beyond the even share for promises that cannot wait', () => {
    const { day = 0 } =
      ceilingOf({ at: 720, limit: 500, used: 0, ageMinutes: 1_400 })['open-meteo'] ?? {}
    expect(day).toBeGreaterThan(100)
  })

  it('is never more than the limit, and is left to the ledger in windows within a tick', () => {
    const ceilings = ceilingOf({ at: 720, limit: 100, used: 130 })
    expect(ceilings).toEqual({ 'open-meteo': { day: 100 }, weatherapi: {} })
  })
})
