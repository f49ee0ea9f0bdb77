import { expect, test } from 'vitest'
import { citiesOfList } from './city-list.ts'

test.each([
  ['London,Paris', ['London', 'Paris']],
  [' London , GB,Paris ', ['London, GB', 'Paris']],
  ['London,GB,CA', ['London, GB', 'CA']],
  ['2643743,GB', ['2643743', 'GB']],
  ['Bo,Ii', ['Bo', 'Ii']],
  ['London,ZZ', ['London', 'ZZ']],
  [',,', []],
  ['', []],
])('the list %j names %j', (text, cities) => {
  expect(citiesOfList(text)).toEqual(cities)
})
