import { describe, expect, it, test } from 'vitest'
import { curveOf, FLAT_DEMAND, USUAL_DEMAND } from '../../../domain/plan/demand-curve.ts'
import { continuousBound, tickBound, type BoundCity } from './flat-bounds.ts'
import { hourlyBound } from './hourly-bound.ts'

const DAILY = 1_440

function zipf(count: number, exponent: number, promised = (_: number) => DAILY): BoundCity[] {
  const weights = Array.from({ length: count }, (_, index) => (index + 1) ** -exponent)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight, index) => ({
    weight: weight / sum,
    promisedMinutes: promised(index),
  }))
}

describe('bounds of flat demand', () => {
  it.each([
    [200, 1, 2_500, 15, 35.347, 35.543],
    [200, 1, 2_500, 5, 35.347, 35.369],
    [200, 0, 2_500, 15, 57.6, 57.813],
    [50, 1, 1_000, 15, 26.024, 26.256],
    [2_000, 1, 10_000, 15, 68.188, 68.334],
  ])('%i cities, Zipf %d, %i calls, tick %i', (count, exponent, calls, tick, first, second) => {
    const flat = { cities: zipf(count, exponent), callsPerDay: calls, updateMinutes: 15 }
    expect(continuousBound(flat)).toBeCloseTo(first, 2)
    expect(tickBound(flat, tick)).toBeCloseTo(second, 2)
  })

  it('carries a promise', () => {
    const cities = zipf(200, 1, (index) => (index < 20 ? 15 : DAILY))
    const flat = { cities, callsPerDay: 2_500, updateMinutes: 15 }
    expect(continuousBound(flat)).toBeCloseTo(82.963, 2)
    expect(tickBound(flat, 5)).toBeCloseTo(82.964, 2)
  })
})

describe('the bound with demand by the hour', () => {
  const base = { callsPerDay: 2_500, updateMinutes: 15, tickMinutes: 15 }

  it('comes out as that of flat demand where demand is flat', () => {
    const cities = zipf(200, 1)
    const flat = tickBound({ cities, callsPerDay: 2_500, updateMinutes: 15 }, 15)
    const bound = hourlyBound({ ...base, cities, curve: FLAT_DEMAND })
    expect(bound / flat).toBeGreaterThan(0.997)
    expect(bound / flat).toBeLessThanOrEqual(1.0001)
  })

  it('is lower where demand has a night', () => {
    const cities = zipf(200, 1)
    const flat = hourlyBound({ ...base, cities, curve: FLAT_DEMAND })
    expect(hourlyBound({ ...base, cities, curve: USUAL_DEMAND })).toBeLessThan(0.97 * flat)
  })
})

test('one city with one, two or three calls a day: exhaustive search agrees with the bound', () => {
  const curve = curveOf(Array.from({ length: 24 }, (_, hour) => (hour < 8 ? 1 : 4)))
  const ages = (calls: readonly number[]): number => {
    let sum = 0
    for (let hour = 0; hour < 24; hour++) {
      const last = calls.filter((call) => call <= hour).at(-1) ?? (calls.at(-1) ?? 0) - 24
      sum += (curve[hour] ?? 0) * 60 * (hour + 0.5 - last)
    }
    return (sum * 60) / 1_440
  }
  const all = (count: number, from: number): number[][] =>
    count === 0
      ? [[]]
      : Array.from({ length: 24 - from }, (_, index) => from + index).flatMap((first) =>
          all(count - 1, first + 1).map((rest) => [first, ...rest]),
        )
  for (const calls of [1, 2, 3]) {
    const best = Math.min(...all(calls, 0).map(ages))
    const bound = hourlyBound({
      cities: [{ weight: 1, promisedMinutes: 2_880 }],
      callsPerDay: calls,
      updateMinutes: 60,
      tickMinutes: 60,
      curve,
    })
    expect(bound / best).toBeLessThanOrEqual(1.000_001)
    expect(bound / best).toBeGreaterThan(0.95)
  }
})
