import { describe, expect, it } from 'vitest'
import { FLAT_DEMAND } from '../demand-curve.ts'
import { zipfCities } from '../../../test/support/data/zipf-cities.ts'
import { virtualDays, type VirtualDaysOptions } from './virtual-days.ts'

const DAY = 1_440
const START = Date.parse('2026-03-01T00:00:00Z') / 60_000

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
    const { accounts, callsByTick, meanAge } = days({
      items: zipfCities(26, { exponent: 1, promised: () => DAY }),
    })
    expect(new Set(callsByTick)).toEqual(new Set([26]))
    expect(accounts.every(({ longest }) => longest === 15)).toBe(true)
    expect(meanAge).toBeCloseTo(7.5, 9)
  })

  it('D1, E29: use the budget up, over no window, and come within 2 % of the bound', () => {
    const { meanAge, sources, foreseenMeanAge } = days({
      items: zipfCities(200, { exponent: 1, promised: () => DAY }),
    })
    expect(meanAge / 35.543).toBeLessThan(1.02)
    expect(foreseenMeanAge / meanAge).toBeCloseTo(1, 2)
    for (const { used, limit } of sources[0]?.uses() ?? []) {
      expect(used).toBeLessThanOrEqual(limit)
      expect(used).toBeGreaterThan(0.99 * limit)
    }
    expect(sources[0]?.counts).toMatchObject({ refused: 0, wasted: 0 })
  })

  it('D1, E29: keep the promise to the top 20, at its price, and refresh every city within the limit', () => {
    const items = zipfCities(200, { exponent: 1, promised: (index) => (index < 20 ? 15 : DAY) })
    const { accounts, meanAge, sources } = days({ items, tickMinutes: 5, curve: FLAT_DEMAND })
    expect(Math.max(...accounts.slice(0, 20).map(({ overShare }) => overShare))).toBeLessThan(0.01)
    expect(meanAge / 82.964).toBeLessThan(1.02)
    expect(Math.max(...accounts.map(({ longest }) => longest))).toBeLessThanOrEqual(DAY)
    for (const { used, limit } of sources[0]?.uses() ?? []) {
      expect(used).toBeLessThanOrEqual(limit)
    }
  })

  it('refresh on by an hour whose limit is below the number of cities, promised a day', () => {
    const byTheHour = { limits: [{ window: 'hour', limit: 100 }] }
    const { meanAge, accounts, sources } = days({
      items: zipfCities(200, { exponent: 1, promised: () => DAY }),
      sources: [daily(0, byTheHour)],
      countFrom: START + DAY,
    })
    expect(meanAge / 35.543).toBeLessThan(1.2)
    expect(Math.max(...accounts.map(({ longest }) => longest))).toBeLessThanOrEqual(DAY)
    for (const { used, limit } of sources[0]?.uses() ?? []) {
      expect(used).toBeLessThanOrEqual(limit)
      expect(used).toBeGreaterThan(0.7 * limit)
    }
  })

  it('let a slow source lay the floor, and cut its rounds by the scarce calls', () => {
    const met = { id: 'met', updateMinutes: 60, unitsPerCall: 1, callsPerTick: 18_000, limits: [] }
    const items = zipfCities(500, { exponent: 1, promised: () => DAY })
    const { accounts, sources } = days({ items, sources: [daily(2_500), met] })
    expect(Math.max(...accounts.map(({ longest }) => longest))).toBeLessThanOrEqual(60)
    expect(sources.map(({ counts }) => counts.wasted)).toEqual([0, 0])
  })

  it.each([
    ['plan gives', 400],
    ['even share is, where no plan is needed', 150],
  ])('spend in place of a source that is down what the %s, not all that is left', (_, cities) => {
    const plenty = daily(20_000, { id: 'plenty', down: [{ from: START + 720, to: START + DAY }] })
    const used: number[] = []
    const { sources } = days({
      items: zipfCities(cities, { exponent: 0, promised: () => DAY }),
      sources: [plenty, daily(500)],
      countFrom: START,
      end: START + DAY,
      onTick: (_now, [, scarce]) => used.push(scarce?.uses()[0]?.used ?? 0),
    })
    const byTick = used.slice(1).map((one, index) => one - (used[index] ?? 0))
    // At noon begins the half of the day that is left to the scarce one.
    expect(byTick[48]).toBeGreaterThan(0)
    expect(Math.max(...byTick)).toBeLessThan(30)
    const last = sources[1]?.uses()[0]?.used
    expect(last).toBeLessThanOrEqual(500)
    expect(last).toBeGreaterThan(480)
  })

  it('are the same for the same seed', () => {
    const run = () =>
      days({
        items: zipfCities(50, { exponent: 1, promised: () => DAY }),
        sources: [daily(600, { failedShare: 0.1 })],
        peopleCallsPerDay: 50,
      })
    const [one, other] = [run(), run()]
    expect(one.callsByTick).toEqual(other.callsByTick)
    expect(one.meanAge).toBe(other.meanAge)
  })
})
