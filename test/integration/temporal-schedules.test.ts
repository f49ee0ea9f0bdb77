import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scheduleDefinitions } from '../../contracts/schedules.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import {
  applySchedules,
  describeSchedules,
  ForeignScheduleError,
} from '../../temporal/schedules.ts'
import { SCHEDULE_SETTINGS } from '../support/schedule-settings.ts'
import {
  startTemporalServer,
  temporalCliPath,
  type TestTemporalServer,
} from '../support/temporal-server.ts'

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

const definitions = (refreshEveryMinutes: number) =>
  scheduleDefinitions({ ...SCHEDULE_SETTINGS, refreshEveryMinutes })

const apply = (refreshEveryMinutes: number) =>
  applySchedules(temporal.client, definitions(refreshEveryMinutes))

/** What an operator types. */
const temporalSchedule = async (...args: string[]) =>
  run(await temporalCliPath(), ['schedule', ...args, '--address', server.address])

test('schedules are created once, and then left as they are', async () => {
  expect(await describeSchedules(temporal.client, [ID])).toEqual([])
  expect(await apply(15)).toEqual([{ id: ID, change: 'created', differences: [] }])
  expect(await apply(15)).toEqual([{ id: ID, change: 'unchanged', differences: [] }])
  expect(await describeSchedules(temporal.client, [ID, 'nobody'])).toEqual([
    {
      id: ID,
      paused: false,
      note: definitions(15)[0]!.note,
      nextAt: expect.any(Date),
      lastAt: null,
      skipped: 0,
      missed: 0,
    },
  ])
})

test('a changed definition is applied, and what an operator paused stays paused', async () => {
  await temporalSchedule('toggle', '-s', ID, '--pause', '--reason', 'upstream is down')
  expect(await apply(30)).toEqual([
    {
      id: ID,
      change: 'updated',
      differences: ['period: 15 min → 30 min', 'time limit: 840 s → 1740 s', 'input'],
    },
  ])
  expect(await apply(30)).toEqual([{ id: ID, change: 'unchanged', differences: [] }])
  expect(await describeSchedules(temporal.client, [ID])).toMatchObject([
    { paused: true, note: 'upstream is down', nextAt: null },
  ])
})

test('what an update by hand has reset is repaired', async () => {
  await temporalSchedule(
    ...['update', '-s', ID, '--interval', '30m', '--workflow-id', ID],
    ...['--type', 'refreshAllCities', '--task-queue', 'weather_refresh'],
  )
  const [change] = await apply(30)
  expect(change?.change).toBe('updated')
  expect(change?.differences).toContain('catch-up: 31536000 s → 600 s')
  expect(change?.differences).toContain('time limit: 0 s → 1740 s')
  expect(await apply(30)).toEqual([{ id: ID, change: 'unchanged', differences: [] }])
})

test('a schedule of somebody else under our id is not touched', async () => {
  await temporal.client.schedule.getHandle(ID).delete()
  await temporal.client.schedule.create({
    scheduleId: ID,
    spec: { intervals: [{ every: '1h' }] },
    action: { type: 'startWorkflow', workflowType: 'payroll', taskQueue: 'theirs' },
    state: { paused: true },
  })
  await expect(apply(15)).rejects.toThrow(ForeignScheduleError)
  const theirs = await temporal.client.schedule.getHandle(ID).describe()
  expect(theirs.action.workflowType).toBe('payroll')
})
