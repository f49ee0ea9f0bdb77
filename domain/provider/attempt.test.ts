import { describe, expect, it } from 'vitest'
import { retryWaitMs, isPlacesOwn, type Attempt } from './attempt.ts'
import type { ProviderErrorKind } from './provider-error.ts'

const failed = (outcome: ProviderErrorKind, waitMs?: number): Attempt => ({
  provider: 'open-meteo',
  products: ['conditions'],
  outcome,
  ...(waitMs !== undefined && { retryAfterMs: waitMs }),
})

describe('asking again in the same run', () => {
  const again = (...attempts: Attempt[]) => retryWaitMs(attempts, 60_000)
  const served = (...products: Attempt['products']): Attempt => ({
    provider: 'met-norway',
    products,
    outcome: 'ok',
  })

  it.each([
    'timeout',
    'network',
    'unavailable',
    'not-json',
    'queue-full',
    'circuit-open',
    'place-missing',
    'place-unavailable',
  ] as const)('can mend %s, at once where no wait was named', (kind) => {
    expect(again(failed(kind))).toBe(0)
    expect(again(failed(kind, 3_000))).toBe(3_000)
  })

  it.each(['rate-limited', 'quota-exhausted', 'parked'] as const)(
    'can mend %s only when it ends within the time allowed',
    (kind) => {
      expect(again(failed(kind, 60_000))).toBe(60_000)
      expect(again(failed(kind, 60_001))).toBeUndefined()
      expect(again(failed(kind))).toBeUndefined()
    },
  )

  it.each([
    'unauthorized',
    'not-found',
    'not-covered',
    'rejected',
    'schema-mismatch',
    'out-of-range',
    'from-the-future',
    'stale',
    'not-stored',
  ] as const)('can not mend %s', (kind) => {
    expect(again(failed(kind))).toBeUndefined()
    expect(again(failed(kind, 0))).toBeUndefined()
  })

  it('comes after the shortest of the waits that fit', () => {
    expect(again(failed('rate-limited', 50_000), failed('circuit-open', 4_000))).toBe(4_000)
    expect(again(failed('rate-limited', 3_600_000), failed('circuit-open', 4_000))).toBe(4_000)
    expect(again(failed('rate-limited', 3_600_000), failed('unavailable'))).toBe(0)
  })

  it('is for what is still unserved', () => {
    expect(again()).toBeUndefined()
    expect(again(served('conditions'))).toBeUndefined()
    expect(again(failed('timeout'), served('conditions'))).toBeUndefined()
    expect(again(failed('timeout'), served('forecast'))).toBe(0)
    const both: Attempt = { ...failed('unavailable', 2_000), products: ['conditions', 'forecast'] }
    expect(again(both, served('conditions'))).toBe(2_000)
    expect(again(both, served('conditions'), served('forecast'))).toBeUndefined()
  })
})

it('a failure is the place’s own where a provider blames the place', () => {
  expect(isPlacesOwn([failed('timeout'), failed('stale')])).toBe(true)
  expect(isPlacesOwn([failed('timeout'), failed('unauthorized')])).toBe(false)
})
