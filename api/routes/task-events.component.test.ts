import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { revokeToken } from '../../db/queries/api-tokens.ts'
import { saveRunSummary } from '../../db/queries/run-summaries.ts'
import type { ListedTask } from '../../temporal/task-list.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'
import { bearer, createToken } from '../../test/support/data/api-tokens.ts'
import { listenTo, type EventClient } from '../../test/support/api/event-client.ts'
import { startedTask } from '../../test/support/api/started-task.ts'
import { listening } from '../../test/support/api/raw-http.ts'
import { createTestApi, NOW } from '../../test/support/api/test-api.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { TOKEN_CACHE_SECONDS } from '../readers/token-store.ts'
import { until } from '../../test/support/until.ts'

const EVENTS_MS = 10
const HANDLER_MS = 300
const limits = { eventsMs: EVENTS_MS, heartbeatMs: EVENTS_MS, handlerMs: HANDLER_MS }
const database = withTestDatabase()
const api = withTestApi({ database, limits })
const ID = 'refresh-all-cities/1/run'

const RUNNING = startedTask('refresh-all-cities/1', 'refreshAllCities')

const CLOSED_AT = new Date(NOW.getTime() + 5_000)
const END_ID = `${CLOSED_AT.getTime()}-end`
const ended = (): TaskStatus => ({
  ...RUNNING,
  status: 'SUCCESS',
  result: { status: 'completed' },
  closedAt: CLOSED_AT,
})

let base: string
const clients: EventClient[] = []

beforeAll(async () => {
  base = `http://127.0.0.1:${await listening(api.app)}/api/weather/monitoring`
})

beforeEach(() => {
  delete api.temporal.error
  api.temporal.tasks.clear()
  api.temporal.tasks.set(ID, RUNNING)
  api.temporal.lookedUp.length = 0
  api.temporal.page = { tasks: [] }
})

afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})

async function listen(path = `task/${ID}/events`, headers: Record<string, string> = {}) {
  const client = await listenTo(`${base}/${path}`, headers)
  clients.push(client)
  return client
}

async function answersTo(url: string): Promise<number> {
  const abort = new AbortController()
  const { status } = await fetch(url, { signal: abort.signal })
  abort.abort()
  return status
}

const answerTo = (url: string, headers: Record<string, string> = {}) =>
  api.app.inject({ url: `/api/weather/monitoring/${url}`, headers })

