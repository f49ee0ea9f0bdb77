import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ValuesChecked } from '../../contracts/refresh-results.ts'
import type { RefreshContext } from '../../contracts/refresh.ts'
import { listDisagreements } from '../../db/queries/disagreements.ts'
import { latestConditionsOf } from '../../db/queries/latest-conditions.ts'
import { reserve } from '../../db/queries/provider-ledgers.ts'
import { park } from '../../db/queries/provider-pauses.ts'
import { hourlyUsage } from '../../db/queries/provider-usage.ts'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import { opinionDays } from '../../db/queries/second-opinions.ts'
import { secondOpinions } from '../../db/schema/index.ts'
import type { CityId } from '../../domain/city/city.ts'
import { HOUR_MS, MINUTE_MS } from '../../domain/time/durations.ts'
import type { WeatherProvider } from '../../domain/provider/provider.ts'
import type { Conditions } from '../../domain/weather/reading.ts'
import { createProviderChain } from '../../providers/index.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { CONDITIONS, fakeProvider } from '../../test/support/providers/fake-provider.ts'
import { NO_LOG } from '../../test/support/providers/provider-logs.ts'
import { createCheckValuesActivities } from './check-values.ts'

const NOON = new Date('2026-11-22T12:00:00Z')
const CITIES = 3

const database = withTestDatabase({ kind: 'embedded', cities: someCities(CITIES) })

let now: Date
let said: { other: Partial<Conditions> }
let shared: CityId[]
/** Cities the second provider was asked about. */
let asked: CityId[]

beforeEach(async () => {
  now = NOON
  said = { other: { temperatureC: 12 } }
  shared = []
  asked = []
  await database.db.execute(sql`truncate disagreements, second_opinions, second_opinion_days,
    value_flags, conditions, latest_conditions, provider_ledgers, provider_usage, provider_circuits`)
})

const quota = (limit: number) =>
  [{ window: 'day', limit, source: 'test', asOf: '2026-11-22' }] as const

const first = fakeProvider({ quota: quota(10_000) })

const second = (part: Partial<WeatherProvider> = {}): WeatherProvider => ({
  ...fakeProvider({ id: 'met-norway', quota: quota(10_000), ...part }),
  send: ({ places }) => {
    asked.push(...places.map(({ id }) => id))
    const conditions: Conditions = {
      ...CONDITIONS,
      provider: 'met-norway',
      basis: 'forecast',
      fetchedAt: now,
      validAt: now,
      ...said.other,
    }
    const answers = places.map(
      ({ id }) => [id, { kind: 'reading' as const, reading: { conditions } }] as const,
    )
    return Promise.resolve(new Map(answers))
  },
})

interface Run {
  readonly runId?: string
  readonly other?: Partial<WeatherProvider>
  readonly share?: number
  readonly plan?: RefreshContext['plan']
}

/** A run that the first provider served with 12 °C, and the check of it. */
async function run({
  runId = 'run-1',
  other = {},
  share = 0.01,
  plan,
}: Run = {}): Promise<ValuesChecked> {
  await saveRefreshes(
    database.db,
    someCities(CITIES).map(({ id }) => ({
      cityId: id,
      runId,
      at: now,
      outcome: 'ok',
      provider: 'open-meteo',
      unchanged: [],
      attempts: [{ provider: 'open-meteo', products: ['conditions'], outcome: 'ok' }],
      memories: {},
      reading: { conditions: { ...CONDITIONS, validAt: now, fetchedAt: now } },
    })),
  )
  const providers = [first, second(other)]
  const { checkValues } = createCheckValuesActivities({
    db: database.db,
    now: () => now,
    chain: createProviderChain({ providers, db: database.db, now: () => now, log: NO_LOG }),
    planning: { providers: () => Promise.resolve(providers), promises: [], halfLifeHours: 72 },
    opinionShare: share,
    shareLatest: (ids) => {
      shared.push(...ids)
      return Promise.resolve()
    },
  })
  const context: RefreshContext = {
    runId,
    trigger: 'schedule',
    startedAtMs: now.getTime(),
    force: false,
    maxAgeSeconds: { conditions: 900 },
    tickSeconds: 900,
    claimMs: 60_000,
    priority: 'schedule',
    ...(plan && { plan }),
  }
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })
  return environment.run<[{ context: RefreshContext }], ValuesChecked, typeof checkValues>(
    checkValues,
    {
      context,
    },
  )
}

const listed = () => listDisagreements(database.db, { limit: 10 })

const temperatures = async () =>
  (await latestConditionsOf(database.db, [1, 2, 3])).map(({ temperatureC }) => temperatureC)

