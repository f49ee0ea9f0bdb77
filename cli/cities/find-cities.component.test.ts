import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { cities } from '../../db/schema/index.ts'
import type { City } from '../../domain/city/city.ts'
import { EXIT } from '../exit-codes.ts'
import { findCities } from './find-cities.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'

const PLACE = { latitude: 1, longitude: 1, timeZone: 'Etc/UTC' }
const CITIES: City[] = [
  { ...PLACE, id: 1, name: 'London', countryCode: 'GB', population: 8_000_000 },
  { ...PLACE, id: 2, name: 'London', countryCode: 'CA', population: 400_000 },
  { ...PLACE, id: 3, name: 'Tokyo', countryCode: 'JP', population: null },
  { ...PLACE, id: 5, name: 'Singapore', countryCode: 'SG', population: 5_000_000 },
  { ...PLACE, id: 6, name: 'Washington, D.C.', countryCode: 'US', population: 600_000 },
  { ...PLACE, id: 4, name: 'Atlantis', countryCode: 'GR', population: null },
]

const database = withTestDatabase({ cities: CITIES })
beforeAll(async () => {
  await database.db.update(cities).set({ active: false }).where(eq(cities.id, 4))
})

const find = (...words: string[]) => findCities(database.db, words)

describe('findCities', () => {
  it('finds names, names with a country, and ids, each once', async () => {
    expect(await find('London, GB', 'Tokyo', '3')).toEqual([1, 3])
  })

  it('never guesses: lists whom a name may mean, and how to say it', async () => {
    await expect(find('Tokyo', 'London')).rejects.toMatchObject({
      exitCode: EXIT.usage,
      message: `London names 2 cities:
  1  London, GB, population 8000000
  2  London, CA, population 400000`,
      next: 'say which: add the country, like "London, GB", or use the id',
    })
  })

  it('does not find what is inactive, by name or by id, nor an id past all ids', async () => {
    await expect(find('Atlantis', '4', '99999999999')).rejects.toMatchObject({
      exitCode: EXIT.usage,
      message: 'No active cities found matching: Atlantis; id 4; id 99999999999',
    })
    expect(await findCities(database.db, ['Atlantis', '4'], { inactiveToo: true })).toEqual([4])
  })

  it('reads a country by its name, but a city of that name where it is none', async () => {
    expect(await find('London, United Kingdom', 'Tokyo,Japan')).toEqual([1, 3])
    expect(await find('Tokyo, Singapore, London, Canada')).toEqual([3, 5, 2])
    await expect(find('Tokyo, Germany')).rejects.toMatchObject({ exitCode: EXIT.usage })
  })

  it('takes a name with a comma in it for a name first', async () => {
    expect(await find('Washington, D.C.', 'washington dc, USA')).toEqual([6])
  })

  it('offers what was probably meant', async () => {
    await expect(find('Tokoy')).rejects.toMatchObject({
      message: 'No active cities found matching: Tokoy (did you mean Tokyo, JP, id 3?)',
    })
  })
})
