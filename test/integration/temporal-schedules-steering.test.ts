import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scheduleDefinitions } from '../../contracts/schedules.ts'
import { SCHEDULE_IDS } from '../../contracts/schedule-definition.ts'
import { listAuditEvents } from '../../db/queries/audit-events.ts'
import { mirrorPauses, pausedSchedules } from '../../db/queries/schedule-pauses.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import {
  applySchedules,
  backfillSchedule,
  describeSchedules,
  pauseSchedule,
  resumeSchedule,
  triggerSchedule,
} from '../../temporal/schedules.ts'
import { runCli } from '../support/processes/run-cli.ts'
import { SCHEDULE_SETTINGS } from '../support/data/schedule-settings.ts'
import {
  startTemporalServer,
  temporalCliPath,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { createTestDatabase } from '../support/services/test-database.ts'
import { until } from '../support/until.ts'

const run = promisify(execFile)
const QUOTA = 'monitor-api-quota'
const CLEANUP = 'cleanup-old-weather-data'

/** No worker is there: a run ends by its limit. */
const RUN_SECONDS = 3
const definitions = scheduleDefinitions(SCHEDULE_SETTINGS).map((definition) => ({
  ...definition,
  executionTimeoutSeconds: RUN_SECONDS,
}))

let server: TestTemporalServer
let temporal: TemporalConnection

const connect = ({ address }: TestTemporalServer): TemporalConnection =>
  connectTemporal({ connection: { address }, namespace: 'default' })

beforeAll(async () => {
  server = await startTemporalServer()
  temporal = connect(server)
  await applySchedules(temporal.client, definitions)
})

afterAll(async () => {
  await temporal.close()
  await server.close()
})

test('a schedule that is not on the server, or not ours there, cannot be steered', async () => {
  await temporal.client.schedule.create({
    scheduleId: 'weather_mine',
    spec: { intervals: [{ every: '1h' }] },
    action: { type: 'startWorkflow', workflowType: 'payroll', taskQueue: 'theirs' },
  })
  const range = { from: new Date('2026-11-01'), to: new Date('2026-11-02') }
  for (const id of ['unknown', 'weather_mine']) {
    expect(await pauseSchedule(temporal.client, id, 'note')).toBeUndefined()
    expect(await resumeSchedule(temporal.client, id, 'note')).toBeUndefined()
    expect(await triggerSchedule(temporal.client, id)).toBeUndefined()
    expect(await backfillSchedule(temporal.client, id, range)).toBeUndefined()
  }
  const theirs = await temporal.client.schedule.getHandle('weather_mine').describe()
  expect(theirs.state.paused).toBe(false)
})

test('what a command pauses and resumes is in the audit', async () => {
  const database = await createTestDatabase()
  const services = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: server.address }
  const command = (...args: string[]) =>
    runCli(['schedules', ...args], { HOME: process.env['HOME'], ...services })
  expect((await command('pause', QUOTA, '--note', 'quiet')).code).toBe(0)
  expect((await command('resume', QUOTA)).code).toBe(0)
  const ended = { method: 'CLI', status: 0 }
  expect(await listAuditEvents(database.db, { limit: 9 })).toMatchObject([
    { ...ended, route: 'schedules resume', fields: `{"schedules":["${QUOTA}"]}` },
    { ...ended, route: 'schedules pause', fields: `{"schedules":["${QUOTA}"],"note":"quiet"}` },
  ])
  await database.close()
})

test('a schedule is paused with a note, and resumed', async () => {
  expect(await pauseSchedule(temporal.client, QUOTA, 'quiet week')).toMatchObject({
    paused: true,
    note: 'quiet week',
    nextTimes: [],
  })
  const resumed = await resumeSchedule(temporal.client, QUOTA, 'on again')
  expect(resumed).toMatchObject({ paused: false, note: 'on again' })
  expect(resumed?.nextTimes).not.toEqual([])
})

