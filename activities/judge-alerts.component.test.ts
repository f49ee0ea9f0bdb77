import { MockActivityEnvironment } from '@temporalio/testing'
import { DefaultLogger } from '@temporalio/worker'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { listAlerts } from '../db/queries/alerts.ts'
import { objectiveReports } from '../db/queries/objective-reports.ts'
import { cities, cityReads, freshnessTimes, refreshStates } from '../db/schema/index.ts'
import { attainment } from '../domain/objectives/error-budget.ts'
import { objectiveOf } from '../domain/objectives/freshness-objective.ts'
import { MINUTE_MS } from '../domain/time/durations.ts'
import { someCities } from '../test/support/data/some-cities.ts'
import { withTestDatabase } from '../test/support/fixtures/with-test-database.ts'
import { createAlertJudge } from './judge-alerts.ts'

const START = new Date('2026-11-22T12:00:00Z')
const CITIES = 40
const TICK = 15
const TOP = 'top:20=20@95'

const database = withTestDatabase({ kind: 'embedded', cities: someCities(CITIES) })

let minute: number

const at = (ofMinute: number): Date => new Date(START.getTime() + ofMinute * MINUTE_MS)

beforeEach(async () => {
  minute = 0
  const { db } = database
  await db.execute(sql`truncate alerts, freshness_times, city_reads`)
  await db.update(cities).set({ createdAt: START })
  await db.update(refreshStates).set({ conditionsConfirmedAt: START })
  const rows = await db.select({ cityId: cities.id }).from(cities).orderBy(cities.id)
  await db
    .insert(cityReads)
    .values(rows.map(({ cityId }, index) => ({ cityId, score: CITIES - index, scoredAt: START })))
})

async function judged(objectives: readonly string[] = [TOP, 'all=30@95']): Promise<void> {
  const judge = createAlertJudge({
    db: database.db,
    installed: [],
    measuring: { objectives: objectives.map(objectiveOf), halfLifeHours: 24 },
  })
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') })
  await environment.run(() => judge(at(minute)))
}

/** As the schedule does: judged at the start, then refreshed where a provider answers. */
async function tick({ isServed }: { isServed: boolean }): Promise<void> {
  await judged()
  if (isServed) {
    await database.db.update(refreshStates).set({ conditionsConfirmedAt: at(minute) })
  }
  minute += TICK
}

const ticks = async (count: number, isServed: boolean): Promise<void> => {
  for (let done = 0; done < count; done += 1) await tick({ isServed })
}

const openAlerts = async () =>
  (await listAlerts(database.db, { limit: 50 }))
    .filter(({ status, key }) => status !== 'resolved' && key.startsWith('freshness:objective'))
    .map(({ key, severity, raisedAt }) => ({
      key: key.slice('freshness:objective:'.length),
      severity,
      minute: (raisedAt.getTime() - START.getTime()) / MINUTE_MS,
    }))

const attainedOf = async (objective: string, span: 'hour' | 'day' = 'hour') => {
  const reports = await objectiveReports(database.db, at(minute))
  const report = reports.find((one) => one.objective.minutes === objectiveOf(objective).minutes)
  return report && attainment(report.time[span])
}

describe('E39, D9: freshness objectives', () => {
  it('drop when no provider answers, alert within two refreshes of the first late value, and recover by themselves', async () => {
    await ticks(8, true)
    expect(await openAlerts()).toEqual([])
    expect(await attainedOf(TOP)).toBe(1)
    const lastServed = minute - TICK
    const firstLate = lastServed + 20
    await ticks(3, false)
    const [alert, ...others] = (await openAlerts()).filter(
      ({ severity }) => severity === 'critical',
    )
    expect([alert?.key, others]).toEqual([TOP, []])
    expect((alert?.minute ?? Infinity) - firstLate).toBeLessThanOrEqual(2 * TICK)
    expect(await attainedOf(TOP)).toBeLessThan(0.7)
    await ticks(5, true)
    expect(await openAlerts()).toEqual([])
    expect(await attainedOf(TOP, 'day')).toBeLessThan(0.9)
    await ticks(2, true)
    expect(await attainedOf(TOP)).toBe(1)
  })

  it('count the time of late cities to the second, and a late top city in both', async () => {
    await judged()
    const [first] = await database.db.select({ id: cities.id }).from(cities).orderBy(cities.id)
    await database.db.update(refreshStates).set({ conditionsConfirmedAt: at(35) })
    await database.db
      .update(refreshStates)
      .set({ conditionsConfirmedAt: at(10) })
      .where(sql`city_id = ${first?.id}`)
    minute = 45
    await judged()
    const rows = await database.db
      .select()
      .from(freshnessTimes)
      .where(sql`until = ${at(45).toISOString()}::timestamptz`)
      .orderBy(freshnessTimes.objective)
    expect(rows.map(({ objective, ...row }) => [objective, row.cities, row.lateCities])).toEqual([
      ['all=30@95', 40, 1],
      [TOP, 20, 1],
    ])
    expect(rows.map(({ lateCitySeconds }) => lateCitySeconds)).toEqual([5 * 60, 15 * 60])
    expect(rows.map(({ citySeconds }) => citySeconds)).toEqual([40 * 45 * 60, 20 * 45 * 60])
  })

  it('count a city that was never refreshed from its import on', async () => {
    await database.db.update(refreshStates).set({ conditionsConfirmedAt: null })
    await judged()
    minute = 60
    await judged()
    expect(await attainedOf('all=30@95')).toBeCloseTo(0.5)
  })

  it('know nothing of hours in which nothing ran', async () => {
    await judged()
    minute = 5 * 60
    await judged()
    expect(await openAlerts()).toEqual([])
    expect(await attainedOf(TOP)).toBeNull()
    minute += TICK
    await judged()
    expect(await attainedOf(TOP)).toBe(0)
  })

  it('are none of a tier without cities, and of settings that were', async () => {
    await database.db.execute(sql`truncate city_reads`)
    await judged()
    minute += TICK
    await judged([TOP])
    expect(await attainedOf(TOP)).toBeNull()
    expect(await attainedOf('all=30@95')).toBeUndefined()
  })

  it('are measured once of any time, however many measure at once', async () => {
    await judged()
    minute = 60
    await Promise.all([judged(), judged(), judged()])
    const [report] = await objectiveReports(database.db, at(minute))
    expect(report?.time.day.citySeconds).toBe(40 * 60 * 60)
  })
})
