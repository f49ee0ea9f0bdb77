import { describe, expect, it } from 'vitest'
import { addTallies, EMPTY_TALLY, settled, tallyOf, type TalliedCity } from './tally.ts'

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
    })
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
