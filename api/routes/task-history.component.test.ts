import { beforeEach, expect, it } from 'vitest'
import { keepEnds } from '../background/keep-ends.ts'
import { runSummaries } from '../../db/schema/index.ts'
import type { ListedTask } from '../../temporal/task-list.ts'
import type { TaskStatus } from '../../temporal/tasks.ts'
import { NOW } from '../../test/support/api/test-api.ts'
import { KNOWN_CITIES, LONDON } from '../../test/support/data/known-cities.ts'
import { withTestApi } from '../../test/support/fixtures/with-test-api.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import type { TaskListBody } from '../schemas/task-list.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const api = withTestApi({ database })

const ENDED = '2f1f6f39-8f0e-4a53-9b4f-0f3c1f1d7a11'

const TERMINATED = '6c1d9d52-0f0e-4b0c-8a55-1d9c3a7b2e22'

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)

const run = (id: string, hours: number, part: Partial<typeof runSummaries.$inferInsert> = {}) => ({
  runId: id,
  workflowId: `refresh-all-cities/${id}`,
  workflowType: 'refreshAllCities',
  trigger: 'schedule',
  status: 'completed',
  startedAt: hoursAgo(hours + 0.1),
  finishedAt: hoursAgo(hours),
  summary: {},
  ...part,
})

const task = (id: string, hours: number, part: Partial<ListedTask> = {}): ListedTask => ({
  taskId: `refresh-all-cities/${id}/${id}`,
  workflowId: `refresh-all-cities/${id}`,
  runId: id,
  name: 'refreshAllCities',
  status: 'SUCCESS',
  kind: 'refresh',
  trigger: 'schedule',
  cityId: null,
  startedAt: hoursAgo(hours + 0.1),
  closedAt: hoursAgo(hours),
  ...part,
})

beforeEach(async () => {
  await database.db.delete(runSummaries)
  api.temporal.tasks.clear()
  api.temporal.page = { tasks: [] }
  // A page is kept for two seconds.
  api.temporal.listed.length = 0
})

const list = async (query: string) =>
  (await api.app.inject(`/api/weather/monitoring/tasks${query}`)).json<TaskListBody>()

const idsOf = ({ tasks }: TaskListBody) => tasks.map(({ task_id: id }) => id.split('/').at(-1))

it('tasks that Temporal has forgotten follow those it keeps, page by page', async () => {
  await database.db
    .insert(runSummaries)
    .values([
      run('kept', 1),
      run('old-1', 100),
      run('old-2', 101, { status: 'failed' }),
      run('old-3', 102, { status: 'cancelled' }),
      run('webhook', 103, { workflowType: 'deliverWebhook' }),
    ])
  api.temporal.page = {
    tasks: [task('running', 0, { status: 'STARTED', closedAt: null }), task('kept', 1)],
  }
  const first = await list('?limit=3')
  expect(idsOf(first)).toEqual(['running', 'kept', 'old-1'])
  expect(first.tasks.at(-1)).toMatchObject({
    name: 'refreshAllCities',
    kind: 'refresh',
    status: 'SUCCESS',
    outcome: 'completed',
    ended_at: hoursAgo(100).toISOString(),
    web_ui: null,
  })
  const rest = await list(`?limit=3&cursor=${first.next_cursor}`)
  expect(idsOf(rest)).toEqual(['old-2', 'old-3'])
  expect(rest.tasks).toMatchObject([
    { status: 'SUCCESS', outcome: 'failed' },
    { status: 'REVOKED', outcome: 'cancelled' },
  ])
  expect(rest.next_cursor).toBeNull()
})

it('a run that says its end before it closes is on one page only', async () => {
  const ended = (hours: number, seconds: number) =>
    new Date(hoursAgo(hours).getTime() - seconds * 1000)
  await database.db
    .insert(runSummaries)
    .values([
      run('long-ago', 100),
      run('slow-to-close', 1, { finishedAt: ended(1, 9) }),
      run('quick-to-close', 1, { finishedAt: ended(1, 5) }),
    ])
  const tasks = [task('slow-to-close', 1), task('quick-to-close', 1, { closedAt: ended(1, 4) })]
  api.temporal.page = { tasks }
  const full = await list('?limit=2')
  expect(idsOf(full)).toEqual(['slow-to-close', 'quick-to-close'])
  expect(idsOf(await list(`?limit=2&cursor=${full.next_cursor}`))).toEqual(['long-ago'])

  api.temporal.page = { tasks, next: Buffer.from('an empty page') }
  const more = await list('?limit=4')
  api.temporal.page = { tasks: [] }
  expect(idsOf(await list(`?limit=4&cursor=${more.next_cursor}`))).toEqual(['long-ago'])
})

