import { describe, expect, it } from 'vitest'
import { apparentTemperature, heatIndex, windChill } from './apparent-temperature.ts'
import { fahrenheitToCelsius } from './units.ts'

const inFahrenheit = (celsius: number): number => Math.round((celsius * 9) / 5 + 32)

const feels = (
  temperatureC: number | null,
  relativeHumidityPct: number | null,
  windSpeedKmh: number | null,
) => apparentTemperature({ temperatureC, relativeHumidityPct, windSpeedKmh })

describe('heat index', () => {
  // The chart at https://www.weather.gov/safety/heat-index, which rounds to whole degrees.
  it.each([
    [80, 45, 80],
    [84, 90, 98],
    [90, 50, 95],
    [90, 70, 105],
    [96, 65, 121],
    [100, 55, 124],
  ])('of %i °F at %i %% is the %i °F of the published chart', (temperature, humidity, index) => {
    const computed = inFahrenheit(heatIndex(fahrenheitToCelsius(temperature), humidity))
    expect(Math.abs(computed - index)).toBeLessThanOrEqual(1)
  })
})

describe('wind chill', () => {
  // The table of Environment Canada, which rounds to whole degrees.
  it.each([
    [5, 5, 4],
    [0, 20, -5],
    [-10, 30, -20],
    [-25, 40, -41],
    [-40, 80, -67],
  ])('of %i °C at %i km/h is the %i of the published table', (temperature, wind, chill) => {
    expect(Math.round(windChill(temperature, wind))).toBe(chill)
  })
})

describe('apparent temperature', () => {
  it('is the heat index when it is warm and humid', () => {
    expect(feels(32, 70, 10)).toBe(40.4)
  })

  it('is the wind chill when it is cold and windy', () => {
    expect(feels(-10, 80, 30)).toBe(-19.5)
  })

  it.each([
    ['mild', 18, 60, 20],
    ['warm and dry', 33, 40, 20],
    ['cold and still', -5, 80, 4.8],
    ['exactly at the upper limit', 26, 90, 0],
    ['exactly at the lower limit', 10, 90, 50],
  ])('is the temperature when it is %s', (_, temperature, humidity, wind) => {
    expect(feels(temperature, humidity, wind)).toBe(temperature)
  })

  it('does not guess what is not known', () => {
    expect(feels(null, 50, 10)).toBeNull()
    expect(feels(30, null, 10)).toBeNull()
    expect(feels(2, 50, null)).toBeNull()
    expect(feels(18, null, null)).toBe(18)
  })
})
