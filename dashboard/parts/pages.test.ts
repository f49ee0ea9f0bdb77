import { expect, test } from 'vitest'
import { twinsOf } from './pages.ts'

test('what a page says of itself for a terminal has its filters, and not the colour of its map', () => {
  const twins = twinsOf({ name: 'cities' }, '?late=true&colour=provider')
  expect(twins.curl).toBe('/api/weather/cities?late=true')
  expect(twinsOf({ name: 'cities' }, '').curl).toBe('/api/weather/cities')
})
