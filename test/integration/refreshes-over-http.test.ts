import { eq } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startApi, type RunningApi } from '../../api/main.ts'
import { refresh } from '../../cli/refresh/refresh.ts'
import { scheduleDefinitions } from '../../contracts/schedules.ts'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { createWeather247Client, type Weather247Client } from '../../client/index.ts'
import { importCities } from '../../db/queries/cities.ts'
import { runSummaries } from '../../db/schema/index.ts'
import { toConnectedConfig } from '../../platform/config/connected-config.ts'
import { readEnv } from '../../platform/config/env.ts'
import { applySchedules } from '../../temporal/schedules.ts'
import { startWorkers, type RunningWorkers } from '../../workers/main.ts'
import { listenTo } from '../support/api/event-client.ts'
import { hideTestSettings } from '../support/data/no-test-settings.ts'
import { SCHEDULE_SETTINGS } from '../support/data/schedule-settings.ts'
import { someCities } from '../support/data/some-cities.ts'
import { startChaosStack, type ChaosStack } from '../support/refresh/chaos-stack.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { testWorkflowBundle } from '../support/temporal/workflow-bundle.ts'
import { until } from '../support/until.ts'

const quiet = pino({ level: 'silent' })
const [CITY, ...MORE_CITIES] = someCities(500)
const SCHEDULE = 'refresh-all-cities'
/** Longer apart than what the weather may be old: what was refreshed meanwhile is not due all the same. */
const DAILY = scheduleDefinitions({ ...SCHEDULE_SETTINGS, refreshEveryMinutes: 1440 }).filter(
  ({ id }) => id === SCHEDULE,
)

let stack: ChaosStack
let api: RunningApi
let client: Weather247Client
let workers: RunningWorkers | undefined

beforeAll(async () => {
  const temporalAddress = ownTemporalAddress()
  stack = await startChaosStack({ temporalAddress, cities: [CITY!], latencyMs: 0 })
  api = await startApi(toConnectedConfig(readEnv({ ...stack.variables, PORT: '0' })), quiet)
  client = createWeather247Client({ baseUrl: api.url })
})

afterAll(async () => {
  await stack.client.schedule.getHandle(SCHEDULE).delete()
  await api.close()
  await stack.close()
})

beforeEach(() => {
  hideTestSettings()
  vi.stubEnv('DATABASE_URL', stack.database.url)
  vi.stubEnv('TEMPORAL_ADDRESS', stack.variables['TEMPORAL_ADDRESS'])
})

afterEach(async () => {
  stack.emulator.control.clearFaults()
  await workers?.stop()
})

async function startRefreshing(variables: Readonly<Record<string, string>>): Promise<void> {
  const config = toConnectedConfig(readEnv({ ...stack.variables, ...variables }))
  const queues = [TASK_QUEUES.weatherRefresh]
  workers = await startWorkers(config, quiet, {
    workflowBundle: await testWorkflowBundle(),
    queues,
  })
}

/** How often each way in is used: fifty in all. */
const API_ASKS = 44
const CLI_ASKS = 5

interface Task {
  readonly status: string
  readonly result: { readonly joined: number; readonly skipped: number } | null
}

const endOf = (taskId: string): Promise<Task> =>
  until(
    async () => {
      const answer = await fetch(`${api.url}/api/weather/monitoring/task/${taskId}`)
      const task = (await answer.json()) as Task
      return ['SUCCESS', 'FAILURE'].includes(task.status) && task
    },
    { what: `${taskId} has ended` },
  )

async function askByApi(): Promise<string> {
  const { data } = await client.POST('/api/weather/monitoring/refresh', {
    body: { cities: [CITY!.id] },
  })
  const [task] = data && 'tasks' in data ? data.tasks : []
  return task?.task_id ?? 'none'
}

async function askBySchedule(): Promise<string> {
  const { data } = await client.POST('/api/weather/schedules/{scheduleId}/trigger', {
    params: { path: { scheduleId: SCHEDULE } },
    body: {},
  })
  return data?.task_id ?? 'none'
}

const askByCli = (): Promise<number> =>
  refresh({ cities: [String(CITY!.id)], fanOut: 'auto', wait: true, json: true })

const underWay = async () =>
  (await stack.client.workflow.count(`ExecutionStatus = 'Running'`)).count

