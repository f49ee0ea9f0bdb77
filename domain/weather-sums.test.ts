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
    avg_temperature: 17.5,
    max_temperature: 20,
    min_temperature: 10,
    avg_humidity: 70,
    data_points: 4,
  })
})

test('what no reading said is null, also where other readings said something else', () => {
  expect(statisticsOf(addUp([]))).toEqual({
    avg_temperature: null,
    max_temperature: null,
    min_temperature: null,
    avg_humidity: null,
    data_points: 0,
  })
  expect(statisticsOf(addUp([sums([], []), sums([-3.333], [])]))).toEqual({
    avg_temperature: -3.33,
    max_temperature: -3.33,
    min_temperature: -3.33,
    avg_humidity: null,
    data_points: 1,
  })
})
