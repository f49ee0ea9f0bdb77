import { expect, it, test } from 'vitest'
import { CONDITIONS } from '../../domain/weather/condition.ts'
import { weatherIcon } from './weather-icon.ts'
import drawn from './weather-icon-names.json' with { type: 'json' }

test('every condition has a symbol that is drawn, by day, by night and when heavy', () => {
  const used = CONDITIONS.flatMap((condition) =>
    [true, false, null].flatMap((isDay) =>
      ['heavy', null].map((intensity) => weatherIcon(condition, { isDay, intensity })),
    ),
  )
  expect([...new Set(used)].sort()).toEqual([...drawn].sort())
})

it.each([
  ['clear', false, null, 'clear-night'],
  ['clear', null, null, 'clear-day'],
  ['rain', true, 'heavy', 'extreme-rain'],
  [null, true, null, 'not-available'],
  ['dragons', true, null, 'not-available'],
])('%s, by day %s, %s: %s', (condition, isDay, intensity, icon) => {
  expect(weatherIcon(condition, { isDay, intensity })).toBe(icon)
})
