import { beforeEach, expect, it } from 'vitest'
import { MINUTE_MS } from '../../domain/time/durations.ts'
import { storeConditions } from '../../test/support/data/stored-conditions.ts'
import { someCities } from '../../test/support/data/some-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { conditions, latestConditions, valueFlags } from '../schema/index.ts'
import { latestConditionsOf } from './latest-conditions.ts'
import { flagsOfCity, flagValues, markServed } from './value-flags.ts'

const database = withTestDatabase({ kind: 'embedded', cities: someCities(2) })

const NOW = new Date('2026-11-22T12:00:00Z')
const [CITY, OTHER] = [1, 2]

beforeEach(async () => {
  for (const table of [valueFlags, conditions, latestConditions]) await database.db.delete(table)
})

/** Values of a city every quarter of an hour, the last one now. */
async function story(temperatures: readonly number[], cityId = CITY, everyMinutes = 15) {
  for (const [index, temperatureC] of temperatures.entries()) {
    const at = new Date(
      NOW.getTime() - (temperatures.length - 1 - index) * everyMinutes * MINUTE_MS,
    )
    await storeConditions(database.db, cityId, at, temperatureC)
  }
}

const look = async () => {
  const flags = await flagValues(database.db, [CITY, OTHER], NOW)
  await markServed(database.db, [CITY, OTHER])
  return flags
}

const served = async (cityId = CITY) => (await latestConditionsOf(database.db, [cityId]))[0]?.flags

const lately = { after: new Date(NOW.getTime() - 7 * 86_400_000), limit: 10 }

it('flags a jump at the value that is served, and ends it when the values go on there', async () => {
  await story([10, 10.5, 24])
  await story([10, 10.5, 11], OTHER)
  expect(await look()).toMatchObject([{ cityId: CITY, flag: 'jump', value: 24, before: 10.5 }])
  expect(await served()).toEqual(['jump'])
  expect(await served(OTHER)).toBeNull()
  // A look that is repeated finds the same.
  await look()
  expect(await database.db.$count(valueFlags)).toBe(1)
  const later = new Date(NOW.getTime() + 15 * MINUTE_MS)
  await storeConditions(database.db, CITY, later, 24.4)
  expect(await look()).toEqual([])
  expect(await served()).toBeNull()
  expect(await flagsOfCity(database.db, CITY, lately)).toMatchObject([
    { flag: 'jump', since: NOW, until: later },
  ])
})

it('flags a value that jumped and jumped back, and serves the next one unmarked', async () => {
  await story([10, 10.5, 24])
  await look()
  const later = new Date(NOW.getTime() + 15 * MINUTE_MS)
  await storeConditions(database.db, CITY, later, 10.8)
  expect(await look()).toMatchObject([{ flag: 'jump-back', value: 24, since: NOW, until: later }])
  expect(await served()).toBeNull()
  const flags = await flagsOfCity(database.db, CITY, lately)
  expect(flags.map(({ flag }) => flag).sort()).toEqual(['jump', 'jump-back'])
  expect(flags.every(({ until }) => until !== null)).toBe(true)
})

it('flags what stands still for six hours, and keeps one row while it does', async () => {
  await story(Array.from({ length: 25 }, () => 10))
  await story([9, ...Array.from({ length: 23 }, () => 10)], OTHER)
  expect(await look()).toMatchObject([{ cityId: CITY, flag: 'stands-still', field: 'all' }])
  expect(await served()).toEqual(['stands-still'])
  await storeConditions(database.db, CITY, new Date(NOW.getTime() + 15 * MINUTE_MS), 10)
  await look()
  expect(await database.db.$count(valueFlags)).toBe(1)
  expect(await served()).toEqual(['stands-still'])
})

it('flags nothing where too few values show that it stood still', async () => {
  await story([10, 10, 10], CITY, 6 * 60)
  expect(await look()).toEqual([])
})
