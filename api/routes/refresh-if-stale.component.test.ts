import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { KEY_PREFIX } from '../../cache/keys.ts'
import { GRPC_STATUS } from '../../temporal/grpc-status.ts'
import { NOW, type TestApi } from '../../test/support/api/test-api.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
import { KNOWN_CITIES, LONDON, LONDON_ONTARIO } from '../../test/support/data/known-cities.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { startedTask } from '../../test/support/api/started-task.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })
const hasty = withTestApi({ database, settings: { readRefreshMs: 100 } })
const away = withTestApi({ database, settings: { readRefreshMs: 100 } })
const guarded = withTestApi({ database, tokens: 'stored' })

const OLD = new Date('2026-11-22T08:00:00Z')

const read = async (from: TestApi, path: string, headers: Record<string, string> = {}) => {
  const answer = await from.app.inject({ url: `/api/weather/${path}`, headers })
  return {
    status: answer.statusCode,
    cacheControl: answer.headers['cache-control'],
    ...answer.json<Record<string, unknown>>(),
  }
}
const IF_STALE = `current/${LONDON.id}?refresh=if-stale`

beforeAll(async () => {
  await storeConditions(database.db, LONDON.id, OLD, 1)
  await storeConditions(database.db, LONDON_ONTARIO.id, OLD, 2)
})

beforeEach(async () => {
  await api.cache.clear(KEY_PREFIX)
})

describe('refresh=if-stale', () => {
  it('gives the stale value and the task when the time is over, and starts no other soon', async () => {
    const { temporal } = hasty
    temporal.tasks.set(`refresh-city/${LONDON.id}/run`, runningTask(LONDON.id))
    const stale = { status: 200, stale: true, refresh_task_id: `refresh-city/${LONDON.id}/run` }
    const answers = await Promise.all(Array.from({ length: 20 }, () => read(hasty, IF_STALE)))
    for (const answer of answers) expect(answer).toMatchObject(stale)
    expect(await read(hasty, IF_STALE)).toMatchObject(stale)
    expect(temporal.asked).toMatchObject([
      { city: { id: LONDON.id }, trigger: 'api', maxAgeSeconds: { conditions: 900 } },
    ])
  })

  it('gives the stale value alone while Temporal is away', async () => {
    away.temporal.error = Object.assign(new Error('away'), {
      code: GRPC_STATUS.unavailable,
      details: 'away',
      metadata: {},
    })
    const answer = await read(away, IF_STALE)
    expect(answer).toMatchObject({ status: 200, stale: true })
    expect(answer).not.toHaveProperty('refresh_task_id')
  })

  it('refreshes a stale city once, however many ask, and gives the fresh value', async () => {
    api.temporal.refreshes = ({ city }) => storeConditions(database.db, city.id, NOW, 9)
    const answers = await Promise.all(Array.from({ length: 20 }, () => read(api, IF_STALE)))
    for (const answer of answers) {
      expect(answer).toMatchObject({
        status: 200,
        stale: false,
        age_seconds: 0,
        conditions: { temperature: 9 },
        cacheControl: 'no-store',
      })
      expect(answer).not.toHaveProperty('refresh_task_id')
    }
    expect(api.temporal.asked).toHaveLength(1)
  })

  it('leaves a value alone that is not stale, and every value that was not asked for so', async () => {
    await storeConditions(database.db, LONDON.id, NOW, 9)
    const before = api.temporal.asked.length
    expect(await read(api, IF_STALE)).toMatchObject({ status: 200, stale: false })
    expect(await read(api, `current/${LONDON_ONTARIO.id}`)).toMatchObject({ stale: true })
    expect(api.temporal.asked).toHaveLength(before)
  })

  it('needs the role operate, stale or not', async () => {
    const reader = bearer(await createToken(database.db, 'read'))
    const operator = bearer(await createToken(database.db, 'operate'))
    expect(await read(guarded, IF_STALE, reader)).toMatchObject({ status: 403, kind: 'forbidden' })
    expect(guarded.temporal.asked).toEqual([])
    expect(await read(guarded, IF_STALE, operator)).toMatchObject({ status: 200 })
    expect((await read(guarded, `current/${LONDON.id}`, reader)).status).toBe(200)
  })

  it('takes no other word', async () => {
    expect((await read(api, `current/${LONDON.id}?refresh=always`)).status).toBe(400)
  })
})

const runningTask = (cityId: number) => startedTask(`refresh-city/${cityId}`, 'refreshCity')
