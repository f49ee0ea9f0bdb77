import { assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FLAT_DEMAND, USUAL_DEMAND } from '../demand-curve.ts'
import { seededRandom } from './random.ts'
import { virtualDays, type VirtualDaysOptions, type VirtualItem } from './virtual-days.ts'

const DAY = 1_440
const START = Date.parse('2026-03-01T00:00:00Z') / 60_000

function zipf(count: number, exponent: number, promised: (index: number) => number): VirtualItem[] {
  const random = seededRandom(count)
  const weights = Array.from({ length: count }, (_, index) => (index + 1) ** -exponent)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight, index) => ({
    cityId: index + 1,
    weight: weight / sum,
    trueWeight: weight / sum,
    cost: 1,
    minutesAhead: Math.floor(random() * 24) * 60 - 660,
    leastMinutes: 15,
    promisedMinutes: promised(index),
    dataAt: -Infinity,
    askedAt: [],
    servedBy: 0b11,
  }))
}

const days = (part: Partial<VirtualDaysOptions> & Pick<VirtualDaysOptions, 'items'>) =>
  virtualDays({
    sources: [daily(2_500)],
    curve: FLAT_DEMAND,
    tickMinutes: 15,
    start: START,
    countFrom: START + 2 * DAY,
    end: START + 3 * DAY,
    seed: 1,
    ...part,
  })

const daily = (limit: number, part: object = {}) => ({
  id: 'daily',
  updateMinutes: 15,
  unitsPerCall: 1,
  callsPerTick: 9_000,
  limits: [{ window: 'day', limit }] as const,
  ...part,
})

describe('virtual days', () => {
  it('with ample budgets are everything every 15 minutes', () => {
    const { accounts, callsByTick, meanAge } = days({ items: zipf(26, 1, () => DAY) })
    expect(new Set(callsByTick)).toEqual(new Set([26]))
    expect(accounts.every(({ longest }) => longest === 15)).toBe(true)
    expect(meanAge).toBeCloseTo(7.5, 9)
  })

  it('use the budget up, over no window, and come within 2 % of the bound', () => {
    const { meanAge, sources, foreseenMeanAge } = days({ items: zipf(200, 1, () => DAY) })
    expect(meanAge / 35.543).toBeLessThan(1.02)
    expect(foreseenMeanAge / meanAge).toBeCloseTo(1, 2)
    for (const { used, limit } of sources[0]?.uses() ?? []) {
      expect(used).toBeLessThanOrEqual(limit)
      expect(used).toBeGreaterThan(0.99 * limit)
    }
    expect(sources[0]?.counts).toMatchObject({ refused: 0, wasted: 0 })
  })

  it('keep the promise to the top 20, at its price', () => {
    const items = zipf(200, 1, (index) => (index < 20 ? 15 : DAY))
    const { accounts, meanAge } = days({ items, tickMinutes: 5, curve: FLAT_DEMAND })
    expect(Math.max(...accounts.slice(0, 20).map(({ overShare }) => overShare))).toBeLessThan(0.01)
    expect(meanAge / 82.964).toBeLessThan(1.02)
  })

  it('let a slow source lay the floor, and cut its rounds by the scarce calls', () => {
    const met = { id: 'met', updateMinutes: 60, unitsPerCall: 1, callsPerTick: 18_000, limits: [] }
    const items = zipf(500, 1, () => DAY)
    const { accounts, sources } = days({ items, sources: [daily(2_500), met] })
    expect(Math.max(...accounts.map(({ longest }) => longest))).toBeLessThanOrEqual(60)
    expect(sources.map(({ counts }) => counts.wasted)).toEqual([0, 0])
  })

  it('are the same for the same seed', () => {
    const run = () =>
      days({
        items: zipf(50, 1, () => DAY),
        sources: [daily(600, { failedShare: 0.1 })],
        peopleCallsPerDay: 50,
      })
    const [one, other] = [run(), run()]
    expect(one.callsByTick).toEqual(other.callsByTick)
    expect(one.meanAge).toBe(other.meanAge)
  })
})

describe('whatever the cities, budgets, outages, restarts and clocks', () => {
  const anyDay = record({
    cities: integer({ min: 1, max: 120 }),
    exponent: constantFrom(0, 0.8, 1.2),
    limit: integer({ min: 0, max: 3_000 }),
    second: integer({ min: 0, max: 800 }),
    downFrom: integer({ min: 0, max: 47 }),
    downHours: constantFrom(0, 0, 2, 9),
    asleepFrom: integer({ min: 0, max: 47 }),
    asleepHours: constantFrom(0, 0, 1, 6),
    clockError: constantFrom(0, 0, 60, -60),
    promised: constantFrom(60, 180, DAY),
    tickMinutes: constantFrom(5, 15),
    curve: constantFrom(FLAT_DEMAND, USUAL_DEMAND),
    seed: integer({ min: 0, max: 1e6 }),
  })

  it('no window is exceeded, and every promise is kept as the plan says it is', () => {
    assert(
      property(anyDay, ({ cities, exponent, limit, second, promised, ...day }) => {
        const down = {
          from: START + day.downFrom * 60,
          to: START + (day.downFrom + day.downHours) * 60,
        }
        const asleep = (now: number) => {
          const from = START + day.asleepFrom * 60
          return now >= from && now < from + day.asleepHours * 60
        }
        const isUndisturbed = day.downHours + day.asleepHours + Math.abs(day.clockError) === 0
        const { sources, accounts, longestKept } = days({
          items: zipf(cities, exponent, (index) => (index < cities / 10 ? promised : DAY)),
          sources: [
            daily(limit, { down: [down] }),
            daily(second, {
              id: 'second',
              unitsPerCall: 2,
              limits: [
                { window: 'month', limit: second * 30 },
                { window: 'hour', limit: second },
              ],
            }),
          ],
          curve: day.curve,
          tickMinutes: day.tickMinutes,
          seed: day.seed,
          countFrom: START + DAY,
          end: START + 2 * DAY,
          isAsleep: asleep,
          clockError: (now) => (now > START + 1_500 && now < START + 1_740 ? day.clockError : 0),
        })
        for (const source of sources) {
          for (const use of source.uses()) expect(use.used).toBeLessThanOrEqual(use.limit)
          if (isUndisturbed) expect(source.counts).toMatchObject({ refused: 0, wasted: 0 })
        }
        if (!isUndisturbed) return
        for (const [index, account] of accounts.entries()) {
          const kept = longestKept.get(index < cities / 10 ? promised : DAY) ?? Infinity
          // Nothing can be said of a promise that is longer than the days that were run.
          if (kept > DAY) continue
          expect(account.longest).toBeLessThanOrEqual(kept + day.tickMinutes)
        }
      }),
      { numRuns: 15 },
    )
  })
})