test('D12: fifty who want one city through API, CLI and schedule get it by one call of one run', async () => {
  const printed: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line))
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await applySchedules(stack.client, DAILY, { pauses: new Map([[SCHEDULE, 'the test starts it']]) })

  // No worker runs yet: all are under way before the first can be served.
  const scheduled = askBySchedule()
  const commands = Array.from({ length: CLI_ASKS }, askByCli)
  const taskIds = await Promise.all(Array.from({ length: API_ASKS }, askByApi))
  const scheduledId = await scheduled
  await until(async () => (await underWay()) === CLI_ASKS + 2, { what: 'all are under way' })
  await startRefreshing({ WEATHER_PROVIDERS: 'met-norway' })

  const [taskId] = taskIds
  expect(new Set(taskIds)).toEqual(new Set([taskId]))
  const task = await endOf(taskId!)
  expect(task).toMatchObject({ status: 'SUCCESS', result: { joined: false, skipped: false } })
  expect(await Promise.all(commands)).toEqual(commands.map(() => 0))
  const runs = [
    (await endOf(scheduledId)).result,
    ...printed.map((text) => (JSON.parse(text) as Task).result),
  ]
  expect(runs).toHaveLength(CLI_ASKS + 1)
  for (const run of runs) {
    expect(run).toMatchObject({ status: 'completed', total: 1, ok: 0, failed: 0, left: 0 })
    // Where a run has counted its cities only after the call, there was nothing left to wait for.
    expect((run?.joined ?? 0) + (run?.skipped ?? 0)).toBe(1)
  }
  const { data } = await client.GET('/api/weather/cities/{cityId}/explain', {
    params: { path: { cityId: CITY!.id } },
  })
  const conditions = data?.products.find(({ product }) => product === 'conditions')
  expect(taskId).toBe(`refresh-city/${CITY!.id}/${conditions?.run_id}`)
  expect(stack.emulator.control.stats()['met-norway'].requests).toBe(1)
})

interface Progress {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly skipped: number
  readonly waiting: number
  readonly eta_seconds: number | null
}

test('D8: the events of a run over 500 cities count on, and the last one is its summary', async () => {
  await importCities(stack.database.db, MORE_CITIES)
  const [, , lost] = MORE_CITIES
  stack.emulator.control.setFaults([
    { provider: 'open-meteo', kind: 'delay', delayMs: 1_000 },
    { provider: 'open-meteo', kind: 'out-of-range', placeLatitude: lost!.latitude },
  ])
  await startRefreshing({ WEATHER_PROVIDERS: 'open-meteo', OPEN_METEO_PACE: 'places=10' })
  const { data } = await client.POST('/api/weather/monitoring/refresh', {
    body: { fan_out: 'bulk', products: ['conditions'] },
  })
  const taskId = data && 'task_id' in data ? (data.task_id ?? '') : ''
  const heard = await listenTo(`${api.url}/api/weather/monitoring/task/${taskId}/events`)
  const counted = () =>
    heard.events.flatMap(({ event, data: { progress } }) => {
      const one = progress as Progress | null
      return event === 'progress' && one !== null && one.total > 0 ? [one] : []
    })
  const differing = () => new Set(counted().map(({ done }) => done)).size
  // Fifty slow calls are under way: so many events are long before the last of them.
  await until(() => differing() >= 5, { what: 'five events that count on' })
  stack.emulator.control.setFaults([
    { provider: 'open-meteo', kind: 'out-of-range', placeLatitude: lost!.latitude },
  ])
  await heard.ended

  const seen = counted()
  for (const [at, { total, done, failed, skipped, waiting, eta_seconds: eta }] of seen.entries()) {
    expect(done + failed + skipped + waiting).toBe(total)
    expect({ total, skipped }).toEqual({ total: 500, skipped: 1 })
    const before = seen[at - 1] ?? { done: 0, failed: 0, waiting: 500 }
    expect(done).toBeGreaterThanOrEqual(before.done)
    expect(failed).toBeGreaterThanOrEqual(before.failed)
    expect(waiting).toBeLessThanOrEqual(before.waiting)
    if (done > 0 && waiting > 0) expect(eta).toBeGreaterThan(0)
  }
  const last = heard.events.at(-1)
  expect(last).toMatchObject({
    event: 'result',
    data: { status: 'SUCCESS', result: { total: 500, ok: 498, failed: 1, skipped: 1, left: 0 } },
  })
  const [summary] = await stack.database.db
    .select()
    .from(runSummaries)
    .where(eq(runSummaries.runId, taskId.split('/').at(-1) ?? ''))
  expect(last?.data['result']).toEqual(summary?.summary)
})
