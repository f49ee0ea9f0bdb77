import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { applyFindings } from '../../db/queries/alerts.ts'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import { installed } from '../../test/support/api/installed.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({
  database,
  settings: { providers: installed({ 'open-meteo': [], 'met-norway': [] }) },
})

const [FIRST, ...OTHERS] = KNOWN_CITIES.map(({ id }) => id)

beforeAll(async () => {
  const { db } = database
  for (const cityId of OTHERS) await storeConditions(db, cityId, NOW)
  await saveRefreshes(db, [
    {
      cityId: FIRST ?? 0,
      runId: 'run-1',
      at: NOW,
      outcome: 'ok',
      provider: 'met-norway',
      reading: {},
      unchanged: [],
      memories: {},
      attempts: [
        { provider: 'open-meteo', products: ['conditions'], outcome: 'unavailable' },
        { provider: 'met-norway', products: ['conditions'], outcome: 'ok' },
      ],
    },
  ])
  const request = { provider: 'open-meteo', places: 1, weight: 2, at: NOW } as const
  await recordRequest(db, { ...request, outcome: 'ok' })
  await recordRequest(db, { ...request, outcome: 'ok' })
  await recordRequest(db, { ...request, outcome: 'unavailable' })
  await recordRequest(db, { ...request, provider: 'met-norway', outcome: 'ok' })
  await db.execute(sql`insert into provider_controls (provider, cost_per_call, changed_at, changed_by)
    values ('open-meteo', 0.5, now(), 'test')`)
  for (const key of ['cache', 'freshness', 'capacity']) {
    const finding = { key, type: 'cache', severity: 'warning' } as const
    await applyFindings(db, [{ ...finding, message: key, recommendation: 'r' }], NOW)
  }
})

const get = async (path: string) => {
  const answer = await api.app.inject(`/api/weather/${path}`)
  return { code: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}

describe('S55: how it stands', () => {
  it('system-health is a score with its parts and a grade', async () => {
    const { code, body } = await get('system-health/')
    expect(code).toBe(200)
    // Two of three cities are fresh; everything else is well.
    expect(body).toMatchObject({
      timestamp: NOW.toISOString(),
      overall_score: 83.4,
      status: 'Good',
      overall_status: 'healthy',
      scores: { freshness: 66.7, providers: 100, parts: 100 },
      active_alerts: 1,
      open_incidents: 1,
    })
  })

  it('dashboard counts providers, today’s usage, failovers, and those asked most', async () => {
    expect((await get('dashboard/')).body).toEqual({
      timestamp: NOW.toISOString(),
      providers: { total: 6, active: 2, healthy: 2 },
      usage_today: { requests: 4, success: 3, errors: 1, cost: 3 },
      failovers_24h: 1,
      top_providers: [
        {
          provider: 'open-meteo',
          name: 'Open-Meteo',
          requests: 3,
          success: 2,
          errors: 1,
          cost: 3,
        },
        {
          provider: 'met-norway',
          name: 'MET Norway',
          requests: 1,
          success: 1,
          errors: 0,
          cost: null,
        },
      ],
    })
  })

  it('real-time-status has providers in their order, what runs, and what is open', async () => {
    const { body } = await get('real-time-status/')
    expect(body).toMatchObject({
      providers: [
        { service: 'open-meteo', status: 'healthy' },
        { service: 'met-norway', status: 'healthy' },
      ],
      active_tasks: 0,
      active_failovers: [
        { id: 1, primary_provider: 'open-meteo', reason: 'unreachable', cities_affected: 1 },
      ],
    })
  })

  it('latest-alerts are the newest first, ten where no limit is named', async () => {
    const { body } = await get('latest-alerts/?limit=2')
    expect(body).toMatchObject({ alerts: [{ key: 'capacity' }, { key: 'freshness' }], total: 2 })
    expect((await get('latest-alerts/')).body).toMatchObject({ total: 3 })
    expect((await get('latest-alerts/?limit=0')).code).toBe(400)
  })
})
