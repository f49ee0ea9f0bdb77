import { describe, expect, it } from 'vitest'
import { citiesHeldAt, heldTiers } from './held-tiers.ts'
import { ONCE_A_DAY, type Promised, type TierFacts } from './promised-tier.ts'

const DAY = 1_440
const PRODUCT = {
  product: 'conditions',
  leastMinutes: 15,
  cost: 1,
  offeredBy: [true],
} as const
const FORECAST = { ...PRODUCT, product: 'forecast', leastMinutes: 180 } as const

/** The first is asked for most and has the fewest people. */
const cities = (count: number, own: Readonly<Record<number, number>> = {}): TierFacts[] =>
  Array.from({ length: count }, (_, index) => ({
    requests: count - index,
    population: 1_000 * (index + 1),
    promisedMinutes: own[index] ?? null,
  }))

const optionsOf = (
  callsPerDay: number,
  products = [PRODUCT] as readonly (typeof PRODUCT | typeof FORECAST)[],
) => ({
  products,
  carriers: { callsPerMinute: callsPerDay / DAY },
  tickMinutes: 15,
})

const held = (promises: readonly Promised[], callsPerDay: number, own = {}) =>
  heldTiers([...promises, ONCE_A_DAY], cities(200, own), optionsOf(callsPerDay)).map((tier) => [
    tier.cities,
    tier.held,
  ])

const top = (count: number, minutes: number): Promised => ({ kind: 'top', count, minutes })

describe('of a promise', () => {
  it('as many cities are held as the limits carry, and the others have the next one', () => {
    expect(held([top(20, 15)], 1_000)).toEqual([
      [20, 7],
      [193, 193],
    ])
    expect(held([top(20, 15)], 2_500)).toEqual([
      [20, 20],
      [180, 180],
    ])
    const [first] = heldTiers([top(20, 15), ONCE_A_DAY], cities(200), optionsOf(1_000))
    expect(first).toMatchObject({ name: 'the 20 most requested', mark: { leastRequests: 194 } })
  })

  it('the earlier ones are held before the later', () => {
    const large: Promised = { kind: 'population', atLeast: 150_000, minutes: 60 }
    expect(held([top(5, 15), large], 1_000)).toEqual([
      [5, 5],
      [51, 9],
      [186, 186],
    ])
    expect(held([top(20, 15), large], 1_000)[1]).toEqual([51, 1])
  })

  it('what is promised by hand counts before all, and is never cut', () => {
    expect(held([top(20, 15)], 1_000, { 0: 30, 150: 15 })).toEqual([
      [1, 1],
      [1, 1],
      [19, 5],
      [193, 193],
    ])
    const many = Object.fromEntries(cities(200).map((_, index) => [index, 15]))
    expect(held([], 1_000, many)[0]).toEqual([200, 200])
  })

  it('half of the limits is for what some are promised, however many cities there are', () => {
    const options = optionsOf(10_000)
    const [some] = heldTiers([top(20, 15), ONCE_A_DAY], cities(50_000), options)
    expect(some).toMatchObject({ cities: 20, held: 20 })
    const [more] = heldTiers([top(100, 15), ONCE_A_DAY], cities(50_000), options)
    expect(more?.held).toBeGreaterThan(40)
    expect(more?.held).toBeLessThan(50)
  })

  it('of equal ones all are held, or none', () => {
    const alike = cities(20).map((city) => ({ ...city, requests: 500 }))
    const [tier] = heldTiers(
      [top(20, 15), ONCE_A_DAY],
      [...alike, ...cities(180)],
      optionsOf(1_000),
    )
    expect(tier).toMatchObject({ held: 0 })
    expect(tier).not.toHaveProperty('mark')
  })
})

it('says how many cities can be held at some minutes', () => {
  expect(citiesHeldAt(15, 200, optionsOf(1_000))).toBe(7)
  expect(citiesHeldAt(15, 200, optionsOf(100))).toBe(0)
  expect(citiesHeldAt(15, 200, optionsOf(1e6))).toBe(200)
  // The other products of all cities are promised a day, too.
  expect(citiesHeldAt(15, 200, optionsOf(1_000, [PRODUCT, FORECAST]))).toBe(5)
})
