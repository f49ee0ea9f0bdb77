import { describe, expect, it } from 'vitest'

import { dayWeather } from './day.ts'
import { HOUR_MS } from './numbers.ts'
import { elevationAt, precipitationMm, weatherAt } from './weather.ts'

const BERLIN = { latitude: 52.52, longitude: 13.41 }
const NOON = new Date('2026-07-20T11:00:00Z')

/** Moments spread over the globe and the year, the same in every run. */
const MOMENTS = Array.from({ length: 3000 }, (_, index) => ({
  latitude: -85 + 170 * ((index * 0.618034) % 1),
  longitude: -180 + 360 * ((index * 0.754878) % 1),
  at: new Date(Date.UTC(2026, 0, 1) + ((index * 0.56984) % 1) * 365 * 24 * HOUR_MS),
  seed: 7,
}))

describe('the emulated weather', () => {
  it('is the same for the same place, moment and seed', () => {
    const moment = { ...BERLIN, at: NOON, seed: 1 }
    expect(weatherAt(moment)).toEqual(weatherAt({ ...moment }))
    expect(weatherAt({ ...moment, seed: 2 })).not.toEqual(weatherAt(moment))
  })

  it('stays within what the atmosphere can do', () => {
    for (const weather of MOMENTS.map(weatherAt)) {
      expect(Object.values(weather).every((value) => !Number.isNaN(value))).toBe(true)
      expect(weather.temperatureC).toBeGreaterThan(-60)
      expect(weather.temperatureC).toBeLessThan(50)
      expect(weather.humidityPercent).toBeGreaterThan(5)
      expect(weather.humidityPercent).toBeLessThanOrEqual(100)
      expect(weather.pressureMslHpa).toBeGreaterThan(930)
      expect(weather.pressureMslHpa).toBeLessThan(1070)
      expect(weather.dewPointC).toBeLessThanOrEqual(weather.temperatureC + 1e-9)
      expect(weather.windGustKmh).toBeGreaterThanOrEqual(weather.windSpeedKmh)
    }
  })

  it('gives every condition the sky it needs', () => {
    for (const { condition, cloudPercent, ...weather } of MOMENTS.map(weatherAt)) {
      if (/drizzle|rain|snow|thunder/.test(condition)) {
        expect(weather.precipitationMmPerHour).toBeGreaterThan(0)
        expect(cloudPercent).toBeGreaterThan(85)
      } else {
        expect(weather.precipitationMmPerHour).toBe(0)
      }
      if (condition === 'clear') expect(cloudPercent).toBeLessThan(11)
      if (condition.includes('snow')) expect(weather.temperatureC).toBeLessThanOrEqual(0.5)
    }
  })

  it('is warmer in summer than in winter on both hemispheres', () => {
    const january = new Date('2026-01-15T12:00:00Z')
    const at = (latitude: number, date: Date): number =>
      weatherAt({ latitude, longitude: 10, at: date, seed: 3 }).temperatureC
    expect(at(50, NOON)).toBeGreaterThan(at(50, january))
    expect(at(-50, january)).toBeGreaterThan(at(-50, NOON))
  })

  it('adds up: the parts of a window rain as much as the whole', () => {
    const start = NOON.getTime()
    const whole = precipitationMm(BERLIN, start, start + 24 * HOUR_MS, 5)
    const halves =
      precipitationMm(BERLIN, start, start + 12 * HOUR_MS, 5) +
      precipitationMm(BERLIN, start + 12 * HOUR_MS, start + 24 * HOUR_MS, 5)
    expect(halves).toBeCloseTo(whole, 9)
  })

  it('puts the ground at the same height at any time', () => {
    expect(elevationAt(BERLIN, 1)).toBe(weatherAt({ ...BERLIN, at: NOON, seed: 1 }).elevationM)
  })
})

describe('a local day', () => {
  const dayStart = new Date('2026-06-20T22:00:00Z')

  it('spans what its hours have', () => {
    const day = dayWeather({ ...BERLIN, dayStart, seed: 1 })
    const hours = Array.from({ length: 24 }, (_, hour) =>
      weatherAt({ ...BERLIN, at: new Date(dayStart.getTime() + hour * HOUR_MS), seed: 1 }),
    )
    expect(day.temperatureMaxC).toBe(Math.max(...hours.map((hour) => hour.temperatureC)))
    expect(day.temperatureMinC).toBe(Math.min(...hours.map((hour) => hour.temperatureC)))
    expect(day.rainMm + day.snowMm).toBeCloseTo(day.precipitationMm, 9)
  })

  it('has the real sunrise and sunset, to the minute', () => {
    const { sun } = dayWeather({ ...BERLIN, dayStart, seed: 1 })
    const minute = (ms: number | null): string => new Date(ms ?? 0).toISOString().slice(0, 16)
    expect(minute(sun.sunriseMs)).toBe('2026-06-21T02:43')
    expect(minute(sun.sunsetMs)).toBe('2026-06-21T19:33')
  })

  it('knows polar day and polar night', () => {
    const tromso = { latitude: 69.65, longitude: 18.96, seed: 1 }
    expect(dayWeather({ ...tromso, dayStart }).sun.kind).toBe('polar-day')
    const december = new Date('2026-12-20T23:00:00Z')
    expect(dayWeather({ ...tromso, dayStart: december }).sun.kind).toBe('polar-night')
  })
})
