import { describe, expect, it } from 'vitest'
import { tallyOf, type TalliedCity } from './city-tally.ts'
import { addTallies, EMPTY_TALLY, settled } from './tally.ts'

const city = (cityId: number, overrides: Partial<TalliedCity>): TalliedCity => ({
  cityId,
  name: `City ${cityId}`,
  outcome: 'ok',
  provider: 'open-meteo',
  attempts: [{ provider: 'open-meteo', products: ['conditions'], outcome: 'ok' }],
  ...overrides,
})

const served = city(1, {})
const servedByTheNext = city(2, {
  provider: 'met-norway',
  attempts: [
    { provider: 'open-meteo', products: ['conditions'], outcome: 'unavailable' },
    { provider: 'met-norway', products: ['conditions'], outcome: 'ok' },
  ],
})
const failed = city(3, {
  outcome: 'failed',
  provider: null,
  attempts: [{ provider: 'open-meteo', products: ['conditions'], outcome: 'timeout' }],
})

describe('a tally', () => {
  it('counts outcomes, fallbacks, and who served and failed whom', () => {
    expect(tallyOf([served, servedByTheNext, failed], 20)).toEqual({
      ...EMPTY_TALLY,
      ok: 2,
      failed: 1,
      fallbacks: 1,
      providers: {
        'open-meteo': { served: 1, failures: { unavailable: 1, timeout: 1 } },
        'met-norway': { served: 1, failures: {} },
      },
      failures: [{ cityId: 3, name: 'City 3', attempts: failed.attempts }],
      givenUp: { timeout: 1 },
    })
  })

  it('counts as served only whose conditions were', () => {
    const withoutWeather = city(4, {
      outcome: 'failed',
      provider: null,
      attempts: [
        { provider: 'open-meteo', products: ['air-quality'], outcome: 'ok' },
        { provider: 'open-meteo', products: ['conditions'], outcome: 'out-of-range' },
      ],
    })
    const { providers, failed: none } = tallyOf([withoutWeather], 20)
    expect(none).toBe(1)
    expect(providers).toEqual({ 'open-meteo': { served: 0, failures: { 'out-of-range': 1 } } })
  })

  it('counts a city once for a kind of failure, however often it was asked about', () => {
    const attempts = Array.from({ length: 4 }, () => failed.attempts).flat()
    const { providers, givenUp } = tallyOf([{ ...failed, attempts }], 20)
    expect(providers['open-meteo']).toEqual({ served: 0, failures: { timeout: 1 } })
    expect(givenUp).toEqual({ timeout: 1 })
  })

  it('names the products that are missing where cities were served in part', () => {
    const inPart = (cityId: number) =>
      city(cityId, {
        outcome: 'partial',
        attempts: [
          { provider: 'open-meteo', products: ['conditions'], outcome: 'ok' },
          { provider: 'open-meteo', products: ['forecast', 'air-quality'], outcome: 'unavailable' },
          { provider: 'met-norway', products: ['forecast'], outcome: 'ok' },
        ],
      })
    const tally = addTallies(tallyOf([inPart(1), served], 2), tallyOf([inPart(2), inPart(3)], 2), 2)
    const sample = [1, 2].map((cityId) => ({ cityId, name: `City ${cityId}` }))
    expect(tally.missing).toEqual({ 'air-quality': { cities: 3, sample } })
    expect(tally.givenUp).toEqual({ unavailable: 3 })
  })

  it('says the most passes of its parts', () => {
    const passes = (number: number) => ({ ...tallyOf([served], 20), passes: number })
    expect(addTallies(passes(2), passes(5), 20).passes).toBe(5)
    expect(addTallies(passes(2), EMPTY_TALLY, 20).passes).toBe(2)
  })

  it('of parts is the sum of their tallies', () => {
    const whole = tallyOf([served, servedByTheNext, failed, served], 20)
    const parts = addTallies(
      tallyOf([served, servedByTheNext], 20),
      tallyOf([failed, served], 20),
      20,
    )
    expect(parts).toEqual(whole)
    expect(settled(parts)).toBe(4)
  })

  it('names no more failures than its sample', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ ...failed, cityId: index }))
    expect(tallyOf(many, 5)).toMatchObject({ failed: 30, failures: { length: 5 } })
    expect(addTallies(tallyOf(many, 5), tallyOf(many, 5), 5).failures).toHaveLength(5)
  })
})
