import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ledgerOf } from '../db/queries/ledger.ts'
import { providerLedgers, providerUsage } from '../db/schema/index.ts'
import { ProviderError, type ProviderErrorKind } from '../domain/provider-error.ts'
import type { Answers, ProviderRequest, WeatherProvider } from '../domain/provider.ts'
import { fakeProvider, readingsFor } from '../test/support/fake-provider.ts'
import { someCities } from '../test/support/some-cities.ts'
import { createTestDatabase, type TestDatabase } from '../test/support/test-database.ts'
import { createTurnstile } from './turnstile.ts'

const START = new Date('2026-11-22T12:30:30.000Z')
const REQUEST: ProviderRequest = {
  url: 'https://example.org/',
  weight: 1,
  places: someCities(1),
  products: ['conditions'],
}

let database: TestDatabase
let clock = START
let send: ReturnType<typeof vi.fn<WeatherProvider['send']>>

beforeAll(async () => {
  database = await createTestDatabase('embedded')
})
afterAll(() => database.close())
beforeEach(async () => {
  clock = START
  send = vi.fn(({ places }: ProviderRequest) => Promise.resolve(readingsFor(places)))
  await database.db.delete(providerLedgers)
  await database.db.delete(providerUsage)
})
afterEach(() => {
  vi.useRealTimers()
})

const opened = (overrides: Partial<WeatherProvider> = {}) =>
  createTurnstile({ provider: fakeProvider({ send, ...overrides }), db: database.db })

type Turnstile = ReturnType<typeof opened>

const pass = (turnstile: Turnstile, now = () => clock, patienceMs = 0): Promise<Answers> =>
  turnstile.pass(REQUEST, { signal: new AbortController().signal, patienceMs, now })

const failureOf = async (passing: Promise<unknown>): Promise<ProviderError> => {
  const error: unknown = await passing.catch((failure: unknown) => failure)
  expect(error).toBeInstanceOf(ProviderError)
  return error as ProviderError
}

const failing = (kind: ProviderErrorKind, options?: { retryAfterMs?: number; cause?: unknown }) =>
  send.mockRejectedValueOnce(new ProviderError(kind, `said ${kind}`, options))

const later = (ms: number): Date => new Date(clock.getTime() + ms)
const ledger = () => ledgerOf(database.db, 'open-meteo')

describe('a provider that fails again and again', () => {
  /** The breaker has the process's clock. */
  const holdTime = () => vi.useFakeTimers({ toFake: ['Date'], now: START })

  const failFiveTimes = async (turnstile: Turnstile): Promise<void> => {
    for (let time = 0; time < 5; time++) {
      failing('unavailable')
      expect((await failureOf(pass(turnstile))).kind).toBe('unavailable')
    }
  }

  it('is left alone after five failures in a row, and that costs no quota', async () => {
    holdTime()
    const turnstile = opened()
    await failFiveTimes(turnstile)
    const refused = await failureOf(pass(turnstile))
    expect(refused).toMatchObject({ kind: 'parked', retryAfterMs: 10_000 })
    expect(refused.message).toContain('said unavailable')
    expect(send).toHaveBeenCalledTimes(5)
    expect(await ledger()).toMatchObject({ monthUsed: 5 })
  })

  it('is tried once ten seconds later, and left alone again if that fails', async () => {
    holdTime()
    const turnstile = opened()
    await failFiveTimes(turnstile)
    vi.setSystemTime(later(10_000))
    failing('unavailable')
    const ends = await Promise.allSettled([pass(turnstile), pass(turnstile), pass(turnstile)])
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(send).toHaveBeenCalledTimes(6)
  })

  it('is still asked for other products, which have an address of their own', async () => {
    const turnstile = opened()
    await failFiveTimes(turnstile)
    const options = { signal: new AbortController().signal, patienceMs: 0, now: () => clock }
    const answers = await turnstile.pass({ ...REQUEST, products: ['air-quality'] }, options)
    expect(answers.size).toBe(1)
    expect((await failureOf(pass(turnstile))).kind).toBe('parked')
  })

  it('serves everybody again when that try succeeds', async () => {
    holdTime()
    const turnstile = opened()
    await failFiveTimes(turnstile)
    vi.setSystemTime(later(10_000))
    await Promise.all([pass(turnstile), pass(turnstile)])
    expect(send).toHaveBeenCalledTimes(7)
  })

  it.each(['rejected', 'not-found', 'not-covered'] as const)(
    'is not left alone for %s, which a place can be the reason of',
    async (kind) => {
      const turnstile = opened()
      for (let time = 0; time < 7; time++) {
        failing(kind)
        expect((await failureOf(pass(turnstile))).kind).toBe(kind)
      }
    },
  )
})
