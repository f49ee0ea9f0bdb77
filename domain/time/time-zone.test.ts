import { expect, test } from 'vitest'
import { canonicalTimeZone, isTimeZone } from './time-zone.ts'

test.each([
  ['Europe/Berlin', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Etc/GMT+5', true],
  ['UTC', true],
  ['Europe/Atlantis', false],
  ['+05:00', false],
  ['', false],
])('%j as a time zone: %s', (name, isZone) => {
  expect(isTimeZone(name)).toBe(isZone)
})

test('a zone is spelled as the runtime spells it', () => {
  expect(canonicalTimeZone('europe/berlin')).toBe('Europe/Berlin')
  expect(canonicalTimeZone('Europe/Atlantis')).toBeUndefined()
})
