import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fahrenheitToCelsius,
  kelvinToCelsius,
  metresPerSecondToKmh,
  metresToKm,
  milesPerHourToKmh,
  pascalToHpa,
  rounded,
} from './units.ts'

describe('units', () => {
  it.each([
    ['32 °F is 0 °C', fahrenheitToCelsius(32), 0],
    ['212 °F is 100 °C', fahrenheitToCelsius(212), 100],
    ['−40 °F is −40 °C', fahrenheitToCelsius(-40), -40],
    ['273.15 K is 0 °C', kelvinToCelsius(273.15), 0],
    ['10 m/s is 36 km/h', metresPerSecondToKmh(10), 36],
    ['100 mph is 160.9344 km/h', milesPerHourToKmh(100), 160.9344],
    ['10 000 m is 10 km', metresToKm(10_000), 10],
    ['101 325 Pa is 1013.25 hPa', pascalToHpa(101_325), 1013.25],
  ])('%s', (_, converted, expected) => {
    expect(converted).toBeCloseTo(expected, 9)
  })

  it('rounds by at most half of the last decimal kept', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 4 }), (exact, decimals) => {
        const error = Math.abs(rounded(exact, decimals) - exact)
        return error <= 0.5 * 10 ** -decimals + 1e-9
      }),
    )
  })
})
