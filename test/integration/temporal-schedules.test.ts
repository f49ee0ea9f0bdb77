import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { scheduleDefinitions } from '../../contracts/schedules.ts'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import {
  applySchedules,
  describeSchedules,
  type ApplyOptions,
  type ScheduleChange,
} from '../../temporal/schedules.ts'
import { ForeignScheduleError } from '../../temporal/foreign-schedule-error.ts'
import { SCHEDULE_SETTINGS } from '../support/data/schedule-settings.ts'
import {
  startTemporalServer,
  temporalCliPath,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { until } from '../support/until.ts'

const run = promisify(execFile)
const ID = 'refresh-all-cities'

let server: TestTemporalServer
let temporal: TemporalConnection

beforeAll(async () => {
  server = await startTemporalServer()
  temporal = connectTemporal({
    connection: { address: server.address },
    namespace: 'default',
  })
})

afterAll(async () => {
  await temporal.close()
  await server.close()
})

afterEach(async () => {
  // The list lags behind: ours are known without it.
  const ids = new Set<string>(SCHEDULE_IDS)
  for await (const { scheduleId } of temporal.client.schedule.list()) ids.add(scheduleId)
  for (const id of ids) {
    await temporal.client.schedule
      .getHandle(id)
      .delete()
      .catch(() => undefined)
  }
})

const definitions = (settings: Partial<typeof SCHEDULE_SETTINGS> = {}) =>
  scheduleDefinitions({ ...SCHEDULE_SETTINGS, ...settings })

const apply = (options?: ApplyOptions, settings?: Partial<typeof SCHEDULE_SETTINGS>) =>
  applySchedules(temporal.client, definitions(settings), options)

/** What an operator types. */
const temporalSchedule = async (...args: string[]) =>
  run(await temporalCliPath(), ['schedule', ...args, '--address', server.address])

const pause = (note: string) => temporalSchedule('toggle', '-s', ID, '--pause', '--reason', note)

const kindsOf = (changes: readonly ScheduleChange[]) =>
  Object.fromEntries(changes.map(({ id, change }) => [id, change]))

const all = (change: ScheduleChange['change']) =>
  Object.fromEntries(SCHEDULE_IDS.map((id) => [id, change]))

/** A schedule the server has never heard from us. */
const createForeign = (scheduleId: string) =>
  temporal.client.schedule.create({
    scheduleId,
    spec: { intervals: [{ every: '1h' }] },
    action: { type: 'startWorkflow', workflowType: 'payroll', taskQueue: 'theirs' },
    state: { paused: true },
  })

const isListed = async (scheduleId: string): Promise<boolean> => {
  for await (const listed of temporal.client.schedule.list()) {
    if (listed.scheduleId === scheduleId) return true
  }
  return false
}

test.each(['UTC', 'America/New_York', 'Asia/Kolkata'])(
  'schedules are created once, and then left as they are, with the cleanup in %s',
  async (cleanupTimeZone) => {
    expect(await describeSchedules(temporal.client, SCHEDULE_IDS)).toEqual([])
    expect(kindsOf(await apply({}, { cleanupTimeZone }))).toEqual(all('created'))
    const second = await apply({}, { cleanupTimeZone })
    expect(second.flatMap(({ differences }) => differences)).toEqual([])
    expect(kindsOf(second)).toEqual(all('unchanged'))
  },
)

test('who applies at the same time as another changes nothing twice', async () => {
  const both = await Promise.all([apply(), apply()])
  for (const id of SCHEDULE_IDS) {
    const changes = both.map((one) => one.find((change) => change.id === id)?.change)
    expect(changes.sort()).toEqual(['created', 'unchanged'])
  }
})

test('the server keeps what the definitions say', async () => {
  await apply()
  const states = await describeSchedules(temporal.client, [...SCHEDULE_IDS, 'unknown'])
  expect(states.map(({ id, cadence, catchUpSeconds }) => [id, cadence, catchUpSeconds])).toEqual([
    [ID, 'every 15 min, offset 1 min', 600],
    ['warm-cache-for-popular-cities', 'every 30 min, offset 4 min', 900],
    ['monitor-api-quota', 'every 60 min, offset 2 min', 1800],
    ['generate-weather-analytics', 'every 120 min, offset 8 min', 3600],
    ['cleanup-old-weather-data', 'daily at 02:00 UTC', 3600],
  ])
  expect(states[0]).toMatchObject({
    paused: false,
    note: definitions()[0]?.note,
    recentRuns: [],
    running: [],
    skipped: 0,
    missed: 0,
    timeLimitSeconds: 840,
  })
  expect(states[4]?.nextTimes[0]?.toISOString()).toMatch(/T02:00:00.000Z$/)
})

test('a changed definition is applied, and what an operator paused stays paused', async () => {
  await apply()
  await pause('upstream is down')
  const thirty = { refreshEveryMinutes: 30 }
  const [changed, ...others] = await apply({}, thirty)
  expect(changed).toEqual({
    id: ID,
    change: 'updated',
    differences: [
      'cadence: every 15 min, offset 1 min → every 30 min, offset 1 min',
      'time limit: 840 s → 1740 s',
      'input',
    ],
    pausedWith: 'upstream is down',
  })
  expect(others.map(({ change }) => change)).toEqual(Array(4).fill('unchanged'))
  expect(kindsOf(await apply({}, thirty))).toEqual(all('unchanged'))
  expect(await describeSchedules(temporal.client, [ID])).toMatchObject([
    { paused: true, note: 'upstream is down', nextTimes: [] },
  ])
})

test('a dry run says what would change, and changes nothing', async () => {
  expect(kindsOf(await apply({ dryRun: true }))).toEqual(all('created'))
  expect(await describeSchedules(temporal.client, SCHEDULE_IDS)).toEqual([])
  await apply()
  const [would] = await apply({ dryRun: true }, { refreshEveryMinutes: 30 })
  expect(would).toMatchObject({ change: 'updated' })
  expect(kindsOf(await apply({ dryRun: true, clearExisting: true }))).toEqual(all('recreated'))
  expect(kindsOf(await apply())).toEqual(all('unchanged'))
})

test('what an update by hand has reset is repaired', async () => {
  await apply()
  await temporalSchedule(
    ...['update', '-s', ID, '--interval', '30m', '--workflow-id', ID],
    ...['--type', 'refreshAllCities', '--task-queue', 'weather_refresh'],
  )
  const [change] = await apply()
  expect(change?.change).toBe('updated')
  expect(change?.differences).toContain('cadence: every 30 min → every 15 min, offset 1 min')
  expect(change?.differences).toContain('catch-up: 31536000 s → 600 s')
  expect(change?.differences).toContain('time limit: 0 s → 840 s')
  expect(kindsOf(await apply())).toEqual(all('unchanged'))
})

test('a daily schedule that was moved to some days only is repaired', async () => {
  await apply()
  const handle = temporal.client.schedule.getHandle('cleanup-old-weather-data')
  await handle.update(({ action, policies, state }) => ({
    spec: { calendars: [{ hour: 2, dayOfWeek: 'SUNDAY' }] },
    action: { ...action, args: [...(action.args ?? [])] },
    policies,
    state,
  }))
  const change = (await apply()).at(-1)
  expect(change?.differences[0]).toMatch(/^cadence: at \{.*SUNDAY.*→ daily at 02:00 UTC$/)
  expect(kindsOf(await apply())).toEqual(all('unchanged'))
})

test('clearing replaces what is ours, keeps a pause, and leaves what is not ours', async () => {
  await apply()
  await pause('upstream is down')
  await createForeign('weather_mine')
  expect(kindsOf(await apply({ clearExisting: true }))).toEqual(all('recreated'))
  expect(await describeSchedules(temporal.client, [ID])).toMatchObject([
    { paused: true, note: 'upstream is down' },
  ])
  const theirs = await temporal.client.schedule.getHandle('weather_mine').describe()
  expect(theirs.action.workflowType).toBe('payroll')
})

test('pruning deletes what is ours and defined no more, and nothing else', async () => {
  const [retired, ...kept] = definitions()
  await apply()
  await createForeign('weather_mine')
  for (const id of [ID, 'weather_mine']) {
    await until(() => isListed(id), { what: `${id} in the list` })
  }
  const prune = (options: ApplyOptions) => applySchedules(temporal.client, kept, options)

  expect(kindsOf(await prune({}))).not.toHaveProperty(ID)
  expect(kindsOf(await prune({ prune: true, dryRun: true }))).toHaveProperty(ID, 'deleted')
  expect(await describeSchedules(temporal.client, [ID])).toHaveLength(1)
  expect(await prune({ prune: true })).toContainEqual({
    id: retired?.id,
    change: 'deleted',
    differences: [],
    pausedWith: null,
  })
  expect(await describeSchedules(temporal.client, [ID])).toEqual([])
  await temporal.client.schedule.getHandle('weather_mine').describe()
})

test('a foreign schedule under our id stops everything, with the remedy', async () => {
  await createForeign('monitor-api-quota')
  const error: unknown = await apply({ clearExisting: true }).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(ForeignScheduleError)
  expect(String(error)).toContain('temporal schedule delete --schedule-id monitor-api-quota')
  const theirs = await temporal.client.schedule.getHandle('monitor-api-quota').describe()
  expect(theirs.action.workflowType).toBe('payroll')
  expect(await describeSchedules(temporal.client, SCHEDULE_IDS)).toEqual([])
})