describe('a second opinion', () => {
  it('D4: two providers 10° apart are one disagreement with both raw values, and no average', async () => {
    said.other = { temperatureC: 22, validAt: new Date(NOON.getTime() - 20 * MINUTE_MS) }
    expect(await run()).toEqual({
      flagged: 0,
      asked: 3,
      compared: 3,
      disagreed: 3,
      weight: { 'met-norway': 3 },
    })
    const [one] = (await listed()).filter(({ cityId }) => cityId === 1)
    expect(one).toMatchObject({
      provider: 'open-meteo',
      otherProvider: 'met-norway',
      kinds: ['temperature'],
      served: { temperatureC: 12, validAt: NOON.toISOString(), basis: 'analysis' },
      other: { temperatureC: 22, validAt: '2026-11-22T11:40:00.000Z', basis: 'forecast' },
      startedAt: NOON,
      endedAt: null,
      times: 1,
    })
    expect(await temperatures()).toEqual([12, 12, 12])
    const [served] = await latestConditionsOf(database.db, [1])
    expect(served).toMatchObject({ provider: 'open-meteo', flags: ['disagreement'] })
    expect(shared.sort()).toEqual([1, 2, 3])
  })

  it('goes on as the same disagreement while it lasts, is marked on newer values, and ends once they agree', async () => {
    said.other = { temperatureC: 22 }
    await run()
    now = new Date(NOON.getTime() + 15 * MINUTE_MS)
    expect(await run({ runId: 'run-2' })).toMatchObject({ asked: 0 })
    expect((await latestConditionsOf(database.db, [1]))[0]?.flags).toEqual(['disagreement'])
    now = new Date(NOON.getTime() + HOUR_MS)
    expect(await run({ runId: 'run-3' })).toMatchObject({ asked: 3, disagreed: 3 })
    const rows = await listed()
    expect(rows).toHaveLength(3)
    expect(rows[0]).toMatchObject({ times: 2, startedAt: NOON, lastAt: now, runId: 'run-3' })
    now = new Date(NOON.getTime() + 2 * HOUR_MS)
    said.other = { temperatureC: 13 }
    expect(await run({ runId: 'run-4' })).toMatchObject({ compared: 3, disagreed: 0 })
    expect((await listed()).every(({ endedAt }) => Number(endedAt) === Number(now))).toBe(true)
    expect((await latestConditionsOf(database.db, [1]))[0]?.flags).toBeNull()
  })

  it('of another moment says nothing', async () => {
    said.other = { temperatureC: 22, validAt: new Date(NOON.getTime() - 45 * MINUTE_MS) }
    expect(await run()).toMatchObject({ asked: 3, compared: 0, disagreed: 0 })
    expect(await listed()).toEqual([])
    const [row] = await database.db.select().from(secondOpinions)
    expect(row).toMatchObject({ provider: 'met-norway', agrees: null, times: 1 })
  })

  it('is charged in the ledger, and counted of its own share', async () => {
    await run()
    const [usage] = await hourlyUsage(database.db, new Date(NOON.getTime() - HOUR_MS))
    expect(usage).toMatchObject({ provider: 'met-norway', outcome: 'ok', weight: 3 })
    expect(await opinionDays(database.db, 5)).toEqual([
      { day: '2026-11-22', provider: 'met-norway', asked: 3, compared: 3, disagreed: 0, weight: 3 },
    ])
  })

  it('is asked for within its share, as much of it as has passed of the day', async () => {
    // A hundredth of 400 a day, at noon: two calls.
    expect(await run({ other: { quota: quota(400) } })).toMatchObject({ asked: 2 })
    now = new Date(NOON.getTime() + 25 * HOUR_MS)
    expect(await run({ runId: 'run-2', other: { quota: quota(200) } })).toMatchObject({ asked: 1 })
    now = new Date(now.getTime() + HOUR_MS)
    expect(await run({ runId: 'run-3', share: 0 })).toMatchObject({ asked: 0 })
    expect(asked).toHaveLength(3)
  })

  it('is not asked for where the plan needs the provider, or it has no room or trouble', async () => {
    const plan = { products: {} } as unknown as NonNullable<RefreshContext['plan']>
    expect(await run({ plan })).toMatchObject({ asked: 0 })
    expect(await run({ plan, other: { isSparse: true } })).toMatchObject({ asked: 3 })
    await database.db.execute(sql`truncate second_opinions, second_opinion_days, provider_usage`)
    const charge = { provider: 'met-norway', limits: quota(10_000), spacingMs: 0, now } as const
    await reserve(database.db, { ...charge, weight: 7_500 })
    expect(await run({ runId: 'run-2' })).toMatchObject({ asked: 0 })
    await database.db.execute(sql`truncate provider_ledgers`)
    await reserve(database.db, { ...charge, weight: 1 })
    const until = new Date(now.getTime() + HOUR_MS)
    await park(database.db, { provider: 'met-norway', until, reason: 'rate-limited: wait' })
    expect(await run({ runId: 'run-3' })).toMatchObject({ asked: 0 })
  })

  it('goes first to cities in doubt, then to those asked about longest ago', async () => {
    said.other = { temperatureC: 22 }
    await run({ other: { quota: quota(200) } })
    const [doubted] = asked
    said.other = { temperatureC: 12 }
    now = new Date(NOON.getTime() + HOUR_MS)
    await run({ runId: 'run-1b', other: { quota: quota(400) } })
    expect(asked).toEqual([doubted, doubted])
    now = new Date(NOON.getTime() + 2 * HOUR_MS)
    await run({ runId: 'run-1c', other: { quota: quota(700) } })
    expect(asked).toHaveLength(4)
    expect(new Set(asked).size).toBe(3)
  })
})
