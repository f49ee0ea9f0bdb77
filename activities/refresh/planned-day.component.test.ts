import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FIRST_DUE, type RefreshContext } from '../../contracts/refresh.ts'
import { saveReads } from '../../db/queries/city-reads.ts'
import { readPlan } from '../../db/queries/plan-now.ts'
import { cities, providerLedgers, refreshStates } from '../../db/schema/index.ts'
import type { PlanOptions } from '../../domain/plan/plan-facts.ts'
import { plannedDay, type PriceOf } from '../../domain/plan/planned-day.ts'
import { plannedProviders } from '../../domain/plan/planned-provider.ts'
import type { Promised } from '../../domain/plan/promised-tier.ts'
import type { ProviderId } from '../../domain/provider/provider-catalogue.ts'
import type { WeatherProvider } from '../../domain/provider/provider.ts'
import { startEmulator, type Emulator } from '../../emulator/index.ts'
import { createHttpClient, type HttpClient } from '../../providers/http-client.ts'
import { createProvider, createProviderChain } from '../../providers/index.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { NO_LOG } from '../../test/support/providers/provider-logs.ts'
import { createRefreshActivities } from '../index.ts'

const CITIES = 12
const MIDNIGHT = new Date('2026-11-23T00:00:00Z')
const TICK_MINUTES = 60
const TICKS = 24
const MAX_AGE = { conditions: 3_600, forecast: 10_800, 'air-quality': 3_600 }
const PROMISES: readonly Promised[] = [
  { kind: 'top', count: 2, minutes: 120 },
  { kind: 'all', minutes: 1_440 },
]

const database = withTestDatabase({ cities: someCities(CITIES) })
let emulator: Emulator
let http: HttpClient
/** Runs on from the tick at the pace of the real one: what waits, waits. */
let tick = { atMs: MIDNIGHT.getTime(), since: performance.now() }
const now = () => new Date(tick.atMs + (performance.now() - tick.since))

beforeAll(async () => {
  emulator = await startEmulator({ now })
  http = createHttpClient({ userAgent: 'weather247/test ops@example.org' })
})
afterAll(async () => {
  await http.close()
  await emulator.close()
})

const provider = (id: ProviderId, perDay?: number): WeatherProvider =>
  createProvider(id, {
    http,
    baseUrl: emulator.baseUrls[id],
    apiKey: 'key',
    limits: () => ({
      quota:
        perDay === undefined
          ? []
          : [{ window: 'day', limit: perDay, source: 'test', asOf: '2026-11-23' }],
      pace: { maxInFlight: 8, spacingMs: 0 },
      maxPlacesPerRequest: id === 'open-meteo' ? 100 : 1,
    }),
  })

/** What the emulator was asked for since, by provider. */
function asked(): Record<string, number> {
  const stats = emulator.control.stats()
  return Object.fromEntries(
    Object.entries(stats).map(([id, { weight }]) => [id, Math.round(weight * 1_000) / 1_000]),
  )
}

const SOME_PLACE = { id: 1, latitude: 0, longitude: 0, timeZone: 'UTC', countryCode: 'US' }

it.each<[string, readonly [ProviderId, number?][]]>([
  ['one scarce provider', [['open-meteo', 200]]],
  [
    'two scarce providers',
    [
      ['weatherapi', 90],
      ['open-meteo', 150],
    ],
  ],
  ['a floor under a scarce provider', [['open-meteo', 120], ['met-norway']]],
  ['ample limits', [['open-meteo', 100_000], ['met-norway']]],
])(
  'D3, E30: a day carried out against weather APIs makes the calls that its plan said, with %s',
  async (_, used) => {
    tick = { atMs: MIDNIGHT.getTime(), since: performance.now() }
    emulator.control.resetStats()
    await database.db.delete(providerLedgers)
    await database.db.update(refreshStates).set({
      conditionsConfirmedAt: null,
      forecastConfirmedAt: null,
      airQualityConfirmedAt: null,
      conditionsAskedAt: {},
      outcomeRunId: null,
      outcomeAt: null,
      claimedBy: null,
    })
    await saveReads(
      database.db,
      new Map([
        [1, 400],
        [2, 90],
        [3, 30],
        [9, 7],
      ]),
      MIDNIGHT,
      24,
    )
    await database.db.update(cities).set({ promisedMinutes: null })
    const providers = used.map(([id, perDay]) => provider(id, perDay))
    const planning = { promises: PROMISES, halfLifeHours: 24 }
    const options: PlanOptions = {
      ...planning,
      at: MIDNIGHT,
      tickMinutes: TICK_MINUTES,
      maxAgeSeconds: MAX_AGE,
      providers: plannedProviders(providers),
    }
    const priceOf: PriceOf = (id, products) =>
      (
        providers.find((one) => one.id === id)?.price([{ place: SOME_PLACE, products }]) ?? []
      ).reduce((sum, { weight }) => sum + weight, 0)
    const planned = plannedDay(await readPlan(database.db, options), TICKS, priceOf)

    const chain = createProviderChain({ providers, db: database.db, now, log: NO_LOG })
    const activities = createRefreshActivities({
      db: database.db,
      now,
      chain,
      geocoderInUse: () => Promise.resolve(undefined),
      opinionShare: 0,
      judgeAlerts: () => Promise.resolve(),
      startDelivery: () => Promise.resolve(),
      shareLatest: () => Promise.resolve(),
      planning: { ...planning, providers: () => Promise.resolve(providers) },
    })
    const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })
    const inActivity = <Result>(act: () => Promise<Result>): Promise<Result> =>
      environment.run<[], Result, typeof act>(act)
    const calls: Record<string, number>[] = []
    let before = asked()
    for (const { at } of planned) {
      tick = { atMs: at.getTime(), since: performance.now() }
      const context: RefreshContext = {
        runId: `run-${at.toISOString()}`,
        trigger: 'schedule',
        startedAtMs: at.getTime(),
        force: false,
        maxAgeSeconds: MAX_AGE,
        tickSeconds: TICK_MINUTES * 60,
        claimMs: 60_000,
        priority: 'schedule',
      }
      const { plan, ceilings } = await inActivity(() => activities.countDueCities({ context }))
      const run = { ...context, ...(plan && { plan }), ...(ceilings && { ceilings }) }
      const { cityIds } = await inActivity(() =>
        activities.nextDueCities({ context: run, after: FIRST_DUE, limit: 1_000 }),
      )
      const shard = { context: run, cityIds, ownFailureChildren: 0, failureSample: 3 }
      const { tally } = await inActivity(() => activities.refreshCitiesInBulk(shard))
      expect(tally.failures).toEqual([])
      const after = asked()
      calls.push(differences(before, after))
      before = after
    }
    expect(calls).toEqual(planned.map(({ calls: one }) => weights(one)))
  },
  120_000,
)

function differences(before: Record<string, number>, after: Record<string, number>) {
  return Object.fromEntries(
    Object.entries(after).flatMap(([id, weight]) => {
      const more = Math.round((weight - (before[id] ?? 0)) * 1_000) / 1_000
      return more > 0 ? [[id, more]] : []
    }),
  )
}

const weights = (calls: Partial<Record<ProviderId, { weight: number }>>) =>
  Object.fromEntries(
    Object.entries(calls).map(([id, { weight }]) => [id, Math.round(weight * 1_000) / 1_000]),
  )
