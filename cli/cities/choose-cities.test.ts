import { expect, it } from 'vitest'
import type { City } from '../../domain/city/city.ts'
import { chooseCities } from './import-chosen.ts'
import { listText } from './list-stored.ts'

const city = (id: number, countryCode: string, population: number | null): City => ({
  id,
  name: `City ${id}`,
  countryCode,
  latitude: -1.5,
  longitude: 2,
  timeZone: 'UTC',
  population,
})

const ALL = [city(1, 'DE', 500), city(2, 'DE', null), city(3, 'FR', 900)]

it('chooses by country and population; an unknown population is none', () => {
  const ids = (options: Parameters<typeof chooseCities>[1]) =>
    chooseCities(ALL, options).map(({ id }) => id)
  expect(ids({})).toEqual([1, 2, 3])
  expect(ids({ country: 'DE' })).toEqual([1, 2])
  expect(ids({ country: 'DE', minPopulation: 1 })).toEqual([1])
})

it('lists cities with units and directions', () => {
  const text = listText([{ ...city(2, 'DE', null), active: false }], 7)
  expect(text).toMatch(/2 │ City 2 │ DE +│ 1\.50° S 2\.00° E │ UTC +│ +unknown │ no/)
  expect(text).toContain('1 city shown, 7 cities kept fresh in all.')
  expect(listText([], 0)).toContain('weather247 cities import')
})
