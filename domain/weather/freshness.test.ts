import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ageSeconds,
  dueCutoff,
  freshnessByPeriod,
  freshnessOf,
  isStale,
  ticksUntilDue,
} from './freshness.ts'

const MINUTE_S = 60

describe('freshness', () => {
  it.each([
    [0, 'very_fresh'],
    [15 * MINUTE_S - 1, 'very_fresh'],
    [15 * MINUTE_S, 'fresh'],
    [30 * MINUTE_S, 'fresh'],
    [30 * MINUTE_S + 1, 'stale'],
    [120 * MINUTE_S, 'stale'],
    [120 * MINUTE_S + 1, 'very_stale'],
    [360 * MINUTE_S, 'very_stale'],
    [360 * MINUTE_S + 1, 'no_data'],
    [null, 'no_data'],
  ] as const)('an age of %s s is %s', (age, bucket) => {
    expect(freshnessOf(age)).toBe(bucket)
  })

  it.each([
    [10_799, 'very_fresh'],
    [21_600, 'fresh'],
    [21_601, 'stale'],
    [86_401, 'very_stale'],
    [259_201, 'no_data'],
  ] as const)('a product due every three hours is, at %s s, %s', (age, bucket) => {
    expect(freshnessByPeriod(age, 10_800)).toBe(bucket)
  })

  it('marks a value stale only after two refresh periods', () => {
    expect(isStale(1800, 900)).toBe(false)
    expect(isStale(1801, 900)).toBe(true)
  })

  it('gives no age below zero to a value from a clock ahead of ours', () => {
    const now = new Date('2026-01-01T00:00:00Z')
    expect(ageSeconds(new Date('2026-01-01T00:00:05Z'), now)).toBe(0)
  })

  it('refreshes at each of four ticks when the age allowed is the period', () => {
    const refreshes: Date[] = []
    let confirmedAt = new Date('2026-01-01T00:00:07Z')
    for (let tick = 1; tick <= 4; tick++) {
      const now = new Date(Date.UTC(2026, 0, 1, 0, 15 * tick))
      if (confirmedAt <= dueCutoff(now, 900, 900)) {
        refreshes.push(now)
        confirmedAt = new Date(now.getTime() + 20_000)
      }
    }
    expect(refreshes).toHaveLength(4)
  })

  it('lets nothing grow older than allowed, but for a minute, where ticks come often enough', () => {
    const minutes = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(minutes, minutes, fc.integer({ min: 0, max: 3600 }), (tick, extra, ago) => {
        const maxAge = (tick + extra) * MINUTE_S
        const now = new Date('2026-01-01T12:00:00Z')
        const confirmedAt = new Date(now.getTime() - Math.min(ago, maxAge) * 1000)
        const isDue = confirmedAt <= dueCutoff(now, maxAge, tick * MINUTE_S)
        const ageAtNextTick = ageSeconds(confirmedAt, now) + tick * MINUTE_S
        return isDue || ageAtNextTick <= maxAge + MINUTE_S
      }),
    )
  })

  it('lets an age of several ticks last that many, however late a tick and its answer are', () => {
    const lateSeconds = fc.integer({ min: 0, max: 20 })
    const fitting = fc.integer({ min: 1, max: 40 })
    fc.assert(
      fc.property(fitting, lateSeconds, lateSeconds, (fit, firstLate, nextLate) => {
        const maxAge = fit * 900
        const confirmedAt = new Date(Date.UTC(2026, 0, 1, 0, 0, firstLate + 3))
        const isDueAfter = (ticks: number): boolean => {
          const now = new Date(Date.UTC(2026, 0, 1, 0, 15 * ticks, nextLate))
          return confirmedAt <= dueCutoff(now, maxAge, 900)
        }
        const isJustThen = isDueAfter(fit) && (fit === 1 || !isDueAfter(fit - 1))
        return isJustThen && ticksUntilDue(maxAge, 900) === fit
      }),
    )
    expect([300, 1790, 1000].map((maxAge) => ticksUntilDue(maxAge, 900))).toEqual([1, 2, 1])
  })

  it('asks only for what is too old now when there is no next tick', () => {
    const now = new Date('2026-01-01T12:00:00Z')
    expect(dueCutoff(now, 900, 0)).toEqual(new Date('2026-01-01T11:45:00Z'))
  })
})
