import { sql } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { CHOSEN_TYPES } from '../../domain/notifications/notification.ts'
import type { Conditions } from '../../domain/weather/reading.ts'
import { notifications } from '../schema/index.ts'
import { saveRefreshes } from './save-refreshes.ts'
import { crossingsOf, storeThreshold, type NewThreshold } from './thresholds.ts'
import { storeWebhook } from './webhooks.ts'

const database = withTestDatabase({ cities: someCities(4) })
const START = Date.parse('2026-11-22T12:00:00Z')
const minute = (minutes: number): Date => new Date(START + minutes * 60_000)

beforeEach(async () => {
  await database.db.execute(
    sql`truncate thresholds, threshold_crossings, notifications, webhooks, webhook_deliveries, conditions, latest_conditions restart identity cascade`,
  )
  const hook = { name: 'hook', url: 'https://example.org', secret: 's', createdAt: minute(0) }
  await storeWebhook(database.db, { ...hook, types: CHOSEN_TYPES })
})

const hot = (more: Partial<NewThreshold> = {}) =>
  storeThreshold(database.db, {
    name: 'hot',
    field: 'temperatureC',
    side: 'above',
    value: 35,
    cityId: null,
    quiet: null,
    createdAt: minute(0),
    ...more,
  })

async function measured(
  minutes: number,
  temperatures: readonly (number | null)[],
  provider: Conditions['provider'] = 'open-meteo',
): Promise<void> {
  const at = minute(minutes)
  const refreshes = temperatures.map((temperatureC, index) => ({
    cityId: index + 1,
    outcome: 'ok' as const,
    provider,
    reading: { conditions: conditionsOf(provider, at, temperatureC) },
    unchanged: [],
    memories: {},
    attempts: [],
    runId: 'run',
    at,
  }))
  await saveRefreshes(database.db, refreshes)
}

const conditionsOf = (
  provider: Conditions['provider'],
  at: Date,
  temperatureC: number | null,
): Conditions =>
  ({
    provider,
    validAt: at,
    fetchedAt: at,
    basis: 'analysis',
    derived: [],
    temperatureC,
  }) as unknown as Conditions

const notified = async () => {
  const rows = await database.db.select().from(notifications).orderBy(notifications.id)
  return rows.map(({ type, data }) => [type, data['city_id'], data['value']])
}

it('E43: a value that crosses twice gives 2 starts and 2 ends', async () => {
  await hot()
  for (const [index, value] of [30, 36, 37, 34, 35, 33].entries()) {
    await measured(index * 15, [value])
  }
  expect(await notified()).toEqual([
    ['threshold.started', 1, 36],
    ['threshold.ended', 1, 34],
    ['threshold.started', 1, 35],
    ['threshold.ended', 1, 33],
  ])
  expect(await crossingsOf(database.db, 1, { limit: 10 })).toMatchObject([
    { startedAt: minute(60), startValue: 35, endedAt: minute(75), endValue: 33 },
    { startedAt: minute(15), startValue: 36, endedAt: minute(45), endValue: 34 },
  ])
})

it('S63: each city begins and ends by itself, of all or of one', async () => {
  await hot()
  await hot({ name: 'hot in 2', cityId: 2 })
  await measured(0, [36, 36, 20, 20])
  await measured(15, [20, 36, 36, 20])
  expect(await notified()).toEqual([
    ['threshold.started', 1, 36],
    ['threshold.started', 2, 36],
    ['threshold.started', 2, 36],
    ['threshold.ended', 1, 20],
    ['threshold.started', 3, 36],
  ])
  expect(await crossingsOf(database.db, 1, { limit: 10, open: true })).toHaveLength(2)
})

it('S63: severe words begin and end like values, with the severity of their threshold', async () => {
  await hot({ field: 'severeWeather', value: 1, severity: 'critical' })
  for (const [index, condition] of (['rain', 'thunderstorm', 'overcast'] as const).entries()) {
    const at = minute(index * 15)
    const reading = { conditions: { ...conditionsOf('open-meteo', at, 20), condition } }
    const refresh = { cityId: 1, outcome: 'ok', provider: 'open-meteo', runId: 'run' } as const
    await saveRefreshes(database.db, [
      { ...refresh, reading, unchanged: [], memories: {}, attempts: [], at },
    ])
  }
  expect(await notified()).toEqual([
    ['threshold.started', 1, 1],
    ['threshold.ended', 1, 0],
  ])
  const [first] = await database.db.select().from(notifications)
  expect(first?.data).toMatchObject({ field: 'severe_weather', severity: 'critical', unit: null })
})

it('nothing begins or ends by a value that is not known, or is not the newest', async () => {
  await hot()
  await measured(0, [36])
  await measured(15, [null])
  // An older reading of another provider comes late.
  await measured(10, [20], 'met-norway')
  expect(await notified()).toEqual([['threshold.started', 1, 36]])
})

it('the same page twice tells once', async () => {
  await hot()
  await measured(0, [36])
  await measured(0, [36])
  expect(await notified()).toHaveLength(1)
})

/** City 1 is in Berlin: 12:00 UTC is 13:00 there. */
it('S63: in quiet hours nothing is sent; after them, what still holds', async () => {
  await hot({ quiet: { from: '12:30', to: '14:00' } })
  await measured(0, [36])
  expect(await notified()).toEqual([])
  expect(await crossingsOf(database.db, 1, { limit: 10 })).toMatchObject([{ toldAt: null }])
  await measured(60, [37])
  expect(await notified()).toEqual([['threshold.started', 1, 37]])
  await measured(75, [20])
  expect((await notified()).at(-1)).toEqual(['threshold.ended', 1, 20])
})

it('S63: what began and ended in quiet hours is never sent; an end is sent at any hour', async () => {
  await hot({ quiet: { from: '12:30', to: '14:00' } })
  await measured(-60, [36])
  await measured(0, [20])
  await measured(15, [36])
  await measured(30, [20])
  expect(await notified()).toEqual([
    ['threshold.started', 1, 36],
    ['threshold.ended', 1, 20],
  ])
})
