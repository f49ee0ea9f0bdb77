import { expect, test } from 'vitest'
import { correctLedger } from '../../db/queries/correct-ledger.ts'
import { reserve } from '../../db/queries/provider-ledgers.ts'
import { park } from '../../db/queries/provider-pauses.ts'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import type { QuotaLimit } from '../../domain/quota/windows.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { installed, NO_ADAPTERS } from '../../test/support/api/installed.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createTestApi, NOW } from '../../test/support/api/test-api.ts'

const QUOTA_LIMITS = {
  'open-meteo': [
    { window: 'day', limit: 10_000 },
    { window: 'month', limit: 40 },
  ],
  nws: [],
} as const

const database = withTestDatabase()
const api = withTestApi({
  database,
  settings: {
    providers: installed(QUOTA_LIMITS),
    adapters: NO_ADAPTERS,
  },
})

const quota = async () => {
  const { statusCode, body } = await api.app.inject('/api/weather/monitoring/quota')
  expect(statusCode).toBe(200)
  api.passShared()
  return JSON.parse(body) as {
    services: Record<string, unknown>[]
    recommendations: string[]
  }
}

const spend = async (calls: number): Promise<void> => {
  const provider = 'open-meteo'
  for (let call = 0; call < calls; call++) {
    await reserve(database.db, { provider, weight: 1, limits: [], spacingMs: 0, now: NOW })
    await recordRequest(database.db, { provider, outcome: 'ok', places: 1, weight: 1, at: NOW })
  }
}

test('before the first call everything is left', async () => {
  expect(await quota()).toEqual({
    timestamp: NOW.toISOString(),
    status: 'healthy',
    services: [
      expect.objectContaining({
        service: 'open-meteo',
        name: 'Open-Meteo',
        status: 'healthy',
        success_rate_24h: null,
      }),
      expect.objectContaining({ service: 'nws', requests_24h: 0 }),
    ],
    recommendations: [],
  })
})

test('S23: after 37 calls 37 are used, and what remains is exact', async () => {
  await spend(37)
  const { services, recommendations, ...rest } = await quota()
  expect(rest).toMatchObject({ status: 'critical' })
  expect(services[0]).toMatchObject({
    status: 'critical',
    requests_24h: 37,
    success_rate_24h: 1,
    used_last_hour: 37,
    cost: { weight_24h: 37, weight_per_request: 1, money: null },
    windows: [
      {
        window: 'day',
        limit: 10_000,
        used: 37,
        reserved: 500,
        remaining: 9_963,
        source: 'local',
        used_share: 0.0037,
        resets_at: '2026-11-23T00:00:00.000Z',
        status: 'healthy',
        exhausted_at: null,
      },
      {
        window: 'month',
        limit: 40,
        used: 37,
        reserved: 2,
        remaining: 3,
        resets_at: '2026-12-01T00:00:00.000Z',
        status: 'critical',
      },
    ],
  })
  expect(recommendations).toEqual([
    expect.stringMatching(/^Open-Meteo: 92 % of this month's 40 used, runs out at 10:34 UTC/),
  ])
})

test('the cooldown of a provider is shown with its reason', async () => {
  const until = new Date(NOW.getTime() + 30_000)
  await park(database.db, { provider: 'open-meteo', until, reason: 'rate-limited: too many' })
  const { services } = await quota()
  expect(services[0]).toMatchObject({
    parked_until: until.toISOString(),
    parked_reason: 'rate-limited: too many',
  })
})

test('a count that drifted from the provider’s is shown with both', async () => {
  const limit: QuotaLimit = { window: 'day', limit: 10_000, source: 'test', asOf: '2026-11-22' }
  const charged = await reserve(database.db, {
    provider: 'nws',
    weight: 40,
    limits: [limit],
    spacingMs: 0,
    now: NOW,
  })
  if (!charged.granted) throw new Error(charged.reason)
  await correctLedger(database.db, {
    provider: 'nws',
    limit,
    reported: { window: 'day', left: 37, limit: null },
    source: 'headers',
    charge: charged.charge,
    now: NOW,
  })
  const { services } = await quota()
  expect(services.find(({ service }) => service === 'nws')?.['drifts_24h']).toEqual([
    {
      window: 'day',
      at: NOW.toISOString(),
      limit: 10_000,
      ledger_left: 9_960,
      reported_left: 37,
      source: 'headers',
      times: 1,
    },
  ])
})

test('E25: a window says whether its count was set to the provider’s', async () => {
  const limit: QuotaLimit = { window: 'day', limit: 10_000, source: 'test', asOf: '2026-11-22' }
  const request = { provider: 'open-meteo', weight: 1, limits: [limit], spacingMs: 0 } as const
  const charged = await reserve(database.db, { ...request, isTest: true, now: NOW })
  if (!charged.granted) throw new Error(charged.reason)
  const sources = async () => {
    const [service] = (await quota()).services
    const windows = service?.['windows'] as { window: string; source: string }[]
    return Object.fromEntries(windows.map(({ window, source }) => [window, source]))
  }
  expect(await sources()).toEqual({ day: 'local', month: 'local' })
  for (const [left, source] of [
    [9_000, 'headers'],
    [0, 'refusal'],
  ] as const) {
    const { charge } = charged
    const reported = { window: 'day', left, limit: null } as const
    const correction = { provider: 'open-meteo', limit, reported, source, charge } as const
    await correctLedger(database.db, { ...correction, now: NOW })
    expect(await sources()).toEqual({ day: source, month: 'local' })
  }
  api.clock.now = new Date('2026-11-23T00:00:00Z')
  expect(await sources()).toEqual({ day: 'local', month: 'local' })
  api.clock.now = NOW
})

test('without a database the answer is a problem, not a number', async () => {
  const apart = createTestApi()
  const answer = await apart.app.inject('/api/weather/monitoring/quota')
  expect(answer.statusCode).toBe(503)
  await apart.close()
})
