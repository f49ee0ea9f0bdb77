import { beforeEach, expect, test } from 'vitest'
import type { ScheduleId } from '../../contracts/schedule-definition.ts'
import { installed, NO_ADAPTERS } from '../../test/support/api/installed.ts'
import { createTestApi } from '../../test/support/api/test-api.ts'
import { fixture } from '../../test/support/fixtures/fixture.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { openCountedDatabase } from '../../test/support/services/counted-database.ts'

const ID = 'refresh-all-cities'
const CALLERS = 20

const database = withTestDatabase()
const counted = fixture(() => openCountedDatabase(database.url))
const api = fixture(() => {
  const providers = installed({ 'open-meteo': [], 'met-norway': [] })
  const made = createTestApi({
    db: counted.db,
    settings: { providers, adapters: NO_ADAPTERS },
  })
  const { schedules } = made.temporal
  const describe = schedules.describe.bind(schedules)
  schedules.describe = async (ids: readonly ScheduleId[]) => {
    described += 1
    return describe(ids)
  }
  return made
})
/** How often Temporal was asked for schedules. */
let described = 0

beforeEach(() => {
  api.passShared()
  counted.taken()
  described = 0
})

const get = (path: string) => api.app.inject(path)
const weather = (path: string) => get(`/api/weather/${path}`)

async function post(path: string, payload: object = {}) {
  const answer = await api.app.inject({ method: 'POST', url: `/api/weather/${path}`, payload })
  expect(answer.statusCode).toBeLessThan(300)
}

test.each([
  '/metrics',
  '/api/weather/monitoring/quota',
  '/api/weather/cache/stats',
  '/api/weather/providers/open-meteo',
  '/api/weather/schedules',
  `/api/weather/schedules/${ID}`,
  '/api/weather/scheduler/status',
])('twenty who ask for %s ask database and Temporal as often as one', async (path) => {
  expect((await get(path)).statusCode).toBe(200)
  const ofOne = [counted.taken().length, described]
  described = 0
  expect(Math.max(...ofOne)).toBeGreaterThan(0)
  api.passShared()
  const answers = await Promise.all(Array.from({ length: CALLERS }, () => get(path)))
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1)
  expect([counted.taken().length, described]).toEqual(ofOne)
  await get(path)
  expect([counted.taken().length, described]).toEqual([0, ofOne[1]])
})

interface Shown {
  readonly id: string
  readonly paused: boolean
}

interface Listed {
  readonly schedules: readonly Shown[]
}

test('a pause and a resume are seen at once, wherever they show', async () => {
  const shown = async () => {
    const [list, one, scheduler, dashboard] = await Promise.all([
      weather('schedules'),
      weather(`schedules/${ID}`),
      weather('scheduler/status'),
      weather('monitoring/dashboard'),
    ])
    const isPaused = ({ schedules }: Listed) => schedules.find(({ id }) => id === ID)?.paused
    return [
      isPaused(list.json<Listed>()),
      one.json<Shown>().paused,
      !scheduler.json<{ running: boolean }>().running,
      isPaused(dashboard.json<{ task_stats: Listed }>().task_stats),
    ]
  }
  expect(await shown()).toEqual([false, false, false, false])
  await post(`schedules/${ID}/pause`)
  expect(await shown()).toEqual([true, true, true, true])
  await post('scheduler/start')
  expect(await shown()).toEqual([false, false, false, false])
})

test('a run that was triggered shows at once', async () => {
  const running = async () =>
    (await weather(`schedules/${ID}`)).json<{ running: string[] }>().running.length
  expect(await running()).toBe(0)
  await post(`schedules/${ID}/trigger`)
  expect(await running()).toBe(1)
})

test('a provider that is taken out of use is gone from quota and list at once', async () => {
  const inUse = async () => {
    const { services } = (await weather('monitoring/quota')).json<{ services: unknown[] }>()
    const { providers } = (await weather('providers')).json<{
      providers: { is_active: boolean }[]
    }>()
    return [services.length, providers.filter((one) => one.is_active).length]
  }
  expect(await inUse()).toEqual([2, 2])
  const url = '/api/weather/providers/met-norway'
  expect((await api.app.inject({ method: 'DELETE', url })).statusCode).toBe(200)
  expect(await inUse()).toEqual([1, 1])
})

test('a city that is added is counted at once', async () => {
  const total = async () =>
    (await weather('cities?total=true&limit=1')).json<{ total: number }>().total
  expect(await total()).toBe(0)
  await post('cities', { name: 'Kyoto' })
  expect(await total()).toBe(1)
})

test('what is refused costs those who read nothing', async () => {
  await weather('schedules')
  const before = described
  const url = `/api/weather/schedules/${ID}/pause`
  const refused = await api.app.inject({ method: 'POST', url, payload: { nonsense: 1 } })
  expect(refused.statusCode).toBe(400)
  await weather('schedules')
  expect(described).toBe(before)
})
