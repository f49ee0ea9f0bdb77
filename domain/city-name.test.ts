import { describe, expect, it } from 'vitest'
import { nameKey } from './city-name.ts'

describe('the key of a city name', () => {
  it.each([
    ['São Paulo', 'sao paulo'],
    ['  NEW   York ', 'new york'],
    ['Saint-Étienne', 'saint etienne'],
    ['東京', '東京'],
    ['new_york', 'new york'],
  ])('of %s is %s', (name, key) => {
    expect(nameKey(name)).toBe(key)
  })
})
