import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RefreshContext } from '../../contracts/refresh.ts'
import { claimDue } from '../../db/queries/claims.ts'
import { saveReads } from '../../db/queries/city-reads.ts'
import { countDue, nextDue } from '../../db/queries/due.ts'
import { park, reserve } from '../../db/queries/provider-ledgers.ts'
import { providerLedgers, refreshStates } from '../../db/schema/index.ts'
import { DEFAULT_PROMISES } from '../../domain/plan/promised-tier.ts'
import type { WeatherProvider } from '../../domain/provider/provider.ts'
import { FIRST_DUE } from '../../contracts/refresh.ts'
import type { QuotaWindow } from '../../domain/quota/windows.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { fakeProvider } from '../../test/support/providers/fake-provider.ts'
import { cutoffsOfPlan } from './cutoffs.ts'
import { createRunPlans } from './run-plan.ts'

const CITIES = 60
const START = new Date('2026-11-22T00:00:00Z')
const AT = (tick: number, tickMs = 900_000) => new Date(START.getTime() + tick * tickMs)

const database = withTestDatabase({ kind: 'embedded', cities: someCities(CITIES) })

const limited = (window: QuotaWindow, limit: number, part: Partial<WeatherProvider> = {}) =>
  fakeProvider({ quota: [{ window, limit, source: 'test', asOf: '2026-11-22' }], ...part })

const plans = (providers: readonly WeatherProvider[]) =>
  createRunPlans({
    db: database.db,
    now: () => START,
    planning: { providers: () => providers, promises: DEFAULT_PROMISES, halfLifeHours: 72 },
  })

const context = (at: Date, part: Partial<RefreshContext> = {}): RefreshContext => ({
  runId: `run-${at.toISOString()}`,
  trigger: 'schedule',
  startedAtMs: at.getTime(),
  force: false,
  maxAgeSeconds: { conditions: 900 },
  tickSeconds: 900,
  claimMs: 60_000,
  priority: 'schedule',
  ...part,
})

beforeEach(async () => {
  await database.db.delete(providerLedgers)
  await database.db.update(refreshStates).set({
    conditionsConfirmedAt: null,
    conditionsAskedAt: {},
    claimedBy: null,
    outcomeRunId: null,
  })
})

const charge = (provider: WeatherProvider, weight: number, now: Date) =>
  reserve(database.db, {
    provider: provider.id,
    weight,
    limits: provider.quota,
    spacingMs: 0,
    now,
  })

describe('a scheduled run', () => {
  it('refreshes everything due where the limits afford it', async () => {
    const provider = limited('day', CITIES * 110)
    expect(await plans([provider]).begin(context(START))).toBeUndefined()
  })

  it('has no plan where a person asks, or where no provider can be asked', async () => {
    const provider = limited('day', 100)
    const run = plans([provider])
    expect(await run.begin(context(START, { tickSeconds: 0 }))).toBeUndefined()
    expect(await run.begin(context(START, { force: true }))).toBeUndefined()
    await charge(provider, 1, START)
    await park(database.db, { provider: provider.id, until: AT(1), reason: 'rate-limited: wait' })
    expect(await run.begin(context(START))).toBeUndefined()
    expect(await run.begin(context(AT(2)))).toBeDefined()
  })

  it('carried out over a day spends the budget, refreshes every city, and the requested ones most', async () => {
    await saveReads(
      database.db,
      new Map([
        [1, 900],
        [2, 60],
      ]),
      START,
      72,
    )
    const provider = limited('day', 300)
    const run = plans([provider])
    const calls = new Map<number, number>()
    const hourly = { tickSeconds: 3_600, maxAgeSeconds: { conditions: 3_600 } }
    for (let hour = 0; hour < 24; hour++) {
      const at = AT(hour, 3_600_000)
      const plan = await run.begin(context(at, hourly))
      if (!plan) throw new Error('300 calls do not afford 60 cities')
      const due = { scope: { kind: 'all' }, cutoffs: cutoffsOfPlan(plan) } as const
      const { due: count } = await countDue(database.db, due.scope, due.cutoffs)
      const page = await nextDue(database.db, {
        ...due,
        startedAt: at,
        after: FIRST_DUE,
        limit: 1_000,
      })
      expect(page).toHaveLength(count)
      for (const { cityId } of page) {
        calls.set(cityId, (calls.get(cityId) ?? 0) + 1)
        expect(await charge(provider, 1, at)).toMatchObject({ granted: true })
        await database.db
          .update(refreshStates)
          .set({
            conditionsConfirmedAt: at,
            conditionsAskedAt: { 'open-meteo': at.getTime() / 60_000 },
          })
          .where(eq(refreshStates.cityId, cityId))
      }
    }
    const total = [...calls.values()].reduce((sum, count) => sum + count, 0)
    expect(total).toBeGreaterThan(291)
    expect(total).toBeLessThanOrEqual(300)
    expect(calls.size).toBe(CITIES)
    const [first, second, other] = [1, 2, 30].map((id) => calls.get(id) ?? 0)
    expect(first).toBeGreaterThanOrEqual(second ?? 0)
    expect(second).toBeGreaterThan(2 * (other ?? 0))
  })

  it('shares its calls among the providers in proportion to what they have left', async () => {
    const [few, many] = [limited('day', 100), limited('day', 300, { id: 'weatherapi' })] as const
    const plan = await plans([few, many]).begin(context(START))
    if (!plan) throw new Error('400 calls do not afford 60 cities')
    expect(plan.products.conditions?.layer?.sources).toEqual([
      { id: 'open-meteo', share: expect.closeTo(0.25, 1) as number },
      { id: 'weatherapi', share: expect.closeTo(0.75, 1) as number },
    ])
    const { claimed } = await claimDue(database.db, {
      runId: 'run',
      cityIds: someCities(CITIES).map(({ id }) => id),
      cutoffs: cutoffsOfPlan(plan),
      now: START,
      until: AT(1),
    })
    expect(claimed.length).toBeGreaterThan(4)
    expect(new Set(claimed.map(({ first }) => first))).toContain('weatherapi')
  })

  it('asks again only for what is still worth a call', async () => {
    const provider = limited('day', 200)
    const run = plans([provider])
    const ids = someCities(CITIES).map(({ id }) => id)
    const planned = { tickSeconds: 900, maxAgeSeconds: { conditions: 900 } }
    const worth = await run.worthAgain(planned, ids)
    expect(worth.size).toBeGreaterThan(0)
    expect(worth.size).toBeLessThan(CITIES / 4)
    const ample = plans([limited('day', 1_000_000)])
    expect((await ample.worthAgain(planned, ids)).size).toBe(CITIES)
    await charge(provider, 200, START)
    expect((await plans([provider]).worthAgain(planned, ids)).size).toBe(0)
  })
})
