import { expect, test } from 'vitest'
import { addUp, statisticsOf, type WeatherSums } from './weather-sums.ts'

const sums = (temperatures: readonly number[], humidities: readonly number[]): WeatherSums => ({
  dataPoints: Math.max(temperatures.length, humidities.length),
  temperatureSamples: temperatures.length,
  temperatureSumC: temperatures.reduce((one, other) => one + other, 0),
  temperatureMinC: temperatures.length === 0 ? null : Math.min(...temperatures),
  temperatureMaxC: temperatures.length === 0 ? null : Math.max(...temperatures),
  humiditySamples: humidities.length,
  relativeHumiditySumPct: humidities.reduce((one, other) => one + other, 0),
})

test('an average counts every reading once, however the readings are spread over hours', () => {
  const total = addUp([sums([10], [50]), sums([20, 20, 20], [80, 80])])
  expect(statisticsOf(total)).toEqual({
    temperatureAvgC: 17.5,
    temperatureMaxC: 20,
    temperatureMinC: 10,
    relativeHumidityAvgPct: 70,
    dataPoints: 4,
  })
})

test('what no reading said is null, also where other readings said something else', () => {
  expect(statisticsOf(addUp([]))).toEqual({
    temperatureAvgC: null,
    temperatureMaxC: null,
    temperatureMinC: null,
    relativeHumidityAvgPct: null,
    dataPoints: 0,
  })
  expect(statisticsOf(addUp([sums([], []), sums([-3.333], [])]))).toEqual({
    temperatureAvgC: -3.333,
    temperatureMaxC: -3.333,
    temperatureMinC: -3.333,
    relativeHumidityAvgPct: null,
    dataPoints: 1,
  })
})
