import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Attempt } from '../../domain/provider/attempt.ts'
import { saveRefreshes } from '../../db/queries/save-refreshes.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { NOW } from '../../test/support/api/test-api.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

const MINUTE_MS = 60_000

beforeEach(async () => {
  await database.db.execute(sql`truncate incidents, incident_cities restart identity`)
})

async function call(method: 'GET' | 'POST', path: string) {
  const url = `/api/weather/${path}`
  const answer = await api.app.inject(method === 'GET' ? { url } : { method, url, payload: {} })
  const body = answer.json<Record<string, unknown>>()
  return { ...body, code: answer.statusCode }
}

/** Every city is served by MET Norway, because this provider fails. */
async function failing(provider: Attempt['provider'], minutesAgo: number): Promise<void> {
  const at = new Date(NOW.getTime() - minutesAgo * MINUTE_MS)
  const attempts: Attempt[] = [
    { provider, products: ['conditions'], outcome: 'unavailable', message: 'HTTP 503' },
    { provider: 'met-norway', products: ['conditions'], outcome: 'ok' },
  ]
  const served = { outcome: 'ok', provider: 'met-norway', reading: {}, unchanged: [] } as const
  const more = { memories: {}, attempts, runId: 'run-1', at }
  const refreshes = KNOWN_CITIES.map(({ id }) => ({ ...served, ...more, cityId: id }))
  await saveRefreshes(database.db, refreshes)
}

/** Nobody serves instead. */
async function unserved(provider: Attempt['provider'], minutesAgo: number) {
  const at = new Date(NOW.getTime() - minutesAgo * MINUTE_MS)
  const attempts: Attempt[] = [{ provider, products: ['conditions'], outcome: 'unavailable' }]
  const failed = { outcome: 'failed', provider: null, reading: {}, unchanged: [] } as const
  const more = { memories: {}, attempts, runId: 'run-1', at }
  const refreshes = KNOWN_CITIES.map(({ id }) => ({ ...failed, ...more, cityId: id }))
  await saveRefreshes(database.db, refreshes)
}

describe('D6: incidents', () => {
  it('say who failed, since when, whom it met, and who served instead', async () => {
    await failing('open-meteo', 30)
    const startedAt = new Date(NOW.getTime() - 30 * MINUTE_MS).toISOString()
    const shown = {
      id: 1,
      provider: 'open-meteo',
      cause: 'unreachable',
      status: 'open',
      severity: 'major',
      level: 'warning',
      endpoints: ['conditions'],
      started_at: startedAt,
      last_failure_at: startedAt,
      ended_at: null,
      reopened: 0,
      message: 'HTTP 503',
      cities_affected: KNOWN_CITIES.length,
      cities_unserved: 0,
      errors: { unavailable: KNOWN_CITIES.length },
      served_by: { 'met-norway': KNOWN_CITIES.length },
      run_ids: ['run-1'],
    }
    expect(await call('GET', 'incidents')).toMatchObject({
      code: 200,
      incidents: [shown],
      next_cursor: null,
    })
    const one = await call('GET', 'incidents/1')
    expect(one).toMatchObject({ code: 200, ...shown, requests_spent: 0, weight_spent: 0 })
    const [first] = one['cities' as keyof typeof one] as unknown as object[]
    expect(first).toMatchObject({
      first_at: startedAt,
      served_by: 'met-norway',
      was_unserved: false,
    })
  })

  it('are found by city and provider, and come in pages', async () => {
    await failing('open-meteo', 30)
    await failing('weatherapi', 20)
    const city = KNOWN_CITIES[0]?.id ?? 0
    expect(await call('GET', `incidents?city_id=${city}&limit=1`)).toMatchObject({
      incidents: [{ id: 2, provider: 'weatherapi' }],
      next_cursor: 2,
    })
    expect(await call('GET', `incidents?city_id=${city}&cursor=2`)).toMatchObject({
      incidents: [{ id: 1 }],
      next_cursor: null,
    })
    expect(await call('GET', 'incidents?city_id=999&status=open')).toMatchObject({ incidents: [] })
    expect(await call('GET', 'incidents?provider=open-meteo')).toMatchObject({
      incidents: [{ id: 1 }],
    })
  })

  it('are closed by a person once', async () => {
    await failing('open-meteo', 30)
    expect(await call('POST', 'incidents/1/close')).toMatchObject({
      code: 200,
      status: 'closed',
      ended: 'person',
      ended_by: 'loopback',
      ended_at: NOW.toISOString(),
    })
    expect(await call('POST', 'incidents/1/close')).toMatchObject({
      code: 409,
      kind: 'incident-closed',
    })
    for (const [method, path] of [
      ['GET', 'incidents/9'],
      ['POST', 'incidents/9/close'],
    ] as const) {
      expect(await call(method, path)).toMatchObject({ code: 404, kind: 'unknown-incident' })
    }
  })
})

describe('S51, E44: failovers', () => {
  it('are the incidents of the days named, and none where no one failed', async () => {
    expect(await call('GET', 'failovers/')).toEqual({
      code: 200,
      failover_events: [],
      period_days: 7,
      total_events: 0,
    })
    await failing('open-meteo', 30)
    expect(await call('GET', 'failovers/?days=1')).toEqual({
      code: 200,
      failover_events: [
        {
          id: 1,
          primary_provider: 'open-meteo',
          fallback_provider: 'met-norway',
          endpoint: 'conditions',
          reason: 'unreachable',
          failed_at: new Date(NOW.getTime() - 30 * MINUTE_MS).toISOString(),
          resolved_at: null,
          error_details: 'HTTP 503',
        },
      ],
      period_days: 1,
      total_events: 1,
    })
  })

  it('E44: are only those in which a fallback has served', async () => {
    await unserved('open-meteo', 30)
    await failing('weatherapi', 20)
    expect(await call('GET', 'incidents')).toMatchObject({ incidents: [{ id: 2 }, { id: 1 }] })
    expect(await call('GET', 'failovers/')).toMatchObject({
      failover_events: [{ id: 2, primary_provider: 'weatherapi' }],
      total_events: 1,
    })
    await failing('open-meteo', 10)
    expect(await call('GET', 'failovers/')).toMatchObject({
      failover_events: [{ id: 2 }, { id: 1, fallback_provider: 'met-norway' }],
      total_events: 2,
    })
  })

  it('are resolved once, and 400 the second time', async () => {
    await failing('open-meteo', 30)
    expect(await call('POST', 'failovers/1/resolve/')).toMatchObject({
      code: 200,
      resolved_at: NOW.toISOString(),
    })
    expect(await call('POST', 'failovers/1/resolve/')).toMatchObject({
      code: 400,
      kind: 'incident-closed',
    })
  })
})
