import { msToTs } from '@temporalio/common/lib/time.js'
import { beforeEach, describe, expect, it } from 'vitest'
import { TASK_QUEUES } from '../../contracts/task-queues.ts'
import type { CleanupResult } from '../../contracts/cleanup.ts'
import { cleanupHours, scheduleDefinitions } from '../../contracts/schedules.ts'
import { takeCleanupDay } from '../../db/queries/cleanup.ts'
import { cleanupDays } from '../../db/schema/index.ts'
import { firingDate } from '../../domain/time/daily-firing.ts'
import { scheduleOptions } from '../../temporal/schedules/spec.ts'
import type { cleanupOldWeatherData } from '../../workflows/index.ts'
import { withRefreshStack } from '../support/fixtures/with-refresh-stack.ts'
import { emptyTables } from '../support/data/aged-rows.ts'
import { SCHEDULE_SETTINGS } from '../support/data/schedule-settings.ts'
import { someCities } from '../support/data/some-cities.ts'
import { until } from '../support/until.ts'

const DAY_MS = 86_400_000

/** Clocks change at 02:00, at midnight, by half an hour, by two hours, and not at all. */
const ZONES = [
  'Europe/Berlin',
  'US/Pacific',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Antarctica/Troll',
  'Asia/Kolkata',
  'UTC',
]

const stack = withRefreshStack({
  cities: someCities(1),
  moreQueues: [TASK_QUEUES.maintenance],
})

beforeEach(() => emptyTables(stack.database.db))

/** As it is applied, but nothing fires by itself. */
async function createPaused(cleanupTimeZone: string) {
  const definitions = scheduleDefinitions({ ...SCHEDULE_SETTINGS, cleanupTimeZone })
  const options = scheduleOptions(definitions.find(({ kind }) => kind === 'cleanup')!)
  const scheduleId = `once-${process.pid}-${Date.now()}-${cleanupTimeZone.replaceAll('/', '-')}`
  return stack.client.schedule.create({
    ...options,
    scheduleId,
    action: { ...options.action, workflowId: scheduleId },
    state: { paused: true },
  })
}

/** What the server says. */
async function firingsOf(scheduleId: string, from: number, to: number): Promise<Date[]> {
  const { startTime } = await stack.client.workflowService.listScheduleMatchingTimes({
    namespace: 'default',
    scheduleId,
    startTime: msToTs(from),
    endTime: msToTs(to),
  })
  return startTime.map(({ seconds }) => new Date(Number(seconds) * 1000))
}

const daysOf = (year: number): string[] =>
  Array.from({ length: 365 }, (_, day) =>
    new Date(Date.UTC(year, 0, 1 + day)).toISOString().slice(0, 10),
  )

describe('of the times a cleanup fires at', () => {
  it.each(ZONES)('one works every local day of a year in %s', async (timeZone) => {
    const { scheduleId } = await createPaused(timeZone)
    const daily = { timeZone, hours: cleanupHours(timeZone) }
    const year = await firingsOf(scheduleId, Date.UTC(2025, 11, 31), Date.UTC(2027, 0, 2))
    const worked: string[] = []
    for (const [index, firedAt] of year.entries()) {
      const localDate = firingDate(firedAt, daily)
      expect([firedAt, localDate]).not.toEqual([firedAt, null])
      const day = { localDate: localDate!, runId: `run ${index}`, claimedAt: firedAt }
      if (await takeCleanupDay(stack.database.db, day)) worked.push(day.localDate)
    }
    expect(worked.filter((date) => date.startsWith('2026-'))).toEqual(daysOf(2026))
  })

  it('an hour that the clock leaves out fires at the jump, or not at all', async () => {
    const localHours = async (timeZone: string, from: string): Promise<string[]> => {
      const { scheduleId } = await createPaused(timeZone)
      const times = await firingsOf(scheduleId, Date.parse(from), Date.parse(from) + DAY_MS)
      return times.map((time) => time.toLocaleTimeString('sv', { timeZone }))
    }
    expect(await localHours('Europe/Berlin', '2026-03-28T23:00:00Z')).toEqual(['03:00:00'])
    expect(await localHours('US/Pacific', '2026-03-08T08:00:00Z')).toEqual(['03:00:00'])
    expect(await localHours('Australia/Lord_Howe', '2026-10-03T13:30:00Z')).toEqual([
      '02:30:00',
      '03:00:00',
    ])
  })
})

/** Over both clock changes of Berlin, from midnight to midnight. */
const AROUND_THE_CHANGES = [
  { start: new Date('2026-03-27T23:00:00Z'), end: new Date('2026-03-30T22:00:00Z') },
  { start: new Date('2026-10-23T22:00:00Z'), end: new Date('2026-10-26T23:00:00Z') },
]

describe('the schedule', () => {
  it('starts runs of which one works a local day', async () => {
    const handle = await createPaused('Europe/Berlin')
    await handle.backfill(AROUND_THE_CHANGES.map((range) => ({ ...range, overlap: 'ALLOW_ALL' })))
    const results = await resultsOf(handle.scheduleId, 11)
    const dates = (done: boolean) =>
      results.filter(({ alreadyDone }) => alreadyDone === done).map(({ localDate }) => localDate)
    expect(dates(false).sort()).toEqual([
      ...['2026-03-28', '2026-03-29', '2026-03-30'],
      ...['2026-10-24', '2026-10-25', '2026-10-26'],
    ])
    expect(dates(true)).toHaveLength(5)
    const idle = results.find(({ alreadyDone }) => alreadyDone)
    expect(idle).toMatchObject({ status: 'completed', deleted: {}, left: [] })
    expect(idle?.message).toBe(`${idle?.localDate} was cleaned up already by another run`)
  })

  it('also starts a run for a person, which works on any day', async () => {
    const handle = await createPaused('Europe/Berlin')
    await handle.trigger('ALLOW_ALL')
    const [result] = await resultsOf(handle.scheduleId, 1)
    expect(result).toMatchObject({ status: 'completed', alreadyDone: false, localDate: null })
    expect(await stack.database.db.$count(cleanupDays)).toBe(0)
  })
})

async function resultsOf(scheduleId: string, runs: number): Promise<CleanupResult[]> {
  const query = `TemporalScheduledById = '${scheduleId}' AND ExecutionStatus = 'Completed'`
  const { client } = stack
  await until(async () => (await client.workflow.count(query)).count === runs, {
    what: `${runs} runs are over`,
    timeoutMs: 240_000,
  })
  const results: CleanupResult[] = []
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    results.push(
      await client.workflow.getHandle<typeof cleanupOldWeatherData>(workflowId, runId).result(),
    )
  }
  return results
}