describe('E22: the events of a task', () => {
  it('cost one look at a time for fifty listeners, and end with the result', async () => {
    const listeners = await Promise.all(Array.from({ length: 50 }, () => listen()))
    await Promise.all(listeners.map((client) => client.count(5)))
    api.temporal.tasks.set(ID, ended())
    await Promise.all(listeners.map((client) => client.ended))
    for (const { events } of listeners) {
      expect(events.at(-1)).toMatchObject({
        id: END_ID,
        event: 'result',
        data: { task_id: ID, status: 'SUCCESS', result: { status: 'completed' } },
      })
      expect(events.filter(({ event }) => event === 'result')).toHaveLength(1)
    }
    const ids = new Set(listeners.flatMap(({ events }) => events.map(({ id }) => id)))
    expect(api.temporal.lookedUp).toHaveLength(ids.size)
  })

  it('say how it stands, and are of a kind that no proxy keeps', async () => {
    const client = await listen()
    expect(client.status).toBe(200)
    expect(client.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    })
    expect(await client.first('progress')).toMatchObject({
      data: { task_id: ID, status: 'STARTED', ended_at: null },
    })
    await until(() => client.comments() > 2, { what: 'heartbeats' })
  })

  it('are not cut by the limit of an answer', async () => {
    const client = await listen()
    await client.count((2 * HANDLER_MS) / EVENTS_MS)
    expect(client.events.at(-1)).toMatchObject({ event: 'progress' })
  })

  it('go on after the last one that was read', async () => {
    const first = await listen()
    await first.count(3)
    // Another listener keeps the run watched.
    await listen()
    first.close()
    const lastId = first.events.at(-1)!.id
    const again = await listen(undefined, { 'last-event-id': lastId })
    expect(Number((await again.first('progress')).id)).toBeGreaterThan(Number(lastId))
    api.temporal.tasks.set(ID, ended())
    await again.ended
    expect((await answerTo(`task/${ID}/events`, { 'last-event-id': END_ID })).statusCode).toBe(204)
  })

  it('of a task that Temporal has forgotten are its result from our own history', async () => {
    const runId = '2f1f6f39-8f0e-4a53-9b4f-0f3c1f1d7a12'
    const forgotten = `${RUNNING.workflowId}/${runId}`
    await saveRunSummary(database.db, {
      runId,
      workflowId: RUNNING.workflowId,
      workflowType: 'refreshAllCities',
      trigger: 'api',
      status: 'completed',
      startedAt: NOW,
      finishedAt: CLOSED_AT,
      summary: { status: 'completed' },
    })
    const client = await listen(`task/${forgotten}/events`)
    await client.ended
    const data = { task_id: forgotten, status: 'SUCCESS', source: 'history' }
    expect(client.events).toMatchObject([{ id: END_ID, event: 'result', data }])
  })

  it('of a task that has ended are its result', async () => {
    api.temporal.tasks.set(ID, ended())
    const client = await listen()
    await client.ended
    expect(client.events).toMatchObject([{ id: END_ID, event: 'result' }])
  })

  it('go on when Temporal was away for a while', async () => {
    const client = await listen()
    await client.first('progress')
    api.temporal.error = new Error('away')
    await until(() => client.comments() > 2, { what: 'heartbeats' })
    delete api.temporal.error
    await client.count(client.events.length + 2)
  })

  it('skip a client that does not take them, and cost it no result', async () => {
    const slow = await listen()
    await slow.first('progress')
    slow.pause()
    const huge = { ...RUNNING, reason: 'x'.repeat(200_000) }
    api.temporal.tasks.set(ID, huge)
    const fast = await listen()
    await fast.count(120)
    api.temporal.tasks.set(ID, { ...ended(), reason: null })
    await fast.ended
    slow.resume()
    await slow.ended
    expect(slow.events.at(-1)).toMatchObject({ event: 'result' })
    expect(slow.events.length).toBeLessThan(fast.events.length)
  })

  it('are refused where there is no such task, or no such event', async () => {
    const unknown = await answerTo('task/unknown/events')
    expect([unknown.statusCode, unknown.json()]).toMatchObject([404, { kind: 'unknown-task' }])
    const wrong = await answerTo(`task/${ID}/events`, { 'last-event-id': 'yesterday' })
    expect([wrong.statusCode, wrong.json()]).toMatchObject([400, { kind: 'invalid-request' }])
    const url = '/api/weather/monitoring/events'
    expect((await api.app.inject({ method: 'HEAD', url })).statusCode).toBe(405)
  })

  it('are for that many clients at a time; the next one has to come again', async () => {
    const own = createTestApi({ limits: { ...limits, maxListeners: 1 } })
    own.temporal.tasks.set(ID, RUNNING)
    const monitoring = `http://127.0.0.1:${await listening(own.app)}/api/weather/monitoring`
    const one = await listenTo(`${monitoring}/task/${ID}/events`)
    for (const path of [`task/${ID}/events`, 'events']) {
      const refused = await fetch(`${monitoring}/${path}`)
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '30'])
      expect(await refused.json()).toMatchObject({ kind: 'too-many-listeners' })
    }
    one.close()
    await until(async () => (await answersTo(`${monitoring}/events`)) === 200, {
      what: 'the place is free',
    })
    await own.close()
  })

  it('end for a client whose token was revoked', async () => {
    const own = createTestApi({ limits, db: database.db, tokens: 'stored' })
    own.temporal.tasks.set(ID, RUNNING)
    const token = bearer(await createToken(database.db, 'read', { name: 'listener' }))
    const monitoring = `http://127.0.0.1:${await listening(own.app)}/api/weather/monitoring`
    const client = await listenTo(`${monitoring}/task/${ID}/events`, token)
    await client.first('progress')
    await revokeToken(database.db, 'listener', NOW)
    await until(() => client.comments() > 2, { what: 'heartbeats' })
    own.clock.now = new Date(NOW.getTime() + TOKEN_CACHE_SECONDS * 1000 + 1)
    await client.ended
    expect(client.events.map(({ event }) => event)).not.toContain('result')
    await own.close()
  })

  it('end when the server closes', async () => {
    const own = createTestApi({ limits })
    own.temporal.tasks.set(ID, RUNNING)
    const port = await listening(own.app)
    const monitoring = `http://127.0.0.1:${port}/api/weather/monitoring`
    const one = await listenTo(`${monitoring}/task/${ID}/events`)
    const all = await listenTo(`${monitoring}/events`)
    await one.first('progress')
    await own.close()
    await Promise.all([one.ended, all.ended])
    expect(one.events.map(({ event }) => event)).not.toContain('result')
  })
})

