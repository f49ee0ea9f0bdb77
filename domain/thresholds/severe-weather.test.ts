import { expect, it } from 'vitest'
import { severeWeather } from './severe-weather.ts'
import { THRESHOLD_PRESETS } from './threshold-presets.ts'
import { holds, type ThresholdValues } from './threshold.ts'

it.each([
  ['clear', null, 0],
  ['rain', 'moderate', 0],
  ['rain', 'heavy', 1],
  ['snow', 'heavy', 1],
  ['freezing_rain', 'light', 1],
  ['thunderstorm', 'moderate', 1],
  ['thunderstorm', 'heavy', 2],
  ['squall', null, 1],
  ['tornado', null, 2],
  ['unknown', null, null],
  [null, null, null],
] as const)('S63: %s, %s is %s', (condition, intensity, level) => {
  expect(severeWeather({ condition, intensity })).toBe(level)
})

const CALM: ThresholdValues = {
  temperatureC: 20,
  windSpeedKmh: 10,
  visibilityKm: 20,
  condition: 'clear',
  intensity: null,
} as ThresholdValues

const holding = (values: Partial<ThresholdValues>): string[] =>
  THRESHOLD_PRESETS.filter((preset) => holds({ id: 1, ...preset }, { ...CALM, ...values })).map(
    ({ name, severity }) => `${name} ${severity}`,
  )

it.each([
  [{}, []],
  [{ temperatureC: 35 }, ['heat warning']],
  [{ temperatureC: 40 }, ['heat warning', 'extreme heat critical']],
  [{ temperatureC: -10 }, ['frost warning']],
  [{ temperatureC: -20 }, ['frost warning', 'extreme frost critical']],
  [{ windSpeedKmh: 50 }, ['strong wind warning']],
  [{ windSpeedKmh: 80 }, ['strong wind warning', 'storm emergency']],
  [{ visibilityKm: 1 }, ['low visibility warning']],
  [{ condition: 'thunderstorm' }, ['severe weather warning']],
  [{ condition: 'tornado' }, ['severe weather warning', 'dangerous weather emergency']],
] as const)('S63: of the presets, %j holds %j', (values, names) => {
  expect(holding(values)).toEqual(names)
})
