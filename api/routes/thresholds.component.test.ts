import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { thresholdCrossings } from '../../db/schema/index.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { NOW } from '../../test/support/api/test-api.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })
const CITY = KNOWN_CITIES[0]?.id ?? 0

beforeEach(async () => {
  await database.db.execute(sql`truncate thresholds, threshold_crossings restart identity`)
})

async function call(method: 'GET' | 'POST' | 'DELETE', path = '', payload: object = {}) {
  const url = `/api/weather/thresholds${path}`
  const answer = await api.app.inject({ method, url, ...(method === 'POST' && { payload }) })
  return { ...answer.json<Record<string, unknown>>(), code: answer.statusCode }
}

const HEAT = { name: 'heat', field: 'temperature', side: 'above', value: 95, unit: '°F' }

it('S63: a threshold is for a city or all, in units of the field, with quiet hours', async () => {
  const quiet = { from: '22:00', to: '07:00' }
  expect(await call('POST', '', { ...HEAT, city_id: CITY, quiet_hours: quiet })).toMatchObject({
    code: 201,
    id: 1,
    field: 'temperature',
    side: 'above',
    value: 35,
    unit: '°C',
    city_id: CITY,
    city: KNOWN_CITIES[0]?.name,
    quiet_hours: quiet,
    cities_holding: 0,
  })
  const wind = { name: 'gale', field: 'wind_speed', side: 'above', value: 50 }
  expect(await call('POST', '', wind)).toMatchObject({ code: 201, city_id: null, unit: 'km/h' })
  expect(await call('GET')).toMatchObject({ thresholds: [{ id: 1 }, { id: 2, quiet_hours: null }] })
})

it.each([
  [{ value: 999 }, 400, '-95 to 62'],
  [{ unit: 'km/h' }, 400, '°C, °F, K'],
  [{ field: 'condition' }, 400, 'field'],
  [{ quiet_hours: { from: '22:00', to: '22:00' } }, 400, 'the same'],
  [{ quiet_hours: { from: '25:00', to: '07:00' } }, 400, 'quiet_hours'],
  [{ city_id: 1 }, 404, ''],
])('%j is refused with %d', async (wrong, code, why) => {
  expect(await call('POST', '', { ...HEAT, ...wrong })).toMatchObject({
    code,
    detail: expect.stringContaining(why) as string,
  })
})

it('says when it held, and is deleted with that', async () => {
  await call('POST', '', HEAT)
  expect(await call('POST', '', HEAT)).toMatchObject({ code: 409, kind: 'threshold-exists' })
  const row = { thresholdId: 1, cityId: CITY, provider: 'open-meteo', startValue: 36 } as const
  const ended = { startedAt: new Date(Number(NOW) - 3_600_000), endedAt: NOW, endValue: 30 }
  await database.db.insert(thresholdCrossings).values([{ ...row, ...ended }])
  await database.db.insert(thresholdCrossings).values([{ ...row, startedAt: NOW }])
  expect(await call('GET', '/1/crossings?limit=1')).toMatchObject({
    code: 200,
    crossings: [{ city_id: CITY, start_value: 36, ended_at: null }],
  })
  expect(await call('GET', '/1/crossings?status=open')).toMatchObject({ crossings: [{ id: 2 }] })
  expect(await call('DELETE', '/1')).toMatchObject({ code: 200, cities_holding: 1 })
  for (const [method, path] of [
    ['DELETE', '/1'],
    ['GET', '/1/crossings'],
  ] as const) {
    expect(await call(method, path)).toMatchObject({ code: 404, kind: 'unknown-threshold' })
  }
  expect(await database.db.$count(thresholdCrossings)).toBe(0)
})
