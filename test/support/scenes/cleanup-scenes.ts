import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { CleanupInput } from '../../../contracts/cleanup.ts'
import { scheduleDefinitions } from '../../../contracts/schedules.ts'
import { deletedBy } from '../../../db/queries/cleanup.ts'
import { scheduleOptions } from '../../../temporal/schedules/spec.ts'
import { storeConditionsOverTime } from '../data/aged-rows.ts'
import { cleanupInput, startCleanupRun } from '../jobs/cleanup-runs.ts'
import type { RefreshStack } from '../refresh/refresh-stack.ts'
import { SCHEDULE_SETTINGS } from '../data/schedule-settings.ts'
import { until } from '../until.ts'

interface CleanupScene {
  readonly workflow: 'cleanupOldWeatherData'
  readonly name: string
  readonly workflowId: string
  readonly runId: string
}

const workflow = 'cleanupOldWeatherData'
const DAY_MS = 86_400_000
const { limits } = cleanupInput()

/** Plays every path of the cleanup with some thousand rows; every scene is over when it comes. */
export async function* cleanupScenes(stack: RefreshStack): AsyncGenerator<CleanupScene> {
  await storeOldRows(stack)
  yield over(stack, 'dry-run', { dryRun: true })
  yield over(stack, 'ok')
  yield over(stack, 'expired', { limits: { ...limits, expiresAfterMs: -1 } })
  yield* cutShort(stack)
  yield* firedTwice(stack)
}

/** Ends however it ends: what counts is the history. */
async function over(
  { client }: RefreshStack,
  name: string,
  overrides?: Partial<CleanupInput>,
): Promise<CleanupScene> {
  const handle = await startCleanupRun(client, overrides)
  await handle.result().catch((error: unknown) => error)
  const { workflowId, firstExecutionRunId: runId } = handle
  return { workflow, name, workflowId, runId }
}

async function* cutShort(stack: RefreshStack): AsyncGenerator<CleanupScene> {
  const { client, database } = stack
  await storeOldRows(stack)
  const soon = { ...limits, softLimitMs: 1_000 }
  yield over(stack, 'timed-out', { batchSize: 1, limits: { ...soon, softGraceMs: 20_000 } })

  const hanging = over(stack, 'cut-short', { batchSize: 1, limits: { ...soon, softGraceMs: 500 } })
  await sleep(500)
  // The embedded database has one session: an open transaction blocks all others.
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from conditions for update`)
    await sleep(3_000)
  })
  yield hanging

  const cancelled = await startCleanupRun(client, { batchSize: 1 })
  const { workflowId, firstExecutionRunId: runId } = cancelled
  await until(async () => Object.keys(await deletedBy(database.db, runId)).length > 0, {
    what: 'rows are deleted',
  })
  await cancelled.cancel()
  await cancelled.result().catch((error: unknown) => error)
  yield { workflow, name: 'cancelled', workflowId, runId }
}

/** Two firings of a local day: the first works, the second finds it done. */
async function* firedTwice({ client }: RefreshStack): AsyncGenerator<CleanupScene> {
  const settings = { ...SCHEDULE_SETTINGS, cleanupTimeZone: 'Europe/Berlin' }
  const definition = scheduleDefinitions(settings).find(({ kind }) => kind === 'cleanup')!
  const options = { ...scheduleOptions(definition), state: { paused: true } }
  const schedule = await client.schedule.create(options)
  const [start, end] = [new Date('2026-10-23T23:00:00Z'), new Date('2026-10-24T02:00:00Z')]
  await schedule.backfill({ start, end, overlap: 'BUFFER_ALL' })
  const query = `TemporalScheduledById = '${definition.id}' AND ExecutionStatus = 'Completed'`
  await until(async () => (await client.workflow.count(query)).count === 2, {
    what: 'both runs are over',
  })
  await schedule.delete()
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    const handle = client.workflow.getHandle(workflowId, runId)
    const { alreadyDone } = (await handle.result()) as { alreadyDone: boolean }
    yield { workflow, name: alreadyDone ? 'already-done' : 'scheduled', workflowId, runId }
  }
}

const storeOldRows = ({ database }: RefreshStack): Promise<void> =>
  storeConditionsOverTime(database.db, {
    count: 3000,
    newestAt: new Date(Date.now() - 31 * DAY_MS),
    everyMs: 1000,
    cities: 2,
  })