it('the filters hold for both', async () => {
  await database.db
    .insert(runSummaries)
    .values([
      run('old', 100),
      run('cleanup', 101, { workflowType: 'cleanupOldWeatherData', trigger: 'cli' }),
      run('city', 102, { workflowType: 'refreshCity', workflowId: `refresh-city/${LONDON.id}` }),
      run('cancelled', 103, { status: 'cancelled' }),
    ])
  expect(idsOf(await list('?kind=cleanup'))).toEqual(['cleanup'])
  expect(idsOf(await list('?trigger=cli'))).toEqual(['cleanup'])
  expect(idsOf(await list(`?city=${LONDON.id}`))).toEqual(['city'])
  expect(idsOf(await list('?status=REVOKED'))).toEqual(['cancelled'])
  expect(idsOf(await list('?status=STARTED'))).toEqual([])
  const since = encodeURIComponent(hoursAgo(101.5).toISOString())
  expect(idsOf(await list(`?since=${since}`))).toEqual(['old', 'cleanup'])
})

it('a run that was terminated or ran out of time gets its end in our own history', async () => {
  const timeout = { kind: 'timeout', type: 'START_TO_CLOSE', message: 'out of time' } as const
  const cause = { kind: 'server', type: 'ServerFailure', message: 'gone' } as const
  const terminated = { kind: 'terminated', type: 'TerminatedFailure', message: 'by hand' } as const
  const idOf = (id: string) => task(id, 1).taskId
  api.temporal.tasks.set(idOf(ENDED), { failure: [timeout, cause] } as unknown as TaskStatus)
  api.temporal.tasks.set(idOf(TERMINATED), { failure: [terminated] } as unknown as TaskStatus)
  await database.db.insert(runSummaries).values(run('known', 1, { status: 'cancelled' }))
  api.temporal.page = {
    tasks: [
      task(ENDED, 1, { status: 'FAILURE' }),
      task('known', 1, { status: 'REVOKED' }),
      task(TERMINATED, 1, { status: 'REVOKED' }),
      task('delivery', 1, { status: 'REVOKED', kind: null }),
    ],
  }
  const clients = {
    listTasks: ({ status }: { readonly status: string }) =>
      Promise.resolve({ tasks: api.temporal.page.tasks.filter((one) => one.status === status) }),
  }
  const temporal = {
    ...clients,
    taskStatus: (id: string) => Promise.resolve(api.temporal.tasks.get(id)),
  } as unknown as Parameters<typeof keepEnds>[0]['temporal']
  const deps = { db: database.db, temporal, now: () => NOW }
  expect(await keepEnds(deps, AbortSignal.abort())).toBe(0)
  expect(await keepEnds(deps)).toBe(2)
  expect(await keepEnds(deps)).toBe(0)
  const [row] = (await database.db.select().from(runSummaries)).filter(
    ({ runId }) => runId === ENDED,
  )
  expect(row).toMatchObject({ status: 'timed_out', finishedAt: hoursAgo(1), trigger: 'schedule' })
  api.temporal.page = { tasks: [] }
  api.temporal.tasks.clear()
  const found = async (id: string) =>
    (
      await api.app.inject(`/api/weather/monitoring/task/${encodeURIComponent(idOf(id))}`)
    ).json<object>()
  expect(await found(ENDED)).toMatchObject({
    status: 'FAILURE',
    source: 'history',
    failure: [{ kind: 'timeout' }, { kind: 'server' }],
  })
  expect(await found(TERMINATED)).toMatchObject({ status: 'REVOKED', source: 'history' })
  expect(idsOf(await list('?status=REVOKED'))).toContain(TERMINATED)
})
