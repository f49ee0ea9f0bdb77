import { CancelledFailure, type WorkflowFailedError } from '@temporalio/client'
import { sql } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import { deletedBy } from '../../db/queries/cleanup.ts'
import { conditions, runSummaries } from '../../db/schema/index.ts'
import type { Database } from '../../db/database.ts'
import { connectTemporal } from '../../temporal/connect.ts'
import { storeConditionsOverTime } from '../support/data/aged-rows.ts'
import { startChaosStack } from '../support/refresh/chaos-stack.ts'
import { cleanUp, startCleanupRun } from '../support/jobs/cleanup-runs.ts'
import { startRefreshStack } from '../support/refresh/refresh-stack.ts'
import { someCities } from '../support/data/some-cities.ts'
import { ownTemporalAddress } from '../support/temporal/temporal-address.ts'
import { postgresUrl } from '../support/services/test-database.ts'
import { until } from '../support/until.ts'
import { startWorkerProcess } from '../support/processes/worker-process.ts'

const DAY_MS = 86_400_000
const CITIES = someCities(20)
const ago = (ms: number): Date => new Date(Date.now() - ms)

/** On a machine that is busy with more than this. */
const A_MILLION_ROWS_MS = 300_000

const closers: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

const storeOld = (db: Database, count: number): Promise<void> =>
  storeConditionsOverTime(db, {
    count,
    newestAt: ago(30 * DAY_MS + 60_000),
    everyMs: 200,
    cities: CITIES.length,
  })

describe.skipIf(postgresUrl === undefined)('on PostgreSQL', () => {
  it('a cleanup that hangs delays no refresh', async () => {
    const temporalAddress = ownTemporalAddress()
    const stack = await startRefreshStack({
      temporalAddress,
      cities: CITIES,
      database: 'postgres',
      moreQueues: [TASK_QUEUES.maintenance],
    })
    closers.push(() => stack.close())
    const { db } = stack.database
    await storeOld(db, 3000)
    const cleanup = await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from conditions for update`)
      const handle = await startCleanupRun(stack.client)
      await until(() => isWaitingForALock(db), { what: 'the cleanup hangs' })
      for (const fanOut of ['city', 'bulk'] as const) {
        const refreshed = await stack.refreshAll({ force: true, fanOut })
        expect(refreshed).toMatchObject({ status: 'completed', ok: CITIES.length })
      }
      expect(await deletedBy(db, handle.firstExecutionRunId)).toEqual({})
      return handle
    })
    expect(await cleanup.result()).toMatchObject({ status: 'completed', totalDeleted: 3000 })
  })

  it('a cleanup that hangs ends after its grace, and says what is left', async () => {
    const temporalAddress = ownTemporalAddress()
    const stack = await startRefreshStack({
      temporalAddress,
      cities: CITIES,
      database: 'postgres',
      moreQueues: [TASK_QUEUES.maintenance],
    })
    closers.push(() => stack.close())
    const { db } = stack.database
    await storeOld(db, 3000)
    const result = await db.transaction(async (tx) => {
      const held = ago(30 * DAY_MS + 2 * 60_000).toISOString()
      await tx.execute(sql`select 1 from conditions where valid_at >= ${held} for update`)
      const limits = { softLimitMs: 2_000, softGraceMs: 1_000, expiresAfterMs: null }
      return cleanUp(stack.client, { batchSize: 100, limits })
    })
    expect(result).toMatchObject({ status: 'timed_out' })
    expect(result.left).toContain('conditions')
    expect(result.totalDeleted).toBeGreaterThan(0)
    expect(await db.$count(conditions)).toBe(3000 - result.totalDeleted)
  })

  it('a cleanup that is cancelled while its worker is dead ends as cancelled, and says so', async () => {
    const temporalAddress = ownTemporalAddress()
    const stack = await startChaosStack({ temporalAddress, cities: CITIES, latencyMs: 0 })
    closers.push(() => stack.close())
    const temporal = connectTemporal({
      connection: { address: temporalAddress },
      namespace: 'default',
    })
    closers.push(() => temporal.close())
    const { db } = stack.database
    await storeOld(db, 300)
    const worker = startWorkerProcess(stack.variables)
    closers.push(() => worker.stop())
    const run = await db.transaction(async (tx) => {
      await tx.execute(sql`select 1 from conditions for update`)
      const handle = await startCleanupRun(temporal.client)
      await until(() => isWaitingForALock(db), { what: 'the cleanup hangs' })
      await handle.cancel()
      await worker.kill()
      return handle
    })
    const next = startWorkerProcess(stack.variables)
    closers.push(() => next.stop())
    const error: unknown = await run.result().catch((failure: unknown) => failure)
    expect((error as WorkflowFailedError).cause).toBeInstanceOf(CancelledFailure)
    const [summary] = await db.select().from(runSummaries)
    expect(summary).toMatchObject({ runId: run.firstExecutionRunId, status: 'cancelled' })
  })

  it(
    'a million old rows are deleted and counted exactly, although the worker is killed amid them',
    async () => {
      const [old, young] = [1_000_000, 20_000]
      const temporalAddress = ownTemporalAddress()
      const stack = await startChaosStack({ temporalAddress, cities: CITIES, latencyMs: 0 })
      closers.push(() => stack.close())
      const temporal = connectTemporal({
        connection: { address: temporalAddress },
        namespace: 'default',
      })
      closers.push(() => temporal.close())
      const { db } = stack.database
      const series = { everyMs: 1000, cities: CITIES.length }
      await storeConditionsOverTime(db, { ...series, count: young, newestAt: ago(0) })
      await storeOld(db, old)
      const startWorker = () => {
        const worker = startWorkerProcess(stack.variables)
        closers.push(() => worker.stop())
        return worker
      }

      const worker = startWorker()
      expect(await cleanUp(temporal.client, { dryRun: true })).toMatchObject({ totalDeleted: old })
      const run = await startCleanupRun(temporal.client, { batchSize: 2000 })
      const deleted = async () => (await deletedBy(db, run.firstExecutionRunId))['conditions'] ?? 0
      await until(async () => (await deleted()) > old / 3, {
        what: 'a third is deleted',
        timeoutMs: A_MILLION_ROWS_MS,
      })
      await worker.kill()
      const atKill = await deleted()
      expect(atKill).toBeLessThan(old)
      expect(await db.$count(conditions)).toBe(old + young - atKill)

      startWorker()
      const result = await run.result()
      expect(result).toMatchObject({ status: 'completed', totalDeleted: old, left: [] })
      expect(result.deleted).toMatchObject({ conditions: old })
      expect(await db.$count(conditions)).toBe(young)
    },
    A_MILLION_ROWS_MS,
  )
})

async function isWaitingForALock(db: Database): Promise<boolean> {
  const [row] = await db.execute<{ waiting: number }>(sql`
    select count(*)::int as waiting from pg_stat_activity
    where datname = current_database() and application_name = 'weather247-maintenance'
      and wait_event_type = 'Lock'`)
  return (row?.waiting ?? 0) > 0
}
