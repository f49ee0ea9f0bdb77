import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { importCities } from '../../db/queries/cities.ts'
import { mirrorPauses } from '../../db/queries/schedule-pauses.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
import { createTestApi, NOW, type TestApi } from '../../test/support/api/test-api.ts'
import { postgresUrl } from '../../test/support/services/test-database.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

const database = withTestDatabase()
let api: TestApi
const apart = withTestApi()

beforeEach(async () => {
  const { db } = database
  await db.execute(sql`truncate cities, schedule_pauses cascade`)
  await importCities(db, KNOWN_CITIES)
  await installedMinutesAgo(600)
  await confirmed(5)
  api = createTestApi({ db })
  return () => api.app.close()
})

const minutesAgo = (minutes: number) =>
  sql`${new Date(NOW.getTime() - minutes * MINUTE_MS).toISOString()}::timestamptz`

const installedMinutesAgo = (minutes: number) =>
  database.db.execute(sql`update installation set stamped_at = ${minutesAgo(minutes)}`)

const untried = () =>
  database.db.execute(
    sql`update refresh_states set conditions_confirmed_at = null, outcome_at = null`,
  )

const confirmed = (minutes: number, limit = KNOWN_CITIES.length) =>
  database.db.execute(sql`
    update refresh_states set conditions_confirmed_at = ${minutesAgo(minutes)}, outcome_at = now()
    where city_id in (select id from cities order by id limit ${limit})`)

interface Check {
  readonly name: string
  readonly status: string
  readonly reason: string | null
}

interface Ready {
  readonly status: string
  readonly missing: string[]
  readonly checks: Check[]
}

/** A second after all that was asked before. */
function ask(of: TestApi = api) {
  of.clock.now = new Date(of.clock.now.getTime() + SECOND_MS)
  return of.app.inject('/readyz')
}

async function ready(of: TestApi = api) {
  const answer = await ask(of)
  const body = answer.json<Ready>()
  const checks = Object.fromEntries(body.checks.map((check) => [check.name, check]))
  return { code: answer.statusCode, missing: body.missing, checks }
}

test('it is ready when all that it needs answers', async () => {
  const answer = await ask()
  const names = ['database', 'writing', 'temporal', 'workers', 'progress', 'freshness', 'cache']
  expect([answer.statusCode, answer.json()]).toEqual([
    200,
    {
      status: 'ready',
      missing: [],
      checks: names.map((name) => ({ name, status: 'ok', reason: null })),
      queues_without_worker: [],
    },
  ])
})

test('it says what is missing, and blames the database for nothing else', async () => {
  api.temporal.unserved = ['weather_refresh']
  expect(await ready()).toMatchObject({
    code: 503,
    missing: ['workers'],
    checks: { workers: { reason: 'no worker polls weather_refresh' } },
  })
  apart.temporal.serving = false
  expect(await ready(apart)).toMatchObject({
    code: 503,
    missing: ['database', 'temporal'],
    checks: {
      writing: { status: 'skipped', reason: 'the database does not answer' },
      progress: { status: 'skipped', reason: 'Temporal does not answer' },
      freshness: { status: 'skipped' },
    },
  })
})

test('within a second all who ask have the same answer', async () => {
  const first = await ask()
  api.temporal.unserved = ['weather_refresh']
  expect((await api.app.inject('/readyz')).body).toBe(first.body)
  expect((await ask()).statusCode).toBe(503)
})

test('who may not read learns whether it is ready, and no more', async () => {
  const guarded = createTestApi({ db: database.db, tokens: 'stored' })
  const headers = bearer(await createToken(database.db, 'read', { name: 'probe' }))
  const keysFor = async (sent: Record<string, string>) =>
    Object.keys((await guarded.app.inject({ url: '/readyz', headers: sent })).json<object>())
  expect(await keysFor({})).toEqual(['status'])
  expect(await keysFor(headers)).toContain('checks')
  await guarded.close()
})

test('a queue of jobs without a worker is named, and does not keep people waiting', async () => {
  api.temporal.unserved = ['maintenance']
  const answer = await ask()
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ missing: [], queues_without_worker: ['maintenance'] })
})

test('a database that can be read and not written to is not ready, with the reason', async () => {
  const client = openDatabase({ url: database.url, poolSize: 1 })
  await client.db.execute(sql`set default_transaction_read_only = on`)
  const readOnly = createTestApi({ db: client.db })
  const reason = 'nothing can be stored: the database is read-only'
  expect(await ready(readOnly)).toMatchObject({
    code: 503,
    missing: ['writing'],
    checks: { database: { status: 'ok' }, writing: { status: 'failing', reason } },
  })
  await client.db.execute(sql`set default_transaction_read_only = off`)
  // Checked rarely: the answer stands until the next probe is due.
  expect((await ready(readOnly)).missing).toEqual(['writing'])
  readOnly.clock.now = new Date(NOW.getTime() + MINUTE_MS)
  expect((await ready(readOnly)).missing).toEqual([])
  await readOnly.app.close()
  await client.close()
})

