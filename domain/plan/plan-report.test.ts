import { expect, it } from 'vitest'
import type { PlannedCity } from './city-items.ts'
import { FLAT_DEMAND } from './demand-curve.ts'
import { planFacts, type PlanFacts } from './plan-facts.ts'
import type { PlanSource } from './plan-input.ts'
import type { PlannedProvider } from './planned-provider.ts'
import { planReport, type PlanReading } from './plan-report.ts'
import { planSentence } from './plan-sentence.ts'
import { ONCE_A_DAY, type Promised } from './promised-tier.ts'

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
      window: 'day',
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

const OPEN_METEO: PlannedProvider = {
  id: 'open-meteo',
  products: ['conditions'],
  weights: { conditions: 1 },
  quota: [],
  pace: { maxInFlight: 1, spacingMs: 0 },
  maxPlacesPerRequest: 100,
}

const factsOf = (limit: number, promises: readonly Promised[], never = 0): PlanFacts => {
  const cities = Array.from({ length: 200 }, (_, index): PlannedCity => ({
    cityId: index + 1,
    countryCode: 'DE',
    population: null,
    promisedMinutes: null,
    minutesAhead: 0,
    requests: 1e6 / (index + 1),
    confirmedAt: {
      conditions: index < never ? null : NOW - 30,
      forecast: null,
      'air-quality': null,
    },
    askedAt: {},
  }))
  const sources = [source('open-meteo', limit)]
  const options = {
    at: new Date(NOW * 60_000),
    tickMinutes: 15,
    maxAgeSeconds: { conditions: 900 },
    providers: [OPEN_METEO],
    promises,
    halfLifeHours: 24,
  }
  return planFacts(options, { cities, sources, healthySources: sources, curve: FLAT_DEMAND })
}

const readingOf = (
  limit: number,
  promises: readonly Promised[] = [ONCE_A_DAY],
  never?: number,
): PlanReading => ({
  facts: factsOf(limit, promises, never),
  others: [],
  priceOf: () => 1,
  notPlanned: [],
})

it('says what 200 cities get of 2500 calls, what they spend, and what another key would change', () => {
  const others = [{ source: source('weatherapi', 2_500), products: ['conditions'] }] as const
  const report = planReport({ ...readingOf(2_500), others })
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
  const report = planReport(readingOf(20_000))
  expect(report).toMatchObject({ isShort: false, meanAge: 7.5 })
  expect(planSentence(report)).toBe('the limits carry every refresh of all 200 cities')
})

it('says what a promise costs the rest', () => {
  const top: Promised = { kind: 'top', count: 20, minutes: 15 }
  const { promises, meanAgeWithoutPromises } = planReport(readingOf(2_500, [top, ONCE_A_DAY]))
  const [first, rest] = promises
  expect(first).toMatchObject({
    name: 'the 20 most requested',
    cities: 20,
    held: 20,
    keptMinutes: 15,
    longestGap: 15,
  })
  expect(first?.othersMeanAge).toBeGreaterThan(2 * (first?.othersMeanAgeWithout ?? Infinity))
  expect(rest).toMatchObject({ name: 'every other city', cities: 180, keptMinutes: DAY })
  expect(rest?.othersMeanAgeWithout).toBeNull()
  expect(meanAgeWithoutPromises).toBeCloseTo(35.5, 0)
})

it('D1, E29: says for how many cities a promise is kept, where the limits do not carry it', () => {
  const top: Promised = { kind: 'top', count: 20, minutes: 15 }
  const { promises } = planReport(readingOf(1_000, [top, ONCE_A_DAY]))
  expect(promises).toMatchObject([
    { cities: 20, held: 7, keptMinutes: 15, items: 7, longestGap: 15 },
    { cities: 193, held: 193, keptMinutes: DAY },
  ])
})

it('says how many cities go before the promises of others, as never fetched', () => {
  expect(planReport(readingOf(2_500, [ONCE_A_DAY], 3)).neverFetched).toBe(3)
  expect(planReport(readingOf(2_500)).neverFetched).toBe(0)
})
