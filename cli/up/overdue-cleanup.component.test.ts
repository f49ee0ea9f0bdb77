import { beforeAll, expect, it } from 'vitest'
import { saveRunSummary } from '../../db/queries/run-summaries.ts'
import { installation } from '../../db/schema/index.ts'
import { areAnalyticsMissing } from './first-analytics.ts'
import { isCleanupOverdue } from './overdue-cleanup.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const HOUR_MS = 3_600_000
const START = new Date('2026-11-22T12:00:00Z')
const after = (hours: number): Date => new Date(START.getTime() + hours * HOUR_MS)

const database = withTestDatabase({ kind: 'embedded' })
beforeAll(async () => {
  await database.db.update(installation).set({ stampedAt: START })
})

const cleanedUp = (status: string, hours: number) =>
  saveRunSummary(database.db, {
    runId: `${status}-${hours}`,
    workflowId: 'cleanup-old-weather-data-2026-11-23T02:00:00Z',
    workflowType: 'cleanupOldWeatherData',
    trigger: 'schedule',
    status,
    startedAt: after(hours),
    finishedAt: after(hours),
    summary: {},
  })

it('is overdue a day and a half after the last that completed, or after the installation', async () => {
  expect(await isCleanupOverdue(database.db, after(36))).toBe(false)
  expect(await isCleanupOverdue(database.db, after(36.1))).toBe(true)
  await cleanedUp('completed', 30)
  await cleanedUp('cancelled', 60)
  expect(await isCleanupOverdue(database.db, after(66))).toBe(false)
  expect(await isCleanupOverdue(database.db, after(66.1))).toBe(true)
})

it('S56: analytics are missing until their first run has completed, however others went', async () => {
  expect(await areAnalyticsMissing(database.db)).toBe(true)
  const run = {
    workflowId: 'generate-weather-analytics-1',
    workflowType: 'generateWeatherAnalytics',
    trigger: 'schedule',
    startedAt: after(1),
    finishedAt: after(1),
    summary: {},
  }
  await saveRunSummary(database.db, { ...run, runId: 'analytics-1', status: 'failed' })
  expect(await areAnalyticsMissing(database.db)).toBe(true)
  await saveRunSummary(database.db, { ...run, runId: 'analytics-2', status: 'completed' })
  expect(await areAnalyticsMissing(database.db)).toBe(false)
})
