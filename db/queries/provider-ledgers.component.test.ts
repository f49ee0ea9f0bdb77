import { beforeEach, describe, expect, it } from 'vitest'
import { usedByReport } from '../../domain/quota/drift.ts'
import { QUOTA_WINDOWS, slotFreeAt, slotOf, type QuotaLimit } from '../../domain/quota/windows.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { providerLedgers, quotaDrifts } from '../schema/index.ts'
import { correctLedger, driftsSince } from './correct-ledger.ts'
import { usedIn } from './ledger-windows.ts'
import { ledgerOf, refund, reserve, type Charge } from './provider-ledgers.ts'

const NOW = new Date('2026-11-22T12:30:30.000Z')
const SOURCE = { source: 'test', asOf: '2026-11-22' }
const provider = 'openweathermap' as const

const database = withTestDatabase({ kind: 'embedded' })

beforeEach(async () => {
  await database.db.delete(providerLedgers)
  await database.db.delete(quotaDrifts)
})

const ask = (limits: readonly QuotaLimit[], now = NOW, weight = 1) =>
  reserve(database.db, { provider, weight, limits, spacingMs: 0, now })

async function charge(limits: readonly QuotaLimit[], now = NOW, weight = 1): Promise<Charge> {
  const answer = await ask(limits, now, weight)
  if (!answer.granted) throw new Error(answer.reason)
  return answer.charge
}

const row = async () => (await ledgerOf(database.db, provider))!
const after = (ms: number): Date => new Date(NOW.getTime() + ms)

describe.each(QUOTA_WINDOWS)('a sliding limit of three a %s', (window) => {
  const limit: QuotaLimit = { window, limit: 3, kind: 'sliding', ...SOURCE }
  const freeAt = slotFreeAt(window, slotOf(window, NOW))

  it('is full until its oldest charge has left it, and says when that is', async () => {
    await charge([limit], NOW, 2)
    await charge([limit])
    expect(await ask([limit])).toMatchObject({ granted: false, window, availableAt: freeAt })
    const before = new Date(freeAt.getTime() - 1)
    expect(await ask([limit], before)).toMatchObject({ granted: false, availableAt: freeAt })
    expect(await ask([limit], freeAt, 3)).toMatchObject({ granted: true })
    expect(usedIn(await row(), limit, freeAt)).toBe(3)
  })

  it('gets back what never left', async () => {
    await charge([limit], NOW, 2)
    await refund(database.db, { provider, weight: 2, limits: [limit], reservedAt: NOW })
    expect(usedIn(await row(), limit, NOW)).toBe(0)
    expect(usedIn(await row(), window, NOW)).toBe(0)
    expect(await ask([limit], NOW, 3)).toMatchObject({ granted: true })
  })

  it('counts what was charged while it was a fixed one', async () => {
    await charge([{ window, limit: 3, ...SOURCE }], NOW, 2)
    expect(await ask([limit], NOW, 2)).toMatchObject({ granted: false })
    await charge([limit])
    expect(usedIn(await row(), limit, NOW)).toBe(3)
  })
})

describe('a charge', () => {
  const newYork: QuotaLimit = { window: 'day', limit: 3, timeZone: 'America/New_York', ...SOURCE }
  const utc: QuotaLimit = { window: 'day', limit: 3, ...SOURCE }

  it("counts until midnight in the provider's zone", async () => {
    await charge([newYork], new Date('2026-11-22T23:00:00Z'), 3)
    const refused = await ask([newYork], new Date('2026-11-23T04:59:59Z'))
    expect(refused).toMatchObject({ availableAt: new Date('2026-11-23T05:00:00Z') })
    expect(await ask([newYork], new Date('2026-11-23T05:00:00Z'))).toMatchObject({ granted: true })
  })

  it('is not forgotten when the rule of its window changes', async () => {
    const evening = new Date('2026-11-23T02:00:00Z')
    await charge([newYork], evening, 2)
    expect(await ask([utc], evening, 2)).toMatchObject({ granted: false, reason: 'quota' })
    await charge([utc], evening)
    expect(usedIn(await row(), utc, evening)).toBe(3)
  })

  it('is not forgotten when the clock goes back', async () => {
    await charge([utc], new Date('2026-11-23T00:00:05Z'), 3)
    expect(await ask([utc], new Date('2026-11-22T23:59:55Z'))).toMatchObject({ granted: false })
    expect(await ask([utc], new Date('2026-11-23T12:00:00Z'))).toMatchObject({ granted: false })
  })

  it('says what each window had used, and when the one before it was made', async () => {
    expect(await charge([utc])).toEqual({
      at: NOW,
      used: { minute: 1, hour: 1, day: 1, month: 1 },
      previousAt: null,
    })
    expect(await charge([utc], after(60_000))).toMatchObject({
      used: { minute: 1, hour: 2, day: 2, month: 2 },
      previousAt: NOW,
    })
  })
})

