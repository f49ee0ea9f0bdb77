import { expect, it } from 'vitest'
import { thresholdValue } from './threshold-value.ts'

it.each([
  ['temperatureC', 35, undefined, 35],
  ['temperatureC', 35, '°C', 35],
  ['temperatureC', 95, '°F', 35],
  ['temperatureC', 308.15, 'K', 35],
  ['windSpeedKmh', 10, 'm/s', 36],
  ['pressureMslHpa', 98_000, 'Pa', 980],
  ['uvIndex', 8, undefined, 8],
] as const)('%s %d %s is %d', (field, given, unit, value) => {
  expect(thresholdValue(field, given, unit)).toEqual({ kind: 'value', value })
})

it.each([
  ['temperatureC', 35, 'km/h', '°C, °F, K'],
  ['uvIndex', 8, '°C', 'no unit'],
  ['temperatureC', 200, undefined, '-95 to 62 °C'],
  ['relativeHumidityPct', -1, undefined, '0 to 105 %'],
] as const)('%s %d %s is refused: %s', (field, given, unit, why) => {
  expect(thresholdValue(field, given, unit)).toMatchObject({
    kind: 'wrong',
    why: expect.stringContaining(why) as string,
  })
})