describe('E22: the events of all tasks', () => {
  const LISTED: ListedTask = {
    taskId: ID,
    workflowId: 'refresh-all-cities/1',
    runId: 'run',
    name: 'refreshAllCities',
    status: 'STARTED',
    kind: 'refresh',
    trigger: 'api',
    cityId: null,
    startedAt: NOW,
    closedAt: null,
  }

  it('begin with the clock of the server, and tell it again for as long as they are open', async () => {
    const { body } = await fetch(`${base}/events`)
    let text = ''
    for await (const bytes of body ?? []) {
      text += Buffer.from(bytes as Uint8Array).toString()
      if (text.includes('event: beat')) break
    }
    const data = JSON.stringify({ server_time: NOW.toISOString() })
    expect(text).toContain(`\n\nevent: hello\ndata: ${data}\n\nevent: beat\ndata: ${data}\n\n`)
  })

  it('are those of each that is under way, to its result, and of what begins meanwhile', async () => {
    api.temporal.page = { tasks: [LISTED] }
    const client = await listen('events')
    const progress = await client.first('progress')
    expect(progress.data).toMatchObject({ task_id: ID, status: 'STARTED' })

    const other = { taskId: 'cleanup/1/run', workflowId: 'cleanup/1' }
    api.temporal.tasks.set(other.taskId, { ...ended(), ...other })
    api.temporal.tasks.set(ID, ended())
    const closed = { closedAt: CLOSED_AT, status: 'SUCCESS' } as const
    api.temporal.page = {
      tasks: [
        { ...LISTED, ...closed },
        { ...LISTED, ...other, ...closed },
      ],
    }
    const results = () => client.events.filter(({ event }) => event === 'result')
    await until(() => results().length >= 2, { what: 'both results' })
    const endedIds = results().map(({ data }) => data['task_id'])
    expect(endedIds.sort()).toEqual([ID, other.taskId].sort())

    const again = await listen('events', { 'last-event-id': progress.id })
    await until(() => again.events.length >= 2, { what: 'the results that were missed' })
    expect(again.events.map(({ event }) => event)).toEqual(['result', 'result'])
  })

  it('go on where a listener stopped, also if none was left meanwhile', async () => {
    api.temporal.page = { tasks: [LISTED] }
    const alone = await listen('events')
    const { id } = await alone.first('progress')
    alone.close()
    await until(async () => (await answersTo(`${base}/events`)) === 200, { what: 'a free place' })
    api.temporal.tasks.set(ID, ended())
    api.temporal.page = { tasks: [{ ...LISTED, closedAt: CLOSED_AT, status: 'SUCCESS' }] }
    const again = await listen('events', { 'last-event-id': id })
    expect(await again.first('result')).toMatchObject({ id: END_ID, data: { task_id: ID } })
  })

  it('have the result of every one, however many end between two looks', async () => {
    const client = await listen('events')
    await until(() => api.temporal.listed.length > 0, { what: 'a look' })
    const ids = Array.from({ length: 150 }, (_, at) => `refresh-city/${at}`)
    for (const workflowId of ids) {
      const taskId = `${workflowId}/run`
      api.temporal.tasks.set(taskId, { ...ended(), taskId, workflowId })
    }
    api.temporal.page = {
      tasks: ids.map((workflowId) => ({
        ...LISTED,
        taskId: `${workflowId}/run`,
        workflowId,
        closedAt: CLOSED_AT,
        status: 'SUCCESS',
      })),
    }
    const results = () => client.events.filter(({ event }) => event === 'result')
    await until(() => results().length >= ids.length, { what: 'every result' })
    expect(new Set(results().map(({ data }) => data['task_id'])).size).toBe(ids.length)
    expect(results()).toHaveLength(ids.length)
  })
})
