import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { jobProgressQuery } from '../../contracts/job.ts'
import { hardLimitMs, runLimits } from '../../contracts/run-limits.ts'
import { CLEANED_TABLES } from '../../db/queries/cleanup-rules.ts'
import { deletedBy } from '../../db/queries/cleanup.ts'
import { conditions, runSummaries } from '../../db/schema/index.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { emptyTables, storeConditionsOverTime, storeEdges } from '../support/data/aged-rows.ts'
import { cleanUp, startCleanupRun } from '../support/jobs/cleanup-runs.ts'
import { someCities } from '../support/data/some-cities.ts'
import { postgresUrl } from '../support/services/test-database.ts'
import { until } from '../support/until.ts'

const DAY_MS = 86_400_000
const CITIES = someCities(20)
const KINDS =
  postgresUrl === undefined ? (['embedded'] as const) : (['postgres', 'embedded'] as const)

describe.each(KINDS)('a cleanup on the %s database', (database) => {
  const stack = withRefreshStack({
    cities: CITIES,
    database,
    moreQueues: [TASK_QUEUES.maintenance],
  })

  beforeEach(() => emptyTables(stack.database.db))

  /** One row every minute: `old` of them older than 30 days. */
  const storeConditions = async (old: number, young = 100): Promise<void> => {
    const { db } = stack.database
    const ago = (ms: number) => new Date(Date.now() - ms)
    const series = { everyMs: 1000, cities: CITIES.length }
    await storeConditionsOverTime(db, { ...series, count: young, newestAt: ago(60_000) })
    await storeConditionsOverTime(db, {
      ...series,
      count: old,
      newestAt: ago(30 * DAY_MS + 60_000),
    })
  }

  it('deletes what is old from every table, and stores its summary', async () => {
    await storeEdges(stack.database.db)
    const result = await cleanUp(stack.client)
    expect(Object.keys(result.deleted).sort()).toEqual([...CLEANED_TABLES].sort())
    const { runId, startedAt, durationMs, deleted, analyzed } = result
    const totalDeleted = Object.values(deleted).reduce((sum, rows) => sum + rows, 0)
    expect(result).toEqual({
      ...{ runId, startedAt, durationMs, deleted, analyzed, totalDeleted },
      status: 'completed',
      message: `Deleted ${totalDeleted} rows`,
      dryRun: false,
      left: [],
      localDate: null,
      alreadyDone: false,
    })
    const [summary] = await stack.database.db
      .select()
      .from(runSummaries)
      .where(sql`run_id = ${runId}`)
    expect(summary).toMatchObject({ status: 'completed', trigger: 'cli', summary: result })
  })

  it('counts in a dry run what it deletes afterwards, in batches, and then finds nothing', async () => {
    await storeConditions(2500)
    const counted = await cleanUp(stack.client, { dryRun: true })
    expect(counted).toMatchObject({ totalDeleted: 2500, dryRun: true, status: 'completed' })
    expect(counted.message).toBe('Would delete 2500 rows')
    expect(await stack.database.db.$count(conditions)).toBe(2600)
    const deleted = await cleanUp(stack.client, { batchSize: 400 })
    expect(deleted.deleted).toEqual(counted.deleted)
    expect(deleted.analyzed).toContain('conditions')
    expect(await stack.database.db.$count(conditions)).toBe(100)
    expect(await cleanUp(stack.client)).toMatchObject({ totalDeleted: 0, status: 'completed' })
  })

  it('keeps rows for the days of its input', async () => {
    await storeConditions(50, 50)
    const keepDays = { readings: 40, forecasts: 7, rollups: 90, summaries: 60, usage: 45 }
    expect(await cleanUp(stack.client, { keepDays })).toMatchObject({ totalDeleted: 0 })
  })

  it('stops at its soft limit with what it has deleted and what is left, and goes on the next time', async () => {
    await storeConditions(4000)
    const limits = { ...runLimits(hardLimitMs(), null), softLimitMs: 1_000, softGraceMs: 20_000 }
    const cut = await cleanUp(stack.client, { batchSize: 1, limits })
    expect(cut).toMatchObject({ status: 'timed_out', analyzed: [] })
    expect(cut.left).toContain('conditions')
    expect(cut.message).toContain('not finished: conditions')
    const rest = await cleanUp(stack.client)
    expect(rest.status).toBe('completed')
    expect(cut.totalDeleted + rest.totalDeleted).toBe(4000)
  })

  it('reports what it deleted when it is cancelled', async () => {
    await storeConditions(4000)
    const handle = await startCleanupRun(stack.client, { batchSize: 1 })
    const { firstExecutionRunId: runId } = handle
    const deleted = async () => (await deletedBy(stack.database.db, runId))['conditions'] ?? 0
    await until(async () => (await deleted()) > 20, { what: 'rows are deleted' })
    const progress = await handle.query(jobProgressQuery)
    expect(progress.message).toContain('not finished: conditions')
    await handle.cancel()
    await expect(handle.result()).rejects.toThrow('cancelled')
    const [summary] = await stack.database.db
      .select()
      .from(runSummaries)
      .where(sql`run_id = ${runId}`)
    expect(summary?.summary).toMatchObject({
      status: 'cancelled',
      totalDeleted: await deleted(),
      left: CLEANED_TABLES,
    })
    expect(await stack.database.db.$count(conditions)).toBe(4100 - (await deleted()))
  })
})
