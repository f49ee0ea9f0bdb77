import { afterAll, beforeEach, expect, test } from 'vitest'
import { SCHEDULE_IDS, SCHEDULE_NOTES } from '../../contracts/schedule-definition.ts'
import { saveRunSummary } from '../../db/queries/run-summaries.ts'
import { pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { createTestApi, NOW, type TestApi } from '../../test/support/api/test-api.ts'

const ID = 'refresh-all-cities'

const database = withTestDatabase()
let api: TestApi = createTestApi()

beforeEach(async () => {
  await api.close()
  api = createTestApi({ db: database.db })
})

afterAll(async () => {
  await api.close()
})

interface Listed {
  readonly schedules: readonly { readonly id: string }[]
  readonly missing: readonly string[]
}

const get = (path: string) => api.app.inject(`/api/weather/${path}`)

const post = (path: string, payload?: object) =>
  api.app.inject({ method: 'POST', url: `/api/weather/${path}`, ...(payload && { payload }) })

test('every schedule is listed, and what the server lacks is named', async () => {
  api.temporal.schedules.states.delete('monitor-api-quota')
  const { schedules, missing } = (await get('schedules')).json<Listed>()
  expect(schedules.map(({ id }) => id)).toEqual(
    SCHEDULE_IDS.filter((id) => id !== 'monitor-api-quota'),
  )
  expect(missing).toEqual(['monitor-api-quota'])
})

test('a schedule shows when it runs, and what it did', async () => {
  expect((await get(`schedules/${ID}/`)).json()).toEqual({
    id: ID,
    cadence: 'every 15 min, offset 1 min',
    every_seconds: 900,
    paused: false,
    note: SCHEDULE_NOTES[ID],
    next_times: ['2026-11-22T10:31:00.000Z'],
    running: [],
    started: 0,
    skipped: 0,
    missed: 0,
    recent_runs: [],
    workflow_type: 'refreshAllCities',
    task_queue: 'weather_refresh',
    catch_up_seconds: 600,
    time_limit_seconds: 840,
  })
})

test('a run says how it ended, once it has', async () => {
  const at = new Date('2026-11-22T10:01:00.000Z')
  const ended = { runId: 'ended', taskId: 'one/ended', scheduledAt: at, startedAt: at }
  const going = { ...ended, runId: 'going', taskId: 'two/going' }
  const state = api.temporal.schedules.states.get(ID)!
  api.temporal.schedules.states.set(ID, { ...state, recentRuns: [going, ended] })
  await saveRunSummary(database.db, {
    runId: 'ended',
    workflowId: 'one',
    workflowType: 'refreshAllCities',
    trigger: 'schedule',
    status: 'completed_partial',
    startedAt: at,
    finishedAt: at,
    summary: {},
  })
  const { recent_runs: runs } = (await get(`schedules/${ID}`)).json<{ recent_runs: unknown }>()
  expect(runs).toMatchObject([
    { task_id: 'two/going', status: null },
    { task_id: 'one/ended', status: 'completed_partial' },
  ])
})

test('shows twenty runs, those that Temporal no longer tells of from what is stored', async () => {
  const runs = Array.from({ length: 25 }, (_, index) => {
    const at = new Date(Date.parse('2026-11-21T10:01:00.000Z') + index * 900_000)
    return {
      runId: `stored-${index}`,
      workflowId: `${ID}-${at.toISOString().replace('.000', '')}`,
      workflowType: 'refreshAllCities',
      trigger: 'schedule',
      status: 'completed',
      startedAt: new Date(at.getTime() + 500),
      finishedAt: at,
      summary: {},
    }
  })
  for (const run of runs) await saveRunSummary(database.db, run)
  const [last] = runs.slice(-1)
  const state = api.temporal.schedules.states.get(ID)!
  const shownBefore = {
    runId: last!.runId,
    taskId: 'recent',
    scheduledAt: NOW,
    startedAt: last!.startedAt,
  }
  api.temporal.schedules.states.set(ID, { ...state, recentRuns: [shownBefore] })
  const { recent_runs: shown } = (await get(`schedules/${ID}`)).json<{
    recent_runs: { task_id: string; scheduled_at: string }[]
  }>()
  expect(shown).toHaveLength(20)
  expect(shown[0]).toMatchObject({ task_id: 'recent', status: 'completed' })
  expect(shown[1]).toMatchObject({
    task_id: `${runs[23]!.workflowId}/stored-23`,
    scheduled_at: '2026-11-21T15:46:00.000Z',
  })
})

test('a pause is made with its note, and written down until it is resumed', async () => {
  const paused = await post(`schedules/${ID}/pause`, { note: 'quiet week' })
  expect(paused.statusCode).toBe(200)
  expect(paused.json()).toMatchObject({ paused: true, note: 'quiet week', next_times: [] })
  expect(await pausedSchedules(database.db)).toEqual(new Map([[ID, 'quiet week']]))

  const resumed = await post(`schedules/${ID}/resume`)
  expect(resumed.json()).toMatchObject({ paused: false, note: SCHEDULE_NOTES[ID] })
  expect(await pausedSchedules(database.db)).toEqual(new Map())
})

test('a pause without a note says whence it came, or keeps the reason that is there', async () => {
  expect((await post(`schedules/${ID}/pause`)).json()).toMatchObject({
    note: 'Paused through the API',
  })
  await post(`schedules/${ID}/pause`, { note: 'quiet week' })
  expect((await post(`schedules/${ID}/pause`)).json()).toMatchObject({ note: 'quiet week' })
  await post(`schedules/${ID}/resume`)
})

test('a trigger answers with the task, and with the one under way when it is skipped', async () => {
  const started = await post(`schedules/${ID}/trigger`)
  expect(started.statusCode).toBe(202)
  const task = `${ID}-2026-11-22T10:30:00Z/run`
  expect(started.json()).toMatchObject({ status: 'started', task_id: task })
  expect((await post(`schedules/${ID}/trigger`)).json()).toEqual({
    message: `${ID}: a run is under way already`,
    status: 'skipped',
    task_id: task,
  })
})

test.each(['', '/pause', '/resume', '/trigger'])(
  'an id that is none of the five is refused with those that are, at %s',
  async (rest) => {
    const answer = await (rest === '' ? get('schedules/refresh') : post(`schedules/refresh${rest}`))
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ kind: 'unknown-schedule', ids: SCHEDULE_IDS })
  },
)

