import { expect, it } from 'vitest'
import type { ProviderId } from '../provider/provider-catalogue.ts'
import { FLAT_DEMAND } from './demand-curve.ts'
import { planFacts } from './plan-facts.ts'
import type { PlanSource } from './plan-input.ts'
import { planTick } from './plan-tick.ts'
import { ONCE_A_DAY } from './promised-tier.ts'
import { ruleOf } from './usual-rule.ts'

const NOW = Date.parse('2026-03-01T12:00:00Z') / 60_000
const HALF_A_DAY = 720

interface Source {
  readonly id?: ProviderId
  readonly updateMinutes: number
  readonly isUsable?: boolean
}

const sourceOf = ({ id = 'open-meteo', updateMinutes, isUsable = true }: Source): PlanSource => ({
  id,
  updateMinutes,
  isUsable,
  unitsPerCall: 1,
  callsPerTick: 9_000,
  windows: [
    {
      window: 'day',
      kind: 'fixed',
      start: NOW - HALF_A_DAY,
      end: NOW + HALF_A_DAY,
      limit: 2_000,
      used: 1_000,
      usedToday: 1_000,
      peopleShare: 0,
    },
  ],
})

/** The conditions' gap of the city that is asked for most, among a hundred that the limits do not carry. */
function shortestGapTicks(sources: readonly Source[]): number | undefined {
  const cities = Array.from({ length: 100 }, (_, index) => ({
    cityId: index + 1,
    countryCode: 'DE',
    population: null,
    promisedMinutes: null,
    minutesAhead: 0,
    requests: index === 0 ? 1e9 : 1,
    confirmedAt: { conditions: NOW - 15, forecast: null, 'air-quality': null },
    askedAt: {},
  }))
  const options = {
    at: new Date(NOW * 60_000),
    tickMinutes: 15,
    maxAgeSeconds: { conditions: 900 },
    providers: sources.map(({ id = 'open-meteo' }) => ({
      id,
      products: ['conditions'] as const,
      weights: { conditions: 1 },
      quota: [],
      pace: { maxInFlight: 1, spacingMs: 0 },
      maxPlacesPerRequest: 100,
    })),
    promises: [ONCE_A_DAY],
    halfLifeHours: 24,
  }
  const planned = sources.map(sourceOf)
  const state = { cities, sources: planned, healthySources: planned, curve: FLAT_DEMAND }
  const facts = planFacts(options, state)
  return ruleOf(planTick(facts.input), facts, 24)?.products.conditions?.leastTicks
}

it.each<[string, number, readonly Source[]]>([
  ['a source that is new every quarter', 1, [{ updateMinutes: 15 }]],
  ['one that has shown to be new once an hour', 4, [{ updateMinutes: 60 }]],
  ['the quicker of two', 1, [{ updateMinutes: 60 }, { id: 'weatherapi', updateMinutes: 10 }]],
  [
    'the one of two that can be asked',
    4,
    [{ updateMinutes: 60 }, { id: 'weatherapi', updateMinutes: 10, isUsable: false }],
  ],
])('a plan does not ask again before it can have changed: %s', (_, ticks, sources) => {
  expect(shortestGapTicks(sources)).toBe(ticks)
})
