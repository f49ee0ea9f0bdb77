import { expect, it } from 'vitest'
import type { CityItem } from './city-items.ts'
import { FLAT_DEMAND } from './demand-curve.ts'
import type { PlanInput, PlanSource } from './plan-input.ts'
import { planReport, planSentence } from './plan-report.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z') / 60_000
const DAY = 1_440

const source = (id: string, limit: number): PlanSource => ({
  id,
  updateMinutes: 15,
  unitsPerCall: 1,
  callsPerTick: 9_000,
  isUsable: true,
  windows: [
    {
      kind: 'fixed',
      start: NOW - DAY / 2,
      end: NOW + DAY / 2,
      limit,
      used: limit / 2,
      usedToday: limit / 2,
      peopleShare: 0,
    },
  ],
})

const inputOf = (limit: number): PlanInput => {
  const weights = Array.from({ length: 200 }, (_, index) => 1 / (index + 1))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const items = weights.map((weight, index): CityItem => ({
    product: 'conditions',
    cityId: index + 1,
    weight: weight / sum,
    cost: 1,
    minutesAhead: 0,
    leastMinutes: 15,
    promisedMinutes: DAY,
    dataAt: NOW - 30,
    askedAt: [],
    servedBy: 1,
  }))
  const sources = [source('open-meteo', limit)]
  return { now: NOW, tickMinutes: 15, items, sources, curve: FLAT_DEMAND, seed: 1 }
}

it('says what 200 cities get of 2500 calls, what they spend, and what another key would change', () => {
  const report = planReport(inputOf(2_500), [
    { source: source('weatherapi', 2_500), products: ['conditions'] },
  ])
  expect(report).toMatchObject({ isShort: true, cities: 200, heldAt15Minutes: 21 })
  expect(report.meanAge).toBeCloseTo(35.5, 0)
  expect(report.products).toHaveLength(1)
  expect(report.tiers.map(({ items }) => items)).toEqual([10, 90, 100])
  const ages = report.tiers.map(({ meanAge }) => meanAge ?? 0)
  expect(ages).toEqual([...ages].sort((one, other) => one - other))
  expect(report.providers[0]?.callsPerDay).toBeCloseTo(2_500, -1)
  expect(report.providers[0]).toMatchObject({ id: 'open-meteo', mostPerDay: 2_500 })
  // Twice the calls, half the age, but for the cities that are at the source's own interval.
  expect(report.withOneMore[0]?.meanAge).toBeLessThan(0.6 * (report.meanAge ?? 0))
  expect(planSentence(report)).toMatch(/^open-meteo cannot carry every refresh: mean age of the 10/)
})

it('has nothing to plan where the limits carry everything', () => {
  const report = planReport(inputOf(20_000), [])
  expect(report).toMatchObject({ isShort: false, meanAge: 7.5 })
  expect(planSentence(report)).toBe('the limits carry every refresh of all 200 cities')
})
