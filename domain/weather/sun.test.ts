import { describe, expect, it } from 'vitest'
import { isSunUp, sunElevationDeg } from './sun.ts'

const GREENWICH = { latitude: 51.4769, longitude: 0 }
const TROMSO = { latitude: 69.65, longitude: 18.96 }
const MCMURDO = { latitude: -77.85, longitude: 166.67 }
const SUVA = { latitude: -18.14, longitude: 178.44 }
const LONDON = { latitude: 51.5074, longitude: -0.1278 }

describe('the height of the sun', () => {
  it.each([
    // At an equinox the declination is 0, at the solstices the obliquity of the ecliptic.
    ['noon of the March equinox', '2026-03-20T12:07:30Z', 90 - 51.4769 - 0.04],
    ['noon of the June solstice', '2026-06-21T12:01:50Z', 90 - 51.4769 + 23.436],
    ['noon of the December solstice', '2026-12-21T11:58:10Z', 90 - 51.4769 - 23.436],
    ['midnight of the June solstice', '2026-06-21T00:01:50Z', -(90 - 51.4769 - 23.436)],
  ])('in Greenwich at %s', (_, at, expected) => {
    expect(sunElevationDeg(GREENWICH, new Date(at))).toBeCloseTo(expected, 1)
  })

  it('agrees with the sunrise and sunset that an almanac gives for London, 1 June 2026', () => {
    for (const text of ['2026-06-01T03:49:00Z', '2026-06-01T20:08:00Z']) {
      const near = sunElevationDeg(LONDON, new Date(text))
      expect(Math.abs(near + 0.833)).toBeLessThan(0.25)
    }
  })

  it.each([
    ['midnight sun', TROMSO, '2026-06-21T23:00:00Z', true],
    ['polar night at noon', TROMSO, '2026-12-21T11:00:00Z', false],
    ['polar night in the south', MCMURDO, '2026-06-21T01:00:00Z', false],
    ['midnight sun in the south', MCMURDO, '2026-12-21T13:00:00Z', true],
    ['noon beside the date line', SUVA, '2026-11-27T00:00:00Z', true],
    ['midnight beside the date line', SUVA, '2026-11-27T12:00:00Z', false],
    ['before 1970', GREENWICH, '1969-06-21T12:00:00Z', true],
  ])('knows %s', (_, place, at, expected) => {
    expect(isSunUp(place, new Date(at))).toBe(expected)
  })

  it('at the poles is the declination, all day', () => {
    for (const at of ['2026-06-21T00:00:00Z', '2026-06-21T08:00:00Z', '2026-06-21T17:00:00Z']) {
      expect(sunElevationDeg({ latitude: 90, longitude: 0 }, new Date(at))).toBeCloseTo(23.44, 1)
    }
  })
})
