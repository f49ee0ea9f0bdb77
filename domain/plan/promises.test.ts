import { describe, expect, it } from 'vitest'
import type { PlanItem } from './plan-input.ts'
import { plannedTicks, promisesOf } from './promises.ts'

const DAY = 1_440

const items = (...counts: readonly (readonly [number, number])[]): PlanItem[] =>
  counts.flatMap(([count, promisedMinutes]) =>
    Array.from({ length: count }, (_, index) => ({
      cityId: index,
      weight: 1,
      cost: 1,
      minutesAhead: 0,
      leastMinutes: 15,
      promisedMinutes,
      dataAt: -Infinity,
      askedAt: [],
      servedBy: 0b11,
    })),
  )

const tiersOf = (some: readonly PlanItem[], callsPerDay: number) =>
  promisesOf(some, { callsPerMinute: callsPerDay / DAY }, 15).tiers.map((tier) => [
    tier.promisedMinutes,
    Math.round(tier.keptMinutes),
  ])

it('plans a promise two ticks shorter, a twentieth at most, and never below the update interval', () => {
  expect(plannedTicks(DAY, 15, 15)).toBe(94)
  expect(plannedTicks(240, 15, 15)).toBe(15)
  expect(plannedTicks(15, 15, 15)).toBe(1)
  expect(plannedTicks(15, 15, 5)).toBe(3)
  expect(plannedTicks(Infinity, 15, 15)).toBe(Infinity)
})

describe('promises', () => {
  it('are kept as given up to nine tenths of the limits', () => {
    expect(tiersOf(items([7, 15], [193, DAY]), 1_000)).toEqual([
      [15, 15],
      [DAY, DAY],
    ])
  })

  it('beyond that stretch the longest tier first', () => {
    const [short, long] = tiersOf(items([9, 15], [191, DAY]), 1_000)
    expect(short).toEqual([15, 15])
    expect(long?.[1]).toBeGreaterThan(3 * DAY)
  })

  it('and then the next, once the longest is as long as may be', () => {
    const [short, long] = tiersOf(items([20, 15], [180, DAY]), 1_000)
    expect(long?.[1]).toBe(30 * DAY)
    expect(short?.[1]).toBeGreaterThan(28)
  })

  it('that a slow source keeps are no load for the quick ones', () => {
    const floor = { bit: 0b10, updateMinutes: 60, callsPerMinute: 100 }
    const { tiers } = promisesOf(items([5, 15], [2_000, 60]), { callsPerMinute: 101, floor }, 15)
    expect(tiers.every(({ keptMinutes, promisedMinutes }) => keptMinutes === promisedMinutes)).toBe(
      true,
    )
  })
})
