import { and, asc, eq, lt, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { daySums } from '../../db/queries/city-analytics.ts'
import { rolledUpTo, rollUpStatement } from '../../db/queries/rollups.ts'
import { conditionHours, conditions, rollupProgress } from '../../db/schema/index.ts'
import { PROVIDER_IDS } from '../../domain/provider/provider-catalogue.ts'
import { statisticsOf } from '../../domain/analytics/weather-sums.ts'
import { withTestDatabase } from '../support/fixtures/with-test-database.ts'
import { cityIn, HOUR_MS, hourly, storeMeasured } from '../support/data/analytics-data.ts'
import { analyticsSteps } from '../support/jobs/analytics-run.ts'
import { postgresUrl } from '../support/services/test-database.ts'

const KINDS = postgresUrl ? (['embedded', 'postgres'] as const) : (['embedded'] as const)

const CITIES = [
  cityIn(1, 'Europe/Berlin'),
  cityIn(2, 'Asia/Kolkata'),
  cityIn(3, 'America/St_Johns'),
  cityIn(4, 'Pacific/Kiritimati'),
  cityIn(5, 'America/Havana'),
]
const [BERLIN, KOLKATA, ST_JOHNS, KIRITIMATI, HAVANA] = [1, 2, 3, 4, 5] as const
const AT = '2026-11-22T10:30:00Z'

describe.each(KINDS)('hourly rollups on the %s database', (kind) => {
  const database = withTestDatabase({ kind, cities: CITIES })
  beforeEach(async () => {
    await database.db.delete(conditions)
    await database.db.delete(conditionHours)
    await database.db.delete(rollupProgress)
  })

  const rollUp = (at = AT, more: object = {}) => analyticsSteps(database.db).rollUp({ at, ...more })

  const hours = () =>
    database.db
      .select()
      .from(conditionHours)
      .orderBy(asc(conditionHours.cityId), asc(conditionHours.hour))

  /** `date: [readings, lowest, highest, mean]` of a city's last days, in °C. */
  const daysOf = async (cityId: number, at: string, days: number) => {
    const page = { after: cityId - 1, last: cityId, active: 1 }
    const sums = await daySums(database.db, { at: new Date(at), days }, page)
    return Object.fromEntries(
      sums.map((day) => {
        const { dataPoints, temperatureMinC, temperatureMaxC, temperatureAvgC } = statisticsOf(day)
        return [day.date, [dataPoints, temperatureMinC, temperatureMaxC, temperatureAvgC]]
      }),
    )
  }

  it('ends days at the city’s own midnight, in zones of half hours and at the edge of dates', async () => {
    await storeMeasured(database.db, [
      // Midnight at 18:30 UTC.
      { cityId: KOLKATA, at: '2026-11-20T18:29:00Z', temperatureC: 40 },
      { cityId: KOLKATA, at: '2026-11-20T18:30:00Z', temperatureC: 10 },
      { cityId: KOLKATA, at: '2026-11-21T18:29:00Z', temperatureC: 14 },
      { cityId: KOLKATA, at: '2026-11-21T18:30:00Z', temperatureC: 20 },
      // Midnight at 03:30 UTC.
      { cityId: ST_JOHNS, at: '2026-11-21T03:29:00Z', temperatureC: 40 },
      { cityId: ST_JOHNS, at: '2026-11-21T03:31:00Z', temperatureC: 1 },
      { cityId: ST_JOHNS, at: '2026-11-22T03:29:00Z', temperatureC: 4 },
      { cityId: ST_JOHNS, at: '2026-11-22T03:30:00Z', temperatureC: -5 },
      // Midnight at 10:00 UTC; its today is the 23rd.
      { cityId: KIRITIMATI, at: '2026-11-21T09:59:00Z', temperatureC: 40 },
      { cityId: KIRITIMATI, at: '2026-11-21T10:00:00Z', temperatureC: 27 },
      { cityId: KIRITIMATI, at: '2026-11-22T09:45:00Z', temperatureC: 30 },
      { cityId: KIRITIMATI, at: '2026-11-22T10:15:00Z', temperatureC: 26 },
    ])
    await rollUp()
    expect(await daysOf(KOLKATA, AT, 2)).toEqual({
      '2026-11-21': [2, 10, 14, 12],
      '2026-11-22': [1, 20, 20, 20],
    })
    expect(await daysOf(ST_JOHNS, AT, 2)).toEqual({
      '2026-11-21': [2, 1, 4, 2.5],
      '2026-11-22': [1, -5, -5, -5],
    })
    expect(await daysOf(KIRITIMATI, AT, 2)).toEqual({
      '2026-11-22': [2, 27, 30, 28.5],
      '2026-11-23': [1, 26, 26, 26],
    })
  })

  it('gives the day on which clocks go forward its 23 hours', async () => {
    // 2026-03-29 in Berlin lasts from 23:00 UTC the day before to 22:00 UTC.
    await storeMeasured(database.db, hourly(BERLIN, '2026-03-28T22:00:00Z', 26))
    const at = '2026-03-29T23:59:00Z'
    await rollUp(at)
    expect(await daysOf(BERLIN, at, 3)).toEqual({
      '2026-03-28': [1, 0, 0, 0],
      '2026-03-29': [23, 1, 23, 12],
      '2026-03-30': [2, 24, 25, 24.5],
    })
  })

  it('begins a day without a midnight at its first hour', async () => {
    await storeMeasured(database.db, [
      // Clocks go from 24:00 on the 7th to 01:00 on the 8th at 05:00 UTC.
      { cityId: HAVANA, at: '2026-03-08T04:59:00Z', temperatureC: 30 },
      { cityId: HAVANA, at: '2026-03-08T05:00:00Z', temperatureC: 20 },
      { cityId: HAVANA, at: '2026-03-09T03:59:00Z', temperatureC: 24 },
      { cityId: HAVANA, at: '2026-03-09T04:00:00Z', temperatureC: 10 },
    ])
    const at = '2026-03-09T12:00:00Z'
    await rollUp(at)
    expect(await daysOf(HAVANA, at, 3)).toEqual({
      '2026-03-07': [1, 30, 30, 30],
      '2026-03-08': [2, 20, 24, 22],
      '2026-03-09': [1, 10, 10, 10],
    })
  })

  it('gives the day on which clocks go back its 25 hours', async () => {
    // 2026-10-25 in Berlin lasts from 22:00 UTC the day before to 23:00 UTC.
    await storeMeasured(database.db, hourly(BERLIN, '2026-10-24T21:00:00Z', 27))
    const at = '2026-10-25T23:59:00Z'
    await rollUp(at)
    expect(await daysOf(BERLIN, at, 3)).toEqual({
      '2026-10-24': [1, 0, 0, 0],
      '2026-10-25': [25, 1, 25, 13],
      '2026-10-26': [1, 26, 26, 26],
    })
  })

  it('keeps the hour that comes twice as two, and begins a day whose midnight comes twice at the first', async () => {
    await storeMeasured(database.db, [
      { cityId: BERLIN, at: '2026-10-25T00:40:00Z', temperatureC: 8 },
      { cityId: BERLIN, at: '2026-10-25T01:40:00Z', temperatureC: 6 },
      { cityId: HAVANA, at: '2026-11-01T03:50:00Z', temperatureC: 40 },
      { cityId: HAVANA, at: '2026-11-01T04:10:00Z', temperatureC: 24 },
      { cityId: HAVANA, at: '2026-11-01T05:10:00Z', temperatureC: 22 },
    ])
    await rollUp('2026-11-01T12:00:00Z')
    const berlin = (await hours()).filter(({ cityId }) => cityId === BERLIN)
    expect(
      berlin.map(({ hour, temperatureSumC }) => [hour.toISOString(), temperatureSumC]),
    ).toEqual([
      ['2026-10-25T00:00:00.000Z', 8],
      ['2026-10-25T01:00:00.000Z', 6],
    ])
    expect(await daysOf(HAVANA, '2026-11-01T12:00:00Z', 1)).toEqual({
      '2026-11-01': [2, 22, 24, 23],
    })
  })

  it('adds every provider’s readings up, and counts apart what each of them says', async () => {
    await storeMeasured(database.db, [
      { cityId: BERLIN, at: '2026-11-22T08:00:00Z', temperatureC: 4, humidityPct: 80 },
      { cityId: BERLIN, at: '2026-11-22T08:15:00Z', temperatureC: 5 },
      {
        cityId: BERLIN,
        at: '2026-11-22T08:15:00Z',
        temperatureC: 9,
        humidityPct: 60,
        provider: 'met-norway',
      },
      { cityId: BERLIN, at: '2026-11-22T08:59:00Z', temperatureC: null },
    ])
    await rollUp()
    expect(await hours()).toEqual([
      {
        cityId: BERLIN,
        hour: new Date('2026-11-22T08:00:00Z'),
        samples: 4,
        temperatureSamples: 3,
        temperatureSumC: 18,
        temperatureMinC: 4,
        temperatureMaxC: 9,
        humiditySamples: 2,
        relativeHumiditySumPct: 140,
      },
    ])
  })

  it('changes nothing when it runs again, and corrects what came late', async () => {
    await storeMeasured(database.db, hourly(BERLIN, '2026-11-22T00:00:00Z', 10))
    expect(await rollUp()).toEqual({ hoursRolledUp: 10, isWhole: true })
    const first = await hours()
    expect(await rollUp()).toEqual({ hoursRolledUp: 0, isWhole: true })
    expect(await hours()).toEqual(first)
    // As old as a reading may be when it is taken, stored just after the run.
    await storeMeasured(database.db, [
      { cityId: BERLIN, at: '2026-11-22T07:31:00Z', temperatureC: 30 },
    ])
    expect(await rollUp('2026-11-22T12:30:00Z')).toEqual({ hoursRolledUp: 1, isWhole: true })
    const seven = (await hours()).find(
      ({ hour }) => hour.getTime() === Date.parse('2026-11-22T07:00:00Z'),
    )
    expect(seven).toMatchObject({ samples: 2, temperatureSumC: 37, temperatureMaxC: 30 })
  })

  it('never reads again what it has rolled up', async () => {
    const { db } = database
    await storeMeasured(db, hourly(BERLIN, '2026-11-12T00:00:00Z', 250))
    await rollUp()
    const before = await hours()
    await db
      .update(conditions)
      .set({ temperatureC: 60 })
      .where(lt(conditions.validAt, new Date('2026-11-20')))
    await db
      .delete(conditions)
      .where(and(eq(conditions.cityId, BERLIN), lt(conditions.validAt, new Date('2026-11-14'))))
    await storeMeasured(db, [{ cityId: BERLIN, at: '2026-11-22T11:00:00Z', temperatureC: 7 }])
    expect(await rollUp('2026-11-22T12:30:00Z')).toEqual({ hoursRolledUp: 1, isWhole: true })
    expect((await hours()).slice(0, -1)).toEqual(before)
    expect(await rolledUpTo(db)).toEqual(new Date('2026-11-22T12:30:00Z'))
  })

  it('reads by an index no more readings than lie in the hours it is about', async () => {
    const { db } = database
    const ofMonth = [BERLIN, KOLKATA, ST_JOHNS].flatMap((id) =>
      hourly(id, '2026-10-22T00:00:00Z', 760),
    )
    for (const provider of PROVIDER_IDS) {
      await storeMeasured(
        db,
        ofMonth.map((measured) => ({ ...measured, provider })),
      )
    }
    const range = { from: new Date('2026-11-20T00:00:00Z'), to: new Date('2026-11-20T12:00:00Z') }
    const page = { after: 0, last: KOLKATA, active: 2 }
    const [answer] = await db.execute<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      sql`explain (analyze, format json) ${rollUpStatement(range, page)}`,
    )
    const scans = nodesOf(answer!['QUERY PLAN'][0].Plan).filter(
      (node) => node['Relation Name'] === 'conditions',
    )
    for (const scan of scans) expect(scan['Node Type']).toMatch(/^Index|^Bitmap Heap/)
    const read = scans.map(
      (scan) =>
        (scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)) * scan['Actual Loops'],
    )
    // Two cities, the twelve hours and the one in which the last of them may end.
    expect(read).toEqual([2 * PROVIDER_IDS.length * 13])
  })

  it('goes on where a killed attempt stopped, without doing its pages again', async () => {
    const { db } = database
    const readings = CITIES.flatMap(({ id }) => hourly(id, '2026-11-21T00:00:00Z', 30))
    await storeMeasured(db, readings)
    let last: unknown
    const killed = rollUp(AT, {
      onHeartbeat: (details: { afterCityId: number; hoursRolledUp: number }) => {
        last = details
        return details.afterCityId === 4 ? 'cancel' : undefined
      },
    })
    await expect(killed).rejects.toThrow(expect.objectContaining({ name: 'CancelledFailure' }))
    expect(last).toMatchObject({ afterCityId: 4 })
    expect(new Set((await hours()).map(({ cityId }) => cityId))).toEqual(new Set([1, 2, 3, 4]))
    await db
      .delete(conditions)
      .where(
        and(
          eq(conditions.cityId, BERLIN),
          lt(conditions.validAt, new Date('2026-11-21T05:00:00Z')),
        ),
      )
    const resumed = await rollUp(AT, { heartbeatDetails: last })
    expect(resumed).toEqual({ hoursRolledUp: 5 * 30, isWhole: true })
    expect(await hours()).toHaveLength(5 * 30)
  })

  it('stops between pages at its deadline, and the next run ends what it left', async () => {
    const { db } = database
    await storeMeasured(
      db,
      CITIES.flatMap(({ id }) => hourly(id, '2026-11-19T00:00:00Z', 80)),
    )
    let atMs = 0
    const short = analyticsSteps(db, () => new Date(atMs++))
    const first = await short.rollUp({ at: AT, deadlineMs: 9 })
    expect(first.isWhole).toBe(false)
    expect(first.hoursRolledUp).toBeGreaterThan(0)
    const upTo = await rolledUpTo(db)
    expect(upTo!.getTime()).toBeLessThan(Date.parse(AT) - 24 * HOUR_MS)
    expect((await rollUp()).isWhole).toBe(true)
    expect(await hours()).toHaveLength(5 * 80)
  })

  it('has nothing to do, and says so, while nothing was ever stored', async () => {
    expect(await rollUp()).toEqual({ hoursRolledUp: 0, isWhole: true })
    await storeMeasured(database.db, hourly(BERLIN, '2026-11-01T00:00:00Z', 1))
    expect(await rollUp()).toEqual({ hoursRolledUp: 1, isWhole: true })
  })
})

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]