test('a schedule the server lacks is refused with what to do', async () => {
  api.temporal.schedules.states.delete(ID)
  const answer = await post(`schedules/${ID}/pause`)
  expect(answer.statusCode).toBe(404)
  expect(answer.body).toContain('weather247 schedules apply')
})

test('S26: the scheduler of the original is stopped, started and looked at', async () => {
  const status = async () => (await get('scheduler/status/')).json<unknown>()
  expect(await status()).toEqual({
    running: true,
    refresh_interval_seconds: 900,
    refresh_interval_minutes: 15,
    thread_alive: true,
    last_check: null,
    timestamp: NOW.toISOString(),
  })
  expect((await post('scheduler/start/', { interval_minutes: 15 })).json()).toMatchObject({
    status: 'already_running',
  })
  expect((await post('scheduler/stop/')).json()).toMatchObject({ status: 'stopped' })
  expect((await post('scheduler/stop/')).json()).toMatchObject({ status: 'not_running' })
  api.temporal.unserved = ['weather_refresh']
  expect(await status()).toMatchObject({ running: false, thread_alive: false })
  expect((await post('scheduler/start/')).json()).toMatchObject({
    status: 'running',
    interval_minutes: 15,
  })
  expect(await pausedSchedules(database.db)).toEqual(new Map())
})

test('S26: the scheduler is not started with another interval than the one that is set', async () => {
  const answer = await post('scheduler/start', { interval_minutes: 5 })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('WEATHER247_REFRESH_INTERVAL_MINUTES')
})

test('a pause that the database misses is made and answered', async () => {
  const apart = createTestApi()
  const url = `/api/weather/schedules/${ID}/pause`
  const answer = await apart.app.inject({ method: 'POST', url })
  await apart.close()
  expect(answer.statusCode).toBe(200)
  expect(answer.json()).toMatchObject({ paused: true })
})

test.each([`schedules/${ID}/resume`, `schedules/${ID}/trigger`, 'scheduler/stop'])(
  'a field that %s does not know is refused',
  async (path) => {
    const answer = await post(path, { note: 'quiet week' })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ kind: 'invalid-request' })
  },
)
