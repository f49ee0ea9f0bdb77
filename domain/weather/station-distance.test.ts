import { describe, expect, it } from 'vitest'
import { distanceKm, isRepresentative, STATION_LIMITS, type Site } from './station-distance.ts'

const site = (latitude: number, longitude: number, elevationM: number | null = null): Site => ({
  latitude,
  longitude,
  elevationM,
})

const WASHINGTON = site(38.8894, -77.0352, 8)
const CELL = site(38.8694, -77.0569)

describe('the distance between two places', () => {
  // The first four are distances that api.weather.gov states in its list of stations for a cell of
  // its grid; a degree of the great circle of a sphere of the mean radius is 111.195 km.
  it.each([
    ['a cell and Reagan airport', CELL, site(38.84833, -77.03417), 3.044, 0.02],
    ['a cell and College Park', CELL, site(38.9806, -76.9223), 16.981, 0.02],
    ['a cell and Baltimore', CELL, site(39.28333, -76.61667), 59.685, 0.05],
    ['a cell and Roanoke', CELL, site(37.31694, -79.97417), 308.16, 0.1],
    ['two meridians at the equator', site(0, 10), site(0, 11), 111.195, 0.001],
    ['two parallels', site(60, 10), site(61, 10), 111.195, 0.001],
    ['two meridians at 60° north', site(60, 10), site(60, 11), 55.6, 0.01],
    ['both sides of the date line', site(52, 179.5), site(52, -179.5), 68.45, 0.05],
    ['both poles', site(90, 0), site(-90, 0), 20_015.1, 0.1],
    ['two sides of a pole', site(89.5, 0), site(89.5, 180), 111.195, 0.001],
    ['a place and itself', WASHINGTON, WASHINGTON, 0, 0],
  ])('is right for %s', (_, a, b, km, tolerance) => {
    expect(Math.abs(distanceKm(a, b) - km)).toBeLessThanOrEqual(tolerance)
    expect(distanceKm(b, a)).toBeCloseTo(distanceKm(a, b), 9)
  })
})

describe('a station', () => {
  const HONOLULU = site(21.3069, -157.8583, 6)

  it.each<[string, Site, Site, boolean]>([
    ['at the airport of the city', site(38.84833, -77.03417, 4), WASHINGTON, true],
    ['160 km away on another island', site(20.8986, -156.4305, 16), HONOLULU, false],
    ['just within the distance', site(0.539, 0), site(0, 0), true],
    ['just beyond the distance', site(0.541, 0), site(0, 0), false],
    ['300 m higher', site(0, 0, 310), site(0, 0, 10), true],
    ['301 m higher', site(0, 0, 311), site(0, 0, 10), false],
    ['301 m lower', site(0, 0, 10), site(0, 0, 311), false],
    ['of unknown height', site(0, 0), site(0, 0, 4000), true],
    ['near a place of unknown height', site(0, 0, 4000), site(0, 0), true],
    ['far from a place of unknown height', site(1, 0, 4000), site(0, 0), false],
  ])('%s is judged', (_, station, place, expected) => {
    expect(isRepresentative(station, place)).toBe(expected)
  })

  it('is judged by stricter limits where they are given', () => {
    const strict = { distanceKm: 20, heightM: 150 }
    const andrews = site(38.81667, -76.85, 85.9536)
    expect(isRepresentative(andrews, WASHINGTON, strict)).toBe(true)
    expect(isRepresentative(site(38.7, -76.85, 86), WASHINGTON, strict)).toBe(false)
    expect(isRepresentative(site(38.9, -77, 159), WASHINGTON, strict)).toBe(false)
  })

  it('stands for a place at most 60 km and 300 m of height away', () => {
    expect(STATION_LIMITS).toEqual({ distanceKm: 60, heightM: 300 })
  })
})
