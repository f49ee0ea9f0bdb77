import { beforeAll, expect, test } from 'vitest'
import { addCity } from '../../db/queries/add-city.ts'
import { KNOWN_CITIES } from '../../test/support/data/known-cities.ts'
import { fixture } from '../../test/support/fixtures/fixture.ts'
import { withTestDatabase } from '../../test/support/fixtures/with-test-database.ts'
import { openCountedDatabase } from '../../test/support/services/counted-database.ts'
import { findForReading } from './city-lookup.ts'
import { createCityNames, type CityNames } from './city-names.ts'

const database = withTestDatabase({ cities: KNOWN_CITIES })
const counted = fixture(() => openCountedDatabase(database.url))
let names: CityNames

beforeAll(() => {
  names = createCityNames((...asked) => findForReading(counted.db, ...asked), {
    keepSeconds: 3600,
  })
})

test('names alike are looked for once, however many ask for one that no city has, until one is added', async () => {
  await names.find('Reykjavig')
  const once = counted.taken().length
  expect(once).toBeGreaterThan(0)
  const asked = Array.from({ length: 20 }, () => names.find('Londom'))
  for (const found of await Promise.all(asked)) {
    expect(found).toMatchObject({ kind: 'unknown', suggestions: [{ name: 'London' }, {}] })
  }
  expect(counted.taken()).toHaveLength(once)
  await names.find('Londom')
  expect(counted.taken()).toEqual([])

  const [london] = KNOWN_CITIES
  if (!london) throw new Error('there is no city')
  const { id } = await addCity(database.db, { ...london, id: 7, name: 'Londom' })
  names.forget()
  expect(await names.find('Londom')).toMatchObject({ kind: 'found', city: { id } })
})
