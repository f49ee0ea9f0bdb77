import { beforeAll, expect, test } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { listAuditEvents } from '../../db/queries/audit-events.ts'
import { conditions, forecastDays } from '../../db/schema/index.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { reading, storeConditionsOverTime } from '../support/data/aged-rows.ts'
import { someCities } from '../support/data/some-cities.ts'
import { runCli } from '../support/processes/run-cli.ts'

const DAY_MS = 86_400_000
const ago = (days: number): Date => new Date(Date.now() - days * DAY_MS)

const stack = withRefreshStack({ cities: someCities(2), moreQueues: [TASK_QUEUES.maintenance] })

beforeAll(async () => {
  const { db } = stack.database
  for (const days of [5, 15, 35]) {
    await storeConditionsOverTime(db, { count: 1500, newestAt: ago(days), everyMs: 100, cities: 2 })
  }
  const forecast = (days: number) => ({
    ...reading(0),
    date: ago(days).toISOString().slice(0, 10),
    partial: false,
  })
  await db.insert(forecastDays).values([forecast(0), forecast(4), forecast(10)])
})

const run = (args: readonly string[], variables = stack.variables) =>
  runCli(['cleanup', ...args], { HOME: process.env['HOME'], ...variables })

const rows = () => stack.database.db.$count(conditions)

test('a dry run says what would be deleted by the ages that are set, and deletes nothing', async () => {
  const { code, out } = await run(['--dry-run'])
  expect(out).toMatch(/conditions +│ +1,500 /)
  expect(out).toMatch(/forecast_days +│ +1 /)
  expect(out).toContain('Would delete 1,501 rows.')
  expect(code).toBe(0)
  expect(await rows()).toBe(4500)
})

test('readings and forecasts are deleted by the ages that are asked for, each by its own', async () => {
  const args = ['--days', '10', '--forecast-days', '3', '--batch-size', '1000', '--json']
  const { code, out } = await run(args)
  const printed = JSON.parse(out) as { result: { deleted: Record<string, number> } }
  expect(printed.result.deleted).toMatchObject({ conditions: 3000, forecast_days: 2 })
  expect(code).toBe(0)
  expect(await rows()).toBe(1500)
  expect(await listAuditEvents(stack.database.db, { limit: 9 })).toMatchObject([
    { route: 'cleanup', status: 0, fields: '{"days":10,"forecastDays":3}' },
  ])
})

test('a run without waiting is named', async () => {
  const { code, out } = await run(['--no-wait'])
  expect(out).toMatch(/^Cleanup started: cleanup-old-weather-data\//)
  expect(code).toBe(0)
})

test('wrong usage and an absent server have exit codes of their own', async () => {
  const wrong = await run(['--days', '0'])
  expect(wrong.err).toContain('It must be a whole number, 1 to 3650.')
  expect(wrong.code).toBe(2)
  expect((await run(['--days', '999999999999'])).code).toBe(2)
  const nowhere = { ...stack.variables, TEMPORAL_ADDRESS: '127.0.0.1:1' }
  const absent = await run(['--dry-run'], nowhere)
  expect(absent.err).toContain('no answer from Temporal at 127.0.0.1:1')
  expect(absent.code).toBe(3)
})
