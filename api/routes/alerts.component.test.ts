import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { refreshStates } from '../../db/schema/index.ts'
import { addCacheUse } from '../../db/queries/cache-hours.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { installed } from '../../test/support/api/installed.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { NOW } from '../../test/support/api/test-api.ts'

const MINUTE_MS = 60_000

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database, settings: { providers: installed({ 'open-meteo': [] }) } })

beforeEach(async () => {
  await database.db.execute(sql`truncate alerts restart identity`)
  await allConfirmed(NOW)
  atMinute(0)
})

const atMinute = (minutes: number): void => {
  api.clock.now = new Date(NOW.getTime() + minutes * MINUTE_MS)
}

const allConfirmed = (at: Date | null) =>
  database.db.update(refreshStates).set({ conditionsConfirmedAt: at })

const call = async (method: 'GET' | 'POST', path: string) => {
  const url = `/api/weather/${path}`
  const answer = await api.app.inject(method === 'GET' ? { url } : { method, url, payload: {} })
  const body = answer.json<Record<string, unknown>>()
  return { ...body, alerts: body['alerts'], code: answer.statusCode }
}

const check = () => call('POST', 'analytics/health-check')
const alerts = async (query = '') =>
  (await call('GET', `monitoring/alerts${query}`)).alerts as Record<string, unknown>[]

describe('S61, E41: the health report', () => {
  it('is healthy where no rule holds, and says what was judged', async () => {
    expect(await call('GET', 'analytics/health-report/')).toEqual({
      code: 200,
      timestamp: NOW.toISOString(),
      overall_status: 'healthy',
      alerts: [],
      warnings: [],
      metrics: {
        cache_reads_24h: 0,
        cache_hit_rate: null,
        total_cities: 3,
        freshness_score: 100,
        stale_share: 0,
        providers: [
          { provider: 'open-meteo', requests: 0, error_rate: null, response_time_ms: null },
        ],
      },
    })
  })

  it('has alerts and warnings, and stores none', async () => {
    await allConfirmed(null)
    await addCacheUse(database.db, [{ kind: 'conditions', hits: 55, misses: 45 }], NOW)
    atMinute(1)
    expect(await call('GET', 'analytics/health-report')).toMatchObject({
      overall_status: 'critical',
      alerts: [
        { type: 'freshness', severity: 'critical', message: expect.stringContaining('0 of 100') },
        { type: 'freshness', severity: 'error', recommendation: expect.any(String) },
      ],
      warnings: [{ type: 'cache', message: expect.stringContaining('55 % of 100 reads') }],
    })
    expect(await alerts()).toEqual([])
    await database.db.execute(sql`truncate cache_hours`)
  })
})

describe('S62, E41: alerts', () => {
  it('are raised once, however often their rules hold, and resolve themselves', async () => {
    await allConfirmed(null)
    expect(await check()).toMatchObject({ code: 200, alerts_raised: 2, alerts_resolved: 0 })
    atMinute(1)
    expect(await check()).toMatchObject({ alerts_raised: 0 })
    expect(await alerts('?status=active&severity=critical')).toEqual([
      {
        id: 1,
        key: 'freshness:score',
        type: 'freshness',
        severity: 'critical',
        status: 'active',
        message: 'The freshness of 3 cities scores 0 of 100',
        recommendation: expect.any(String),
        raised_at: NOW.toISOString(),
        last_seen_at: api.clock.now.toISOString(),
        occurrences: 2,
        escalated_at: null,
        acknowledged_at: null,
        acknowledged_by: null,
        resolved_at: null,
        resolved_by: null,
      },
    ])
    await allConfirmed(api.clock.now)
    expect(await check()).toMatchObject({ overall_status: 'healthy', alerts_resolved: 2 })
    expect(await alerts('?status=active')).toEqual([])
    // Within ten minutes it is the same trouble.
    await allConfirmed(null)
    expect(await check()).toMatchObject({ overall_status: 'critical', alerts_raised: 0 })
    atMinute(11)
    expect(await check()).toMatchObject({ alerts_raised: 2 })
    expect(await alerts('?status=resolved')).toHaveLength(2)
  })

  it('that are critical become emergencies after 30 minutes, unless somebody sees to them', async () => {
    await allConfirmed(null)
    await check()
    atMinute(30)
    expect(await check()).toMatchObject({ alerts_escalated: 1 })
    expect(await alerts('?severity=emergency')).toMatchObject([
      { id: 1, escalated_at: api.clock.now.toISOString() },
    ])
    expect(await check()).toMatchObject({ alerts_escalated: 0 })
  })

  it('are acknowledged and resolved by people, who are named', async () => {
    await allConfirmed(null)
    await check()
    const acknowledged = await call('POST', 'monitoring/alerts/1/acknowledge')
    expect(acknowledged).toMatchObject({
      code: 200,
      status: 'acknowledged',
      acknowledged_at: NOW.toISOString(),
      acknowledged_by: 'loopback',
    })
    atMinute(5)
    expect(await call('POST', 'monitoring/alerts/1/acknowledge')).toMatchObject({
      acknowledged_at: NOW.toISOString(),
    })
    atMinute(40)
    expect(await check()).toMatchObject({ alerts_escalated: 0 })
    expect(await call('POST', 'monitoring/alerts/1/resolve/')).toMatchObject({
      code: 200,
      status: 'resolved',
      resolved_by: 'loopback',
    })
    expect(await call('POST', 'monitoring/alerts/1/resolve')).toMatchObject({
      code: 409,
      kind: 'alert-resolved',
    })
    expect(await call('POST', 'monitoring/alerts/99/acknowledge')).toMatchObject({
      code: 404,
      kind: 'unknown-alert',
    })
  })

  it('come in pages, the newest first', async () => {
    await allConfirmed(null)
    await check()
    const first = await call('GET', 'monitoring/alerts?limit=1')
    expect(first).toMatchObject({ alerts: [{ id: 2 }], next_cursor: 2 })
    expect(await call('GET', 'monitoring/alerts?limit=1&cursor=2')).toMatchObject({
      alerts: [{ id: 1 }],
      next_cursor: null,
    })
  })
})
