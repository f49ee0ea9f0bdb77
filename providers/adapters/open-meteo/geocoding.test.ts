import { expect, test } from 'vitest'
import { geocodingUrl, placesOf } from './geocoding.ts'

const HOST = 'https://geocoding.example'

const PEGGY = {
  id: 4718314,
  name: 'Peggy',
  latitude: 28.7397,
  longitude: -98.17862,
  elevation: 116,
  feature_code: 'PPL',
  country_code: 'US',
  timezone: 'America/Chicago',
}

test.each([
  [{ id: 4718314 }, '/v1/get?id=4718314'],
  [{ name: 'Peggy' }, '/v1/search?name=Peggy&count=20&language=en&format=json'],
  [
    { name: 'Åre & co', countryCode: 'SE' },
    '/v1/search?name=%C3%85re+%26+co&count=20&language=en&format=json&countryCode=SE',
  ],
])('%j is asked by its address', (query, path) => {
  expect(geocodingUrl(HOST, query)).toBe(`${HOST}${path}`)
})

test('a place has what a city needs; what is not known is null', () => {
  const expected = {
    id: 4718314,
    name: 'Peggy',
    countryCode: 'US',
    latitude: 28.7397,
    longitude: -98.17862,
    timeZone: 'America/Chicago',
    population: null,
    elevationM: 116,
  }
  expect(placesOf({ results: [PEGGY] })).toEqual([expected])
  expect(placesOf(PEGGY)).toEqual([expected])
})

test('no result is no place', () => {
  expect(placesOf({ generationtime_ms: 0.1 })).toEqual([])
})

test.each([
  ['an airport', { feature_code: 'AIRP' }],
  ['a country of no code', { country_code: 'XX' }],
  ['a zone that is not known', { timezone: 'Mars/Olympus' }],
  ['a name with a control character', { name: 'Peg\u0007gy' }],
  ['a latitude beyond the pole', { latitude: 91 }],
  ['an id that is no number', { id: '4718314' }],
])('%s is left out, and the others stay', (_, broken) => {
  expect(placesOf({ results: [{ ...PEGGY, ...broken }, PEGGY] })).toHaveLength(1)
})

test('an answer in which no place can be read is refused', () => {
  expect(() => placesOf({ results: [{ ...PEGGY, latitude: 'north' }] })).toThrow(/latitude/)
  expect(() => placesOf({ results: 'none' })).toThrow(/results/)
})