describe('what a provider reports', () => {
  const hour: QuotaLimit = { window: 'hour', limit: 100, ...SOURCE }
  const leftOf = async (limit: QuotaLimit, now = NOW) =>
    limit.limit - usedIn(await row(), limit, now)
  const report = (limit: QuotaLimit, left: number, of: Charge, now = of.at) =>
    correctLedger(database.db, {
      provider,
      limit,
      reported: { window: limit.window, left, limit: null },
      source: 'headers',
      charge: of,
      now,
    })

  it.each(['fixed', 'sliding'] as const)(
    'D13: is what is left, where it is less than the ledger of a %s window says: one drift',
    async (kind) => {
      const limit: QuotaLimit = { ...hour, kind }
      const charged = await charge([limit], NOW, 40)
      expect(await leftOf(limit)).toBe(60)
      await report(limit, 37, charged)
      expect(await leftOf(limit)).toBe(37)
      await report(limit, 37, { ...charged, used: { ...charged.used, hour: 63 } })
      const drifts = await driftsSince(database.db, NOW)
      expect(drifts).toMatchObject([
        {
          provider,
          quotaWindow: 'hour',
          ledgerLeft: 60,
          reportedLeft: 37,
          source: 'headers',
          times: 1,
        },
      ])
    },
  )

  it.each(['fixed', 'sliding'] as const)(
    'gives back to a %s window what was not counted there, if nothing else was on its way',
    async (kind) => {
      const limit: QuotaLimit = { ...hour, kind }
      await charge([limit], NOW, 39)
      const busy = await charge([limit], after(1_000))
      await report(limit, 80, busy)
      expect(await leftOf(limit)).toBe(60)
      const alone = await charge([limit], after(60_000))
      await report(limit, 79, alone)
      expect(await leftOf(limit, after(60_000))).toBe(79)
      expect(await driftsSince(database.db, NOW)).toMatchObject([
        { ledgerLeft: 59, reportedLeft: 79 },
      ])
    },
  )

  it('keeps what was charged after the request that it is about', async () => {
    const first = await charge([hour], NOW, 40)
    await charge([hour], after(10), 2)
    await report(hour, 37, first, after(20))
    expect(usedIn(await row(), hour, after(20))).toBe(65)
  })

  it('of a window that is over says nothing of the next one', async () => {
    const first = await charge([hour], new Date('2026-11-22T12:59:59Z'), 40)
    const next = new Date('2026-11-22T13:00:01Z')
    await charge([hour], next)
    await report(hour, 0, first, next)
    expect(await leftOf(hour, next)).toBe(99)
  })

  it('is no event where the difference is small, and one row for a window where it repeats', async () => {
    const charged = await charge([hour], NOW, 40)
    await report(hour, 57, charged)
    expect(await driftsSince(database.db, NOW)).toEqual([])
    expect(usedByReport(hour, { window: 'hour', left: 57, limit: null })).toBe(43)
    for (const left of [50, 40, 30]) {
      await report(hour, left, await charge([hour]))
    }
    expect(await driftsSince(database.db, NOW)).toMatchObject([{ reportedLeft: 30, times: 3 }])
  })
})
