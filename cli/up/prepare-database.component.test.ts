import { expect, it } from 'vitest'
import { citiesByIds, importCities } from '../../db/queries/cities.ts'
import type { City } from '../../domain/city/city.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { prepareDatabase } from './prepare-database.ts'

/** GeoNames has 3782 m for it. */
const LA_PAZ: City = {
  id: 3911925,
  name: 'La Paz',
  countryCode: 'BO',
  latitude: -16.5,
  longitude: -68.15,
  timeZone: 'America/La_Paz',
  population: 812_799,
}
/** Shares the id of Istanbul. */
const ELSEWHERE: City = { ...LA_PAZ, id: 745044, name: 'Elsewhere', latitude: 10 }
const MEASURED: City = { ...LA_PAZ, id: 1796236, name: 'Measured', elevationM: 5 }
const OWN: City = { ...LA_PAZ, id: 99, name: 'Own' }

const database = withTestDatabase({ kind: 'embedded' })

const elevations = async () => {
  const ids = [LA_PAZ, ELSEWHERE, MEASURED, OWN].map(({ id }) => id)
  const stored = await citiesByIds(database.db, ids)
  return Object.fromEntries(stored.map(({ name, elevationM }) => [name, elevationM]))
}

it('fills in heights that stored cities of the built-in list lack, and changes no other', async () => {
  await importCities(database.db, [LA_PAZ, ELSEWHERE, MEASURED, OWN])
  await prepareDatabase(database.db, 'live')
  const filled = { 'La Paz': 3782, Elsewhere: null, Measured: 5, Own: null }
  expect(await elevations()).toEqual(filled)
  await prepareDatabase(database.db, 'live')
  expect(await elevations()).toEqual(filled)
})

it('keeps the height of a city that is imported again without one', async () => {
  await importCities(database.db, [MEASURED])
  await importCities(database.db, [{ ...MEASURED, name: 'Renamed', elevationM: null }])
  expect(await elevations()).toMatchObject({ Renamed: 5 })
  await importCities(database.db, [{ ...MEASURED, elevationM: 7 }])
  expect(await elevations()).toMatchObject({ Measured: 7 })
})
