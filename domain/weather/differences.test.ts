import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ConditionValues } from './condition-fields.ts'
import { differencesIn, turn } from './differences.ts'

const VALUES: ConditionValues = {
  temperatureC: 5.1,
  apparentTemperatureC: null,
  relativeHumidityPct: 81,
  pressureMslHpa: 1012.3,
  visibilityKm: 10,
  uvIndex: 0.4,
  windSpeedKmh: 18,
  windGustKmh: null,
  windDirectionDeg: 350,
  cloudCoverPct: 90,
  precipitationMm: 1,
  precipitationWindowMinutes: -60,
  condition: 'overcast',
  intensity: null,
  isDay: true,
  sunriseAt: null,
  sunsetAt: null,
}

const OTHER: ConditionValues = {
  ...VALUES,
  temperatureC: 8.4,
  apparentTemperatureC: 3,
  windDirectionDeg: 10,
  precipitationMm: 3,
}

describe('differences of conditions', () => {
  it('are those of the other to the one, null where either is not known', () => {
    expect(differencesIn('metric', VALUES, OTHER)).toMatchObject({
      temperatureC: 3.3,
      apparentTemperatureC: null,
      relativeHumidityPct: 0,
      windGustKmh: null,
      windDirectionDeg: 20,
      precipitationMm: 2,
    })
  })

  it('of temperatures know nothing of where the scale begins', () => {
    expect(differencesIn('imperial', VALUES, OTHER).temperatureC).toBe(5.9)
    expect(differencesIn('si', VALUES, OTHER).temperatureC).toBe(3.3)
  })

  it('of precipitation are known for the same span only', () => {
    const daily = { ...OTHER, precipitationWindowMinutes: -1440 }
    expect(differencesIn('metric', VALUES, daily).precipitationMm).toBeNull()
  })

  it.each([
    [350, 10, 20],
    [10, 350, -20],
    [0, 180, 180],
    [180, 0, 180],
    [0, 360, 0],
    [90, 271, -179],
  ])('of the wind go the shorter way round: from %s° to %s° is %s°', (from, to, expected) => {
    expect(turn(from, to)).toBe(expected)
  })

  it('of the wind bring one direction to the other', () => {
    const degrees = fc.integer({ min: 0, max: 360 })
    fc.assert(
      fc.property(degrees, degrees, (from, to) => {
        const by = turn(from, to)
        return by > -180 && by <= 180 && (from + by - to + 720) % 360 === 0
      }),
    )
  })
})
