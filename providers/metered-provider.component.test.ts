import { describe, expect, it } from 'vitest'
import { requestTotals } from '../db/queries/provider-usage.ts'
import type { providerLedgers } from '../db/schema/index.ts'
import {
  failureOf,
  REQUEST,
  withMeteredProvider,
} from '../test/support/fixtures/with-metered-provider.ts'
import { fakeProvider, readingsFor } from '../test/support/providers/fake-provider.ts'
import { NO_LOG } from '../test/support/providers/provider-logs.ts'
import type { TestDatabase } from '../test/support/services/test-database.ts'
import { createMeteredProvider } from './metered-provider.ts'
import { utcText } from './utc-text.ts'

const { clock, database, failing, later, ledger, opened, pass, send } = withMeteredProvider()

describe('a provider that says to wait', () => {
  it.each([
    ['rate-limited', 90_000, 90_000],
    ['rate-limited', undefined, 60_000],
    ['rate-limited', 0, 60_000],
    ['rate-limited', -1, 60_000],
    ['rate-limited', Number.NaN, 60_000],
    ['rate-limited', 7 * 86_400_000, 86_400_000],
    ['rate-limited', Infinity, 86_400_000],
    ['unauthorized', undefined, 900_000],
    ['unauthorized', 1_000, 900_000],
    ['unavailable', 5_000, 5_000],
    ['unavailable', 7 * 86_400_000, 86_400_000],
  ] as const)('%s for %s ms is paused for %i ms', async (kind, retryAfterMs, parkedMs) => {
    failing(kind, retryAfterMs === undefined ? {} : { retryAfterMs })
    await failureOf(pass(opened()))
    expect((await ledger())?.parkedUntil).toEqual(later(parkedMs))
    // Also by other processes.
    for (const metered of [opened(), opened()]) {
      const refused = await failureOf(pass(metered))
      expect(refused).toMatchObject({ kind: 'parked', retryAfterMs: parkedMs })
      expect(refused.message).toBe(
        `open-meteo: paused until ${utcText(later(parkedMs))}, ${kind}: said ${kind}`,
      )
    }
    expect(send).toHaveBeenCalledTimes(1)
    clock.now = later(parkedMs)
    expect(await pass(opened())).toEqual(readingsFor(REQUEST.places))
  })

  it('is not paused for a failure that names no wait', async () => {
    failing('unavailable')
    await failureOf(pass(opened()))
    expect((await ledger())?.parkedUntil).toBeNull()
  })
})

describe('a ceiling', () => {
  const quota = [{ window: 'day', limit: 10, source: 'test', asOf: '2026-11-28' }] as const
  const sent = (ceiling?: { day: number }) =>
    opened({ quota }).send(REQUEST, {
      signal: new AbortController().signal,
      maxQuotaWaitMs: 0,
      now: () => clock.now,
      ceiling,
    })

  it('leaves to others what is planned for them', async () => {
    for (let time = 0; time < 3; time++) await sent({ day: 3 })
    const failure = await failureOf(sent({ day: 3 }))
    expect(failure).toMatchObject({ kind: 'quota-exhausted' })
    expect(failure.message).toContain(
      '3 of 3 used this day, 1 wanted; the rest is planned for others',
    )
    for (let time = 0; time < 7; time++) await sent()
    expect((await failureOf(sent({ day: 30 }))).message).toContain('10 of 10 used')
    expect(await ledger()).toMatchObject({ dayUsed: 10 })
  })

  it('that is reached keeps no one back who has none', async () => {
    const metered = opened({ quota })
    const options = {
      signal: new AbortController().signal,
      maxQuotaWaitMs: 0,
      now: () => clock.now,
    }
    await failureOf(metered.send(REQUEST, { ...options, ceiling: { day: 0 } }))
    expect(await metered.send(REQUEST, options)).toEqual(readingsFor(REQUEST.places))
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

  it('stays when the caller has aborted', async () => {
    send.mockRejectedValueOnce(new Error('aborted'))
    await expect(pass(opened())).rejects.toThrow('aborted')
    expect(await ledger()).toMatchObject({ monthUsed: 1 })
  })
})

describe('the way in', () => {
  const minuteOf = (limit: number) => ({
    quota: [{ window: 'minute', limit, source: 'test', asOf: '2026-11-22' }] as const,
  })

  it('keeps requests apart, whichever process sends them', async () => {
    const pace = { maxInFlight: 4, spacingMs: 30 }
    const startedAt = new Date()
    const passes = [opened({ pace }), opened({ pace }), opened({ pace })].map((metered) =>
      pass(metered, () => new Date()),
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
    const metered = opened(minuteOf(1))
    await pass(metered, now)
    expect(await failureOf(pass(metered, now))).toMatchObject({ kind: 'quota-exhausted' })
    await pass(metered, now, 65_000)
    expect(now().getTime()).toBeGreaterThanOrEqual(new Date('2026-11-22T12:31:00Z').getTime())
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('charges the minute in which a request leaves, however long the ledger took', async () => {
    clock.now = new Date('2026-11-22T12:30:58.000Z')
    await pass(opened(minuteOf(5)))
    let isSlow = true
    const slowDb = Object.create(database.db, {
      update: {
        value: (table: typeof providerLedgers) => {
          if (isSlow) clock.now = later(3_000)
          isSlow = false
          return database.db.update(table)
        },
      },
    }) as TestDatabase['db']
    const metered = createMeteredProvider({
      provider: fakeProvider({ send, ...minuteOf(5) }),
      db: slowDb,
      log: NO_LOG,
    })
    await pass(metered)
    expect(await ledger()).toMatchObject({
      minuteEnd: new Date('2026-11-22T12:32:00.000Z'),
      minuteUsed: 1,
      hourUsed: 2,
    })
  })
})

describe('a failure that names a wait', () => {
  it.each([
    ['rate-limited', 1_000, 60_000],
    ['rate-limited', undefined, 60_000],
    ['unavailable', 5_000, 5_000],
    ['unavailable', 7 * 86_400_000, 86_400_000],
    ['unavailable', undefined, undefined],
  ] as const)(
    '%s for %s ms says how long the provider is paused: %s',
    async (kind, retryAfterMs, keptMs) => {
      failing(kind, retryAfterMs === undefined ? {} : { retryAfterMs })
      expect((await failureOf(pass(opened()))).retryAfterMs).toBe(keptMs)
    },
  )
})
