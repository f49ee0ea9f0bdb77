import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importCities } from '../../db/queries/cities.ts'
import { cities } from '../../db/schema/index.ts'
import type { City } from '../../domain/city.ts'
import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.ts'
import { EXIT } from '../exit-codes.ts'
import { parseCityWords } from './city-words.ts'
import { findCities } from './find-cities.ts'

const PLACE = { latitude: 1, longitude: 1, timeZone: 'Etc/UTC' }
const CITIES: City[] = [
  { ...PLACE, id: 1, name: 'London', countryCode: 'GB', population: 8_000_000 },
  { ...PLACE, id: 2, name: 'London', countryCode: 'CA', population: 400_000 },
  { ...PLACE, id: 3, name: 'Tokyo', countryCode: 'JP', population: null },
  { ...PLACE, id: 4, name: 'Atlantis', countryCode: 'GR', population: null },
]

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await importCities(database.db, CITIES)
  await database.db.update(cities).set({ active: false }).where(eq(cities.id, 4))
})
afterAll(() => database.close())

const find = (...words: string[]) => findCities(database.db, parseCityWords(words))

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
  })
})
