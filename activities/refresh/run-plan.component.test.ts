import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RefreshContext } from '../../contracts/refresh.ts'
import { claimDue } from '../../db/queries/claims.ts'
import { saveReads } from '../../db/queries/city-reads.ts'
import { countCityStates } from '../../db/queries/city-states.ts'
import { countDue, nextDue } from '../../db/queries/due.ts'
import { lateCityCounts } from '../../db/queries/late-city-counts.ts'
import { readLatestPlan } from '../../db/queries/latest-plan.ts'
import { reserve } from '../../db/queries/provider-ledgers.ts'
import { park } from '../../db/queries/provider-pauses.ts'
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
    planning: {
      providers: () => Promise.resolve(providers),
      promises: DEFAULT_PROMISES,
      halfLifeHours: 72,
    },
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
    expect((await plans([provider]).begin(context(START))).plan).toBeUndefined()
  })

  it('has no plan where a person asks, or where no provider can be asked', async () => {
    const provider = limited('day', 100)
    const run = plans([provider])
    expect(await run.begin(context(START, { tickSeconds: 0 }))).toEqual({})
    expect(await run.begin(context(START, { force: true }))).toEqual({})
    await charge(provider, 1, START)
    await park(database.db, { provider: provider.id, until: AT(1), reason: 'rate-limited: wait' })
    expect((await run.begin(context(START))).plan).toBeUndefined()
    expect((await run.begin(context(AT(2)))).plan).toBeDefined()
  })

  it('bounds what others spend in place of a provider that carries everything, without a plan', async () => {
    const scarce = limited('day', 1_000, { id: 'weatherapi' })
    const both = plans([limited('day', 1_000_000), scarce])
    await charge(scarce, 30, START)
    const { plan, ceilings } = await both.begin(context(AT(4)))
    expect(plan).toBeUndefined()
    // Twice the even share of a quarter of an hour, besides what is used, and no fifth of the day.
    expect(ceilings?.weatherapi?.day).toBeGreaterThan(30 + 1_000 / 96)
    expect(ceilings?.weatherapi?.day).toBeLessThan(30 + 2_000 / 90 + 1)
  })

  it('does not spend a day in its last minutes where the clock has gone back over midnight', async () => {
    const [daily, monthly] = [limited('day', 300), limited('month', 2_700)]
    for (const provider of [daily, monthly]) {
      await database.db.delete(providerLedgers)
      await charge(provider, 5, AT(0))
      const back = await plans([provider]).begin(context(AT(-1)))
      const { due } = await countDue(database.db, { kind: 'all' }, cutoffsOfPlan(back.plan!))
      expect(due).toBeGreaterThan(0)
      expect(due).toBeLessThan(CITIES / 4)
    }
  })

  it('keeps what cities are judged by: the plan of a day on which all goes well', async () => {
    const provider = limited('day', 300)
    const day = { conditions: 900, forecast: 10_800, 'air-quality': 3_600 } as const
    await plans([provider]).begin(context(START, { maxAgeSeconds: day }))
    const { current, usual } = await readLatestPlan(database.db)
    expect(current?.products.conditions?.layer?.price).toBeGreaterThan(0)
    const judgedAt = AT(8)
    await database.db.update(refreshStates).set({ conditionsConfirmedAt: START })
    const cutoff = AT(6)
    expect(await lateCityCounts(database.db, { at: judgedAt, cutoff })).toMatchObject({ late: 0 })
    expect(await countCityStates(database.db, { now: judgedAt, late: true })).toBe(0)
    // An outage makes everything dear now, and nothing less late.
    await charge(provider, 290, START)
    await plans([provider]).begin(context(AT(1), { maxAgeSeconds: day }))
    const later = await readLatestPlan(database.db)
    expect(later.current?.products.conditions?.layer?.price).toBeGreaterThan(
      10 * (current?.products.conditions?.layer?.price ?? Infinity),
    )
    expect(later.usual?.products.conditions?.layer?.price).toBeCloseTo(
      usual?.products.conditions?.layer?.price ?? 0,
    )
    const muchLater = AT(200)
    expect(await lateCityCounts(database.db, { at: muchLater, cutoff: AT(198) })).toMatchObject({
      late: CITIES,
    })
    expect(await countCityStates(database.db, { now: muchLater, late: true })).toBe(CITIES)
    // Where the limits carry everything, age alone counts.
    await plans([limited('day', 1_000_000)]).begin(context(START))
    expect(await readLatestPlan(database.db)).toEqual({ current: null, usual: null })
    expect(await lateCityCounts(database.db, { at: judgedAt, cutoff })).toMatchObject({
      late: CITIES,
    })
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
      const { plan } = await run.begin(context(at, hourly))
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
    const { plan } = await plans([few, many]).begin(context(START))
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
