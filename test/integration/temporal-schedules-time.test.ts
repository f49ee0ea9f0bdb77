import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scheduleDefinitions } from '../../contracts/schedules.ts'
import type { ScheduleDefinition } from '../../contracts/schedule-definition.ts'
import { connectTemporal, type TemporalConnection } from '../../temporal/connect.ts'
import { applySchedules, describeSchedules, type ScheduleState } from '../../temporal/schedules.ts'
import { SCHEDULE_SETTINGS } from '../support/data/schedule-settings.ts'
import {
  startTemporalServer,
  type TestTemporalServer,
} from '../support/temporal/temporal-server.ts'
import { until } from '../support/until.ts'

const ID = 'refresh-all-cities'
const DOWN_MS = 60_000
const OUTAGE_TEST_MS = 4 * DOWN_MS

let server: TestTemporalServer
let temporal: TemporalConnection

beforeAll(async () => {
  server = await startTemporalServer()
  temporal = connectTemporal({ connection: { address: server.address }, namespace: 'default' })
})

afterAll(async () => {
  await temporal.close()
  await server.close()
})

/** The refresh's schedule in seconds instead of minutes. No worker is there: a run ends by its limit. */
const inSeconds = (every: number, catchUp: number, runs: number): ScheduleDefinition => {
  const [refresh] = scheduleDefinitions(SCHEDULE_SETTINGS)
  if (refresh?.id !== ID) throw new Error('the refresh is not the first of the definitions')
  return {
    ...refresh,
    cadence: { everyMinutes: every / 60, offsetMinutes: 0 },
    jitterSeconds: 0,
    catchUpSeconds: catchUp,
    executionTimeoutSeconds: runs,
  }
}

async function state(): Promise<ScheduleState> {
  const [found] = await describeSchedules(temporal.client, [ID])
  if (!found) throw new Error('the schedule is gone')
  return found
}

/** First and last moment of every run so far. */
async function spans(): Promise<{ from: number; to: number }[]> {
  const found: { from: number; to: number }[] = []
  for await (const { startTime, closeTime } of temporal.client.workflow.list({
    query: `TemporalScheduledById='${ID}'`,
  })) {
    found.push({ from: startTime.getTime(), to: closeTime?.getTime() ?? Date.now() })
  }
  return found.sort((one, other) => one.from - other.from)
}

test('a run that outlasts its period has no other beside it, and what it skips is counted', async () => {
  await applySchedules(temporal.client, [inSeconds(2, 10, 5)])
  await until(async () => (await state()).started >= 3, { what: 'three runs' })
  expect((await state()).running).toHaveLength(1)
  expect((await state()).skipped).toBeGreaterThanOrEqual(2)

  const runs = await until(async () => (await spans()).length >= 3 && spans(), {
    what: 'three runs in the list',
  })
  for (const [index, { from }] of runs.entries()) {
    expect(from).toBeGreaterThanOrEqual(runs[index - 1]?.to ?? 0)
  }
})

test(
  'after an outage one tick at most is caught up, as 10 minutes allow of every 15',
  async () => {
    await temporal.client.schedule.getHandle(ID).delete()
    await applySchedules(temporal.client, [inSeconds(15, 10, 3)])
    const before = await until(
      async () => {
        const now = await state()
        return now.started > 0 && now.running.length === 0 && now
      },
      { what: 'a run that has ended' },
    )
    expect(before).toMatchObject({ missed: 0 })

    const downFrom = Date.now()
    await server.kill()
    await sleep(DOWN_MS)
    const upFrom = Date.now()
    await server.restart()

    const after = await until(
      async () => {
        const now = await state()
        const isPast = now.recentRuns.some(({ scheduledAt }) => scheduledAt.getTime() > upFrom)
        return isPast && now
      },
      { what: 'the first tick after the outage' },
    )
    const inOutage = after.recentRuns.filter(({ scheduledAt }) => {
      const at = scheduledAt.getTime()
      return at > downFrom && at < upFrom
    })
    expect(inOutage.length).toBeLessThanOrEqual(1)
    expect(after.missed).toBeGreaterThanOrEqual(3)
  },
  OUTAGE_TEST_MS,
)
