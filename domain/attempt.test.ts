import { describe, expect, it } from 'vitest'
import { canRetry, isPlacesOwn, retryAfterMs, type Attempt } from './attempt.ts'
import type { ProviderErrorKind } from './provider-error.ts'

const failed = (outcome: ProviderErrorKind, waitMs?: number): Attempt => ({
  provider: 'open-meteo',
  products: ['conditions'],
  outcome,
  ...(waitMs !== undefined && { retryAfterMs: waitMs }),
})

describe('the next try of a city', () => {
  it('comes after the shortest wait that any provider asked for, never before it', () => {
    expect(retryAfterMs([failed('rate-limited', 30_000)])).toBe(30_000)
    expect(retryAfterMs([failed('rate-limited', 30_000), failed('parked', 45_000)])).toBe(30_000)
    expect(retryAfterMs([failed('timeout')])).toBeUndefined()
  })

  it('is made only where something may change by itself', () => {
    expect(canRetry([failed('unauthorized')])).toBe(false)
    expect(canRetry([failed('unauthorized'), failed('timeout')])).toBe(true)
    expect(canRetry([])).toBe(false)
  })
})

it('a failure is the place’s own where a provider blames the place', () => {
  expect(isPlacesOwn([failed('timeout'), failed('stale')])).toBe(true)
  expect(isPlacesOwn([failed('timeout'), failed('unauthorized')])).toBe(false)
})
