import { eq } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { jobProgressQuery } from '../../contracts/job.ts'
import { listAlerts } from '../../db/queries/alerts.ts'
import { recordRequest } from '../../db/queries/provider-usage.ts'
import { alerts, providerLedgers, providerUsage, runSummaries } from '../../db/schema/index.ts'
import { windowEnd } from '../../domain/quota/windows.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { startMonitoring, TOO_LATE } from '../support/jobs/monitoring-runs.ts'
import { someCities } from '../support/data/some-cities.ts'

const CITIES = someCities(37)
const LIMIT = 100

describe('the quota monitor', () => {
  const stack = withRefreshStack({
    cities: CITIES,
    moreQueues: [TASK_QUEUES.monitoring],
    variables: { OPEN_METEO_QUOTA: `${LIMIT}/month` },
  })

  beforeAll(async () => {
    await stack.refreshAll({ force: true })
  })
  afterEach(() => {
    stack.emulator.control.clearFaults()
    stack.emulator.control.resetStats()
  })

  const judged = async () => (await startMonitoring(stack)).result()

  it('E25, E28: counts exactly what a refresh has spent, without a call to anybody', async () => {
    stack.emulator.control.resetStats()
    const report = await judged()
    expect(report).toMatchObject({
      status: 'completed',
      level: 'healthy',
      message: '2 providers judged, nothing to do',
    })
    expect(report.providers.map(({ provider }) => provider)).toEqual(['open-meteo', 'met-norway'])
    expect(report.providers[0]?.windows).toMatchObject([
      { window: 'month', limit: LIMIT, used: 37, remaining: LIMIT - 37 },
    ])
    expect(report.providers[0]?.successRate).toBe(1)
    const requests = Object.values(stack.emulator.control.stats()).map((one) => one.requests)
    expect(requests.every((count) => count === 0)).toBe(true)
  })

  it('stores its report with the run, and shows it in its progress', async () => {
    const run = await startMonitoring(stack)
    const result = await run.result()
    const { db } = stack.database
    const [stored] = await db
      .select()
      .from(runSummaries)
      .where(eq(runSummaries.runId, result.runId))
    expect(stored).toMatchObject({
      workflowType: 'monitorApiQuota',
      status: 'completed',
      trigger: 'cli',
      summary: result,
    })
    const { report } = await run.query(jobProgressQuery)
    expect(report).toMatchObject({ level: 'healthy' })
  })

  it.each([
    ['warning', 75],
    ['critical', 90],
  ] as const)('E28: is %s at %i hundredths, and says when they run out', async (level, used) => {
    const now = new Date()
    const { db } = stack.database
    await db
      .update(providerLedgers)
      .set({ monthEnd: windowEnd('month', now), monthUsed: used })
      .where(eq(providerLedgers.provider, 'open-meteo'))
    await db.delete(providerUsage)
    const provider = 'open-meteo'
    await recordRequest(db, { provider, outcome: 'ok', places: 60, weight: 6_000, at: now })
    const report = await judged()
    expect(report).toMatchObject({ level, status: 'completed' })
    expect(report.warnings[0]).toContain(`${used} % of this month's ${LIMIT} used, runs out at`)
    expect(report.message).toContain(report.warnings[0])
  })

  it('S62: raises an alert of what is nearly spent, once, and resolves it when it is not', async () => {
    const { db } = stack.database
    const use = (monthUsed: number) =>
      db
        .update(providerLedgers)
        .set({ monthEnd: windowEnd('month', new Date()), monthUsed })
        .where(eq(providerLedgers.provider, 'open-meteo'))
    const capacity = async () =>
      (await listAlerts(db, { limit: 100 }))
        .filter(({ type }) => type === 'capacity')
        .map(({ key, status }) => [key, status])
    const key = 'provider:open-meteo:quota-month'
    await db.delete(alerts)
    await use(96)
    await judged()
    await judged()
    expect(await capacity()).toEqual([[key, 'active']])
    await use(10)
    await judged()
    expect(await capacity()).toEqual([[key, 'resolved']])
  })

  it('does nothing when it starts too late, and says so', async () => {
    const late = await (await startMonitoring(stack, TOO_LATE)).result()
    expect(late).toMatchObject({ status: 'expired', level: null, providers: [], warnings: [] })
  })
})
