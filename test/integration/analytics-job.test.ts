import { count, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import type { AnalyticsResult } from '../../contracts/analytics.ts'
import { jobProgressQuery } from '../../contracts/job.ts'
import { newestOverview } from '../../db/queries/analytics-overviews.ts'
import { cityAnalytics, conditionHours, runSummaries } from '../../db/schema/index.ts'
import type { OverviewDocument } from '../../contracts/analytics-documents.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import {
  analyticsScenes,
  startAnalytics,
  type AnalyticsScene,
} from '../support/scenes/analytics-scenes.ts'
import { someCities } from '../support/data/some-cities.ts'
import { createTestApi } from '../support/api/test-api.ts'
import { postgresUrl } from '../support/services/test-database.ts'

const KINDS = postgresUrl ? (['embedded', 'postgres'] as const) : (['embedded'] as const)
const CITIES = someCities(50)

describe.each(KINDS)('generateWeatherAnalytics on the %s database', (database) => {
  const stack = withRefreshStack({ cities: CITIES, database, moreQueues: [TASK_QUEUES.analytics] })
  const scenes = new Map<string, AnalyticsScene>()

  beforeAll(async () => {
    for await (const scene of analyticsScenes(stack)) scenes.set(scene.name, scene)
  })

  const summaryOf = async (name: string) => {
    const { runId = '' } = scenes.get(name) ?? {}
    const [row] = await stack.database.db
      .select()
      .from(runSummaries)
      .where(eq(runSummaries.runId, runId))
    return row
  }

  it('rolls up what was refreshed, computes every city and stores an overview', async () => {
    const { db } = stack.database
    const [hours] = await db.select({ rows: count() }).from(conditionHours)
    expect(hours?.rows).toBe(50)
    expect(await db.select().from(cityAnalytics)).toHaveLength(50)
    const overview = (await newestOverview(db)) as OverviewDocument
    expect(overview.weather_trends).toMatchObject({ total_data_points: 50 })
    expect(overview.data_freshness).toMatchObject({
      freshness_breakdown: { very_fresh: 50 },
      freshness_grade: 'Excellent',
    })
  })

  it('stores how each of its runs went, however it ended', async () => {
    const ok = await summaryOf('ok')
    expect(ok).toMatchObject({
      workflowType: 'generateWeatherAnalytics',
      trigger: 'cli',
      status: 'completed',
      summary: {
        status: 'completed',
        message: 'Hours rolled up: 50; cities with statistics: 50; overview stored',
        hoursRolledUp: 50,
        citiesProcessed: 50,
        citiesWithoutData: 0,
        left: [],
      },
    })
    const left = ['rollup', 'cities', 'overview']
    expect(await summaryOf('timed-out')).toMatchObject({ status: 'timed_out', summary: { left } })
    expect(await summaryOf('expired')).toMatchObject({ status: 'expired', summary: { left } })
    expect(await summaryOf('cancelled')).toMatchObject({ status: 'cancelled' })
  })

  it('reports its progress, also when it has ended, and labels its steps for the Web UI', async () => {
    const { workflowId = '' } = scenes.get('ok') ?? {}
    const handle = stack.client.workflow.getHandle(workflowId)
    const progress = await handle.query(jobProgressQuery)
    expect(progress).toMatchObject({ report: { hoursRolledUp: 50, left: [] } })
    const { events } = await handle.fetchHistory()
    const labels = events?.flatMap(({ userMetadata }) => {
      const data = userMetadata?.summary?.data
      return data ? [JSON.parse(Buffer.from(data).toString()) as string] : []
    })
    expect(labels).toEqual(
      expect.arrayContaining([
        'conditions into hours',
        'statistics of every city over 7 days',
        'overview',
      ]),
    )
  })

  it('changes no hour when nothing was refreshed since, and is what the API shows', async () => {
    const again = await startAnalytics(stack)
    const result: AnalyticsResult = await again.result()
    expect(result).toMatchObject({ status: 'completed', hoursRolledUp: 0, citiesProcessed: 50 })
    const api = createTestApi({ db: stack.database.db })
    const dashboard = await api.app.inject('/api/weather/analytics/dashboard')
    expect(dashboard.json()).toMatchObject((await newestOverview(stack.database.db)) as object)
    const city = await api.app.inject('/api/weather/analytics/cities/7')
    expect(city.json()).toMatchObject({ city: 'City 7', data_points: 1 })
    await api.close()
  })
})
