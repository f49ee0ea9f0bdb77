import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { saveRolledUpTo, rollUpHours } from '../../db/queries/rollups.ts'
import { conditions } from '../../db/schema/index.ts'
import { saveRunSummary } from '../../db/queries/run-summaries.ts'
import { storeMeasured } from '../../test/support/data/analytics-data.ts'
import { KNOWN_CITIES, LONDON, REYKJAVIK } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { installed } from '../../test/support/api/installed.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createTestApi, NOW, type TestApi } from '../../test/support/api/test-api.ts'
import type { DashboardBody } from '../schemas/dashboard.ts'

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * HOUR_MS)

const database = withTestDatabase({ cities: KNOWN_CITIES })
const apis: TestApi[] = []
let api: TestApi

beforeEach(() => {
  api = createTestApi({
    db: database.db,
    settings: { providers: installed({ 'open-meteo': [], nws: [] }) },
  })
  apis.push(api)
})

afterAll(async () => {
  for (const { close } of apis) await close()
})

async function dashboard(): Promise<DashboardBody> {
  const answer = await api.app.inject('/api/weather/monitoring/dashboard/')
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

describe('S20: the dashboard', () => {
  it('of a new installation has the keys of the original, and invents nothing', async () => {
    const { task_stats: tasks, api_health: services, ...body } = await dashboard()
    expect(tasks).toMatchObject({ active_tasks: 0, scheduled_tasks: 5, queued_steps: 0 })
    expect(services).toMatchObject({
      primary_service: { service: 'open-meteo', status: 'healthy', last_check: null },
      fallback_services: [{ service_1: { service: 'nws' } }],
      cache_status: 'healthy',
    })
    expect(body).toEqual({
      timestamp: NOW.toISOString(),
      verdict: {
        level: 'notice',
        rule: 'first-refresh',
        sentence: 'First refresh: 0 of 3 cities have weather.',
      },
      freshness: {
        as_of: NOW.toISOString(),
        total: 3,
        never: 3,
        by_minute: [],
        oldest: null,
      },
      weather_stats: {
        total_cities: 3,
        weather_records_24h: 0,
        weather_records_1h: 0,
        avg_temperature_24h: null,
        freshness_breakdown: { very_fresh: 0, fresh: 0, stale: 0, very_stale: 0, no_data: 3 },
        units: { avg_temperature_24h: '°C' },
        as_of: NOW.toISOString(),
      },
      cache_stats: {
        cache_backend: 'memory',
        status: 'healthy',
        ttl_settings: expect.any(Object),
        hit_rate_24h: null,
      },
    })
  })

  it('counts readings once, whether they are rolled up or not', async () => {
    const { db } = database
    await storeConditions(db, LONDON.id, hoursAgo(30), 99)
    await storeConditions(db, LONDON.id, hoursAgo(20), 2)
    await storeConditions(db, REYKJAVIK.id, hoursAgo(5), 4)
    await storeConditions(db, LONDON.id, hoursAgo(0.4), 12)
    // Of a moment to come, as where the provider's clock is ahead: counted when it is there.
    await storeMeasured(db, [{ cityId: LONDON.id, at: hoursAgo(-0.2), temperatureC: 50 }])
    const counts = {
      weather_records_24h: 3,
      weather_records_1h: 1,
      avg_temperature_24h: 6,
      freshness_breakdown: { very_fresh: 0, fresh: 1, stale: 0, very_stale: 1, no_data: 1 },
    }
    const first = await dashboard()
    expect(first.weather_stats).toMatchObject(counts)
    expect(first.freshness).toMatchObject({
      total: 3,
      never: 1,
      by_minute: [
        [24, 1],
        [300, 1],
      ],
      oldest: { city_id: REYKJAVIK.id, country: 'IS' },
    })
    expect(first.verdict).toMatchObject({ level: 'critical', rule: 'late' })

    const hours = { from: hoursAgo(48), to: hoursAgo(0) }
    await rollUpHours(db, hours, { after: 0, last: 9_999_999, active: 3 })
    await saveRolledUpTo(db, NOW)
    api.clock.now = new Date(NOW.getTime() + 15_000)
    expect((await dashboard()).weather_stats).toMatchObject(counts)

    // What is rolled up is not read again.
    await db.delete(conditions).where(sql`valid_at < ${hoursAgo(10).toISOString()}::timestamptz`)
    api.clock.now = new Date(NOW.getTime() + 30_000)
    expect((await dashboard()).weather_stats).toMatchObject(counts)
  })

  it('says of each schedule when it ran last, how that ended, and when it runs next', async () => {
    const { schedules } = api.temporal
    const state = schedules.states.get('monitor-api-quota')!
    const run = {
      taskId: 'monitor-api-quota-1/run-9',
      runId: 'run-9',
      scheduledAt: hoursAgo(1),
      startedAt: hoursAgo(1),
    }
    schedules.states.set('monitor-api-quota', { ...state, recentRuns: [run] })
    await schedules.pause('cleanup-old-weather-data', 'Not now')
    await saveRunSummary(database.db, {
      runId: 'run-9',
      workflowId: 'monitor-api-quota-1',
      workflowType: 'monitorApiQuota',
      trigger: 'schedule',
      status: 'completed',
      startedAt: hoursAgo(1),
      finishedAt: hoursAgo(1),
      summary: {},
    })
    const { task_stats: tasks } = await dashboard()
    expect(tasks.scheduled_tasks).toBe(4)
    expect(tasks.schedules).toContainEqual({
      id: 'monitor-api-quota',
      paused: false,
      running: 0,
      last_run_at: hoursAgo(1).toISOString(),
      last_run_status: 'completed',
      next_run_at: '2026-11-22T10:31:00.000Z',
    })
    expect(tasks.schedules).toContainEqual(
      expect.objectContaining({ id: 'cleanup-old-weather-data', paused: true, next_run_at: null }),
    )
  })
})

describe('E23: tasks under way', () => {
  it('are three when three were started, counted once for all who ask', async () => {
    for (let run = 0; run < 3; run++) {
      const started = await api.app.inject({
        method: 'POST',
        url: '/api/weather/monitoring/refresh',
        payload: {},
      })
      expect(started.statusCode).toBe(202)
    }
    api.temporal.queuedSteps = 7
    const all = await Promise.all(Array.from({ length: 10 }, dashboard))
    for (const { task_stats: tasks } of all) {
      expect(tasks).toMatchObject({ active_tasks: 3, queued_steps: 7, reason: null })
    }
    expect(api.temporal.counted).toBe(1)
  })

  it('are not known without Temporal, and the rest is', async () => {
    api.temporal.error = Object.assign(new Error('14 UNAVAILABLE'), {
      code: 14,
      details: 'No connection established',
      metadata: {},
    })
    expect(await dashboard()).toMatchObject({
      task_stats: { active_tasks: null, schedules: [], reason: 'Temporal does not answer' },
      weather_stats: { total_cities: 3 },
    })
  })
})
