import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ledgerOf } from '../db/queries/ledger.ts'
import { requestTotals } from '../db/queries/usage.ts'
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

describe('a provider that says to wait', () => {
  it.each([
    ['rate-limited', 30_000, 30_000],
    ['rate-limited', undefined, 60_000],
    ['rate-limited', 7 * 86_400_000, 86_400_000],
    ['unauthorized', undefined, 900_000],
    ['unavailable', 5_000, 5_000],
  ] as const)('%s for %s ms is left alone for %i ms', async (kind, retryAfterMs, parkedMs) => {
    failing(kind, retryAfterMs === undefined ? {} : { retryAfterMs })
    await failureOf(pass(opened()))
    expect((await ledger())?.parkedUntil).toEqual(later(parkedMs))
    // Also by other processes.
    for (const turnstile of [opened(), opened()]) {
      const refused = await failureOf(pass(turnstile))
      expect(refused).toMatchObject({ kind: 'parked', retryAfterMs: parkedMs })
      expect(refused.message).toContain(`said ${kind}`)
    }
    expect(send).toHaveBeenCalledTimes(1)
    clock = later(parkedMs)
    expect(await pass(opened())).toEqual(readingsFor(REQUEST.places))
  })

  it('is not left alone for a failure that names no wait', async () => {
    failing('unavailable')
    await failureOf(pass(opened()))
    expect((await ledger())?.parkedUntil).toBeNull()
  })
})

describe('the charge of a request', () => {
  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'is given back when it never left, by %s',
    async (code) => {
      failing('network', { cause: Object.assign(new Error('connect'), { code }) })
      await failureOf(pass(opened()))
      expect(await ledger()).toMatchObject({ minuteUsed: 0, hourUsed: 0, dayUsed: 0, monthUsed: 0 })
      expect(await requestTotals(database.db)).toMatchObject([{ outcome: 'network', weight: 0 }])
    },
  )

  it.each([
    ['network', Object.assign(new Error('reset'), { code: 'ECONNRESET' })],
    ['timeout', undefined],
    ['unavailable', undefined],
    ['not-json', undefined],
  ] as const)('stays when the answer was %s', async (kind, cause) => {
    failing(kind, { cause })
    await failureOf(pass(opened()))
    expect(await ledger()).toMatchObject({ minuteUsed: 1, monthUsed: 1 })
    expect(await requestTotals(database.db)).toMatchObject([{ outcome: kind, weight: 1 }])
  })

  it('stays when whoever asked went away', async () => {
    send.mockRejectedValueOnce(new Error('aborted'))
    await expect(pass(opened())).rejects.toThrow('aborted')
    expect(await ledger()).toMatchObject({ monthUsed: 1 })
  })
})

describe('the way in', () => {
  const minuteOf = (limit: number) => ({
    quota: [{ window: 'minute', limit, source: 'test', asOf: '2026-11-22' }] as const,
  })

  it('keeps requests apart, whichever process they come from', async () => {
    const pace = { maxInFlight: 4, spacingMs: 30 }
    const startedAt = new Date()
    const passes = [opened({ pace }), opened({ pace }), opened({ pace })].map((turnstile) =>
      pass(turnstile, () => new Date()),
    )
    await Promise.all(passes)
    // Each start moves the next one by 30 ms.
    const { nextSendAt } = (await ledger())!
    expect(nextSendAt.getTime() - startedAt.getTime()).toBeGreaterThanOrEqual(90)
  })

  it('is closed to the impatient when the window is full, and opens to the patient', async () => {
    // Two and a half seconds before the minute ends, in real time.
    const movedMs = new Date('2026-11-22T12:30:57.500Z').getTime() - Date.now()
    const now = () => new Date(Date.now() + movedMs)
    const turnstile = opened(minuteOf(1))
    await pass(turnstile, now)
    expect(await failureOf(pass(turnstile, now))).toMatchObject({ kind: 'quota-exhausted' })
    await pass(turnstile, now, 65_000)
    expect(now().getTime()).toBeGreaterThanOrEqual(new Date('2026-11-22T12:31:00Z').getTime())
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('charges the minute in which a request leaves, however long the ledger took', async () => {
    clock = new Date('2026-11-22T12:30:58.000Z')
    await pass(opened(minuteOf(5)))
    let isSlow = true
    const slowDb = Object.create(database.db, {
      update: {
        value: (table: typeof providerLedgers) => {
          if (isSlow) clock = later(3_000)
          isSlow = false
          return database.db.update(table)
        },
      },
    }) as TestDatabase['db']
    const turnstile = createTurnstile({
      provider: fakeProvider({ send, ...minuteOf(5) }),
      db: slowDb,
    })
    await pass(turnstile)
    expect(await ledger()).toMatchObject({
      minuteStart: new Date('2026-11-22T12:31:00.000Z'),
      minuteUsed: 1,
      hourUsed: 2,
    })
  })
})
