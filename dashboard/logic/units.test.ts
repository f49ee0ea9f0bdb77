import { expect, it, test } from 'vitest'
import { compassPoint, temperatureIn, windIn } from './units.ts'

test('values are shown in the unit that was chosen; what no one gave stays so', () => {
  expect([temperatureIn('°C', 20), temperatureIn('°F', 20), temperatureIn('°F', null)]).toEqual([
    20,
    68,
    null,
  ])
  expect([windIn('km/h', 36), windIn('m/s', 36), windIn('mph', 36)]).toEqual([36, 10, 22.4])
})

it.each([
  [0, 'N'],
  [240, 'SW'],
  [359, 'N'],
  [null, ''],
])('%d° is %s', (degrees, point) => {
  expect(compassPoint(degrees)).toBe(point)
})
