import { expect, test } from 'vitest'
import { hoursUpTo, startOfHour } from './hours.ts'

test.each([
  ['2026-11-26T10:00:00.000Z', '2026-11-26T10:00:00.000Z'],
  ['2026-11-26T10:59:59.999Z', '2026-11-26T10:00:00.000Z'],
  ['1969-12-31T23:30:00.000Z', '1969-12-31T23:00:00.000Z'],
])('the hour of %s begins at %s', (at, start) => {
  expect(startOfHour(new Date(at)).toISOString()).toBe(start)
})

test('hours up to a moment end with the one under way', () => {
  const hours = hoursUpTo(new Date('2026-11-26T01:30:00Z'), 3)
  expect(hours.map((hour) => hour.toISOString())).toEqual([
    '2026-11-25T23:00:00.000Z',
    '2026-11-26T00:00:00.000Z',
    '2026-11-26T01:00:00.000Z',
  ])
})