test('a table that is missing, or not ours to write, has its own reason', async () => {
  const { db } = database
  await db.execute(sql`alter table write_probe rename to write_probe_away`)
  const { checks } = await ready()
  await db.execute(sql`alter table write_probe_away rename to write_probe`)
  expect(checks['writing']).toMatchObject({
    status: 'failing',
    reason: 'nothing can be stored: a table is missing: run `weather247 migrate`',
  })
})

test.skipIf(!postgresUrl)('a dump that holds the tables does not make it unready', async () => {
  const client = openDatabase({ url: database.url, poolSize: 1 })
  await client.db.transaction(async (dump) => {
    await dump.execute(sql`lock table write_probe in access share mode`)
    expect((await ready()).checks['writing']).toMatchObject({ status: 'ok' })
  })
  await client.close()
})

test('half of the cities late beyond twice their age is not ready, a few are', async () => {
  expect(KNOWN_CITIES.length).toBe(3)
  await confirmed(29)
  expect((await ready()).code).toBe(200)
  await confirmed(31, 1)
  api.clock.now = new Date(NOW.getTime() + 20_000)
  expect((await ready()).code).toBe(200)
  await confirmed(31, 2)
  api.clock.now = new Date(NOW.getTime() + 40_000)
  const reason =
    '2 of 3 cities are older than 30 min: see in the last runs of refresh-all-cities why'
  expect(await ready()).toMatchObject({
    code: 503,
    missing: ['freshness'],
    checks: { freshness: { status: 'failing', reason } },
  })
})

test('cities that were tried and never served are late, new ones are not counted', async () => {
  await untried()
  await database.db.execute(sql`
    update refresh_states set outcome = 'failed', outcome_at = now()
    where city_id = (select min(id) from cities)`)
  expect((await ready()).checks['freshness']).toMatchObject({
    status: 'failing',
    reason: expect.stringContaining('1 of 1 cities'),
  })
})

test('what is not active is not late', async () => {
  await confirmed(600, 2)
  await database.db.execute(sql`
    update cities set active = false where id in (select id from cities order by id limit 2)`)
  await database.db.execute(sql`
    update refresh_states set conditions_confirmed_at = ${minutesAgo(1)}
    where city_id = (select max(id) from cities)`)
  expect((await ready()).missing).toEqual([])
})

test('a new installation is ready before its first refresh, not for ever', async () => {
  await untried()
  await installedMinutesAgo(10)
  expect((await ready()).checks['freshness']).toMatchObject({
    status: 'skipped',
    reason: 'the first refresh has not ended',
  })
  api.clock.now = new Date(NOW.getTime() + 30 * MINUTE_MS)
  expect(await ready()).toMatchObject({
    code: 503,
    checks: { freshness: { reason: expect.stringContaining('no city was ever refreshed') } },
  })
})

test('cities may be as old as the schedule lets them, and while it is paused of any age', async () => {
  await confirmed(100)
  const hourly = createTestApi({ db: database.db, settings: { refreshEverySeconds: 3_600 } })
  expect((await ready(hourly)).missing).toEqual([])
  await hourly.app.close()
  expect((await ready()).missing).toEqual(['freshness'])
  const paused = { id: 'refresh-all-cities', paused: true, note: 'Quota' }
  await mirrorPauses(database.db, [paused], NOW)
  api.clock.now = new Date(NOW.getTime() + MINUTE_MS)
  expect((await ready()).checks['freshness']).toMatchObject({
    status: 'skipped',
    reason: 'refresh-all-cities is paused',
  })
})

test('tasks that wait while no worker takes any have their own reason', async () => {
  api.temporal.waiting = { tasks: 4, oldestSeconds: 83 }
  expect(await ready()).toMatchObject({
    code: 503,
    missing: ['progress'],
    checks: { progress: { reason: expect.stringContaining('4 tasks wait, the longest for 83 s') } },
  })
})

test('Redis that does not answer is said, and costs no readiness', async () => {
  const settings = {
    cache: {
      backend: 'redis',
      freshSeconds: { conditions: 900 },
      keepSeconds: 3600,
      analyticsSeconds: 14_400,
    },
  } as const
  const withRedis = createTestApi({
    db: database.db,
    settings,
    cache: { kind: 'redis', url: 'redis://127.0.0.1:1' },
  })
  expect(await ready(withRedis)).toMatchObject({
    code: 200,
    missing: [],
    checks: { cache: { status: 'degraded', reason: expect.stringContaining('REDIS_URL') } },
  })
  await withRedis.cache.close()
  await withRedis.app.close()
})