test('a trigger starts a run and names it; while it runs, the next one is skipped', async () => {
  const first = await triggerSchedule(temporal.client, QUOTA)
  expect(first?.outcome).toBe('started')
  expect(first?.taskId).toMatch(/^monitor-api-quota-\d{4}-\d\d-\d\dT.*Z\/[0-9a-f-]{36}$/)
  expect(await triggerSchedule(temporal.client, QUOTA)).toEqual({
    outcome: 'skipped',
    taskId: first?.taskId,
  })
  const [state] = await describeSchedules(temporal.client, [QUOTA])
  expect(state).toMatchObject({ started: 1, skipped: 1 })
})

test('a paused schedule is triggered as well, and stays paused', async () => {
  await pauseSchedule(temporal.client, CLEANUP, 'by hand only')
  expect(await triggerSchedule(temporal.client, CLEANUP)).toMatchObject({ outcome: 'started' })
  const [state] = await describeSchedules(temporal.client, [CLEANUP])
  expect(state).toMatchObject({ paused: true, note: 'by hand only', started: 1 })
})

test('a backfill runs each tick of the range, its ends included, one after the other', async () => {
  const days = [1, 2, 3]
  const tickOf = (day: number) => `2026-11-0${day}T02:00:00Z`
  const range = { from: new Date(tickOf(1)), to: new Date(tickOf(3)) }
  expect(await backfillSchedule(temporal.client, CLEANUP, range)).toEqual({
    outcome: 'started',
    ticks: 3,
  })
  const runs = await Promise.all(
    days.map((day) =>
      until(
        async () => {
          const handle = temporal.client.workflow.getHandle(`${CLEANUP}-${tickOf(day)}`)
          const found = await handle.describe().catch(() => undefined)
          return found?.closeTime && { startedAt: found.startTime, closedAt: found.closeTime }
        },
        { what: `the run of ${tickOf(day)}` },
      ),
    ),
  )
  for (const [index, { startedAt }] of runs.entries()) {
    const before = runs[index - 1]
    if (before) expect(startedAt.getTime()).toBeGreaterThanOrEqual(before.closedAt.getTime())
  }
})

test('a backfill of nothing, or of too much, starts nothing', async () => {
  const [before] = await describeSchedules(temporal.client, [QUOTA])
  const backfill = (from: string, to: string) =>
    backfillSchedule(temporal.client, QUOTA, { from: new Date(from), to: new Date(to) })
  expect(await backfill('2026-11-01T00:30:00Z', '2026-11-01T00:45:00Z')).toEqual({
    outcome: 'nothing',
    ticks: 0,
  })
  expect(await backfill('2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z')).toMatchObject({
    outcome: 'too-many',
  })
  expect(await backfill('2020-01-01T00:00:00Z', '2026-11-01T00:00:00Z')).toMatchObject({
    outcome: 'too-many',
  })
  const [after] = await describeSchedules(temporal.client, [QUOTA])
  expect(after?.started).toBe(before?.started)
})

test('a pause outlives the file of the server it was made on', async () => {
  const database = await createTestDatabase()
  const toggle = [
    'schedule',
    'toggle',
    '--schedule-id',
    QUOTA,
    '--pause',
    '--reason',
    'no keys yet',
  ]
  await run(await temporalCliPath(), [...toggle, '--address', server.address])
  await mirrorPauses(
    database.db,
    await describeSchedules(temporal.client, SCHEDULE_IDS),
    new Date(),
  )

  const newServer = await startTemporalServer()
  const { client, close } = connect(newServer)
  const pauses = await pausedSchedules(database.db)
  const changes = await applySchedules(client, definitions, { pauses })
  expect(changes).toContainEqual({
    id: QUOTA,
    change: 'created',
    differences: [],
    pausedWith: 'no keys yet',
  })
  const [quota, refresh] = await describeSchedules(client, [QUOTA, 'refresh-all-cities'])
  expect(quota).toMatchObject({ paused: true, note: 'no keys yet' })
  expect(refresh).toMatchObject({ paused: false })
  await close()
  await newServer.close()
  await database.close()
})
