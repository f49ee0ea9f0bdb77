import { expect, it } from 'vitest'
import { relativeHumidity } from './humidity.ts'

// From the saturation vapour pressures over water of the Smithsonian Meteorological Tables (Goff and
// Gratch), in hPa: −20 °C 1.2540, −10 °C 2.8627, 0 °C 6.1078, 10 °C 12.272, 20 °C 23.373, 30 °C 42.430.
it.each([
  [20, 20, 100],
  [20, 10, (100 * 12.272) / 23.373],
  [30, 20, (100 * 23.373) / 42.43],
  [30, 0, (100 * 6.1078) / 42.43],
  [0, -10, (100 * 2.8627) / 6.1078],
  [-10, -20, (100 * 1.254) / 2.8627],
])('air of %d °C with a dew point of %d °C has %d %%', (temperatureC, dewPointC, percent) => {
  expect(Math.abs(relativeHumidity(temperatureC, dewPointC) - percent)).toBeLessThan(0.3)
})
