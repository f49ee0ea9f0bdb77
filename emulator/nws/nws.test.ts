import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Emulator, startEmulator } from '../index.ts'

const NOW = new Date('2026-11-22T18:27:31Z')

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => NOW, seed: 1 })
})
afterAll(() => emulator.close())

interface Period {
  windSpeed: string
  startTime: string
  temperatureUnit: string
}
interface Body {
  properties: {
    timeZone: string
    observationStations: string
    forecast: string
    timestamp: string
    temperature: object
    seaLevelPressure: { value: number | null }
    barometricPressure: { value: number }
    periods: Period[]
  }
  features: { id: string; geometry: { coordinates: number[] } }[]
}
interface Reply {
  status: number
  type: string | null
  text: string
}

const get = async (url: string, agent = 'weather.example'): Promise<Reply> => {
  const response = await fetch(url, { headers: { 'user-agent': agent } })
  const text = await response.text()
  return { status: response.status, type: response.headers.get('content-type'), text }
}
const read = async (url: string): Promise<Body> => JSON.parse((await get(url)).text) as Body

describe('the emulated National Weather Service', () => {
  it('leads from a point over its grid and stations to an observation, by its own links', async () => {
    const point = await read(`${emulator.baseUrls.nws}/points/38.8894,-77.0352`)
    expect(point.properties.timeZone).toBe('America/New_York')
    const stations = await read(point.properties.observationStations)
    expect(stations.features).toHaveLength(3)
    const nearest = stations.features[0]
    expect(nearest?.geometry.coordinates[0]).toBeCloseTo(-77.0352, 1)
    const { properties } = await read(`${nearest?.id ?? ''}/observations/latest`)
    expect(properties.timestamp).toBe('2026-11-22T18:20:00+00:00')
    expect(properties.temperature).toMatchObject({ unitCode: 'wmoUnit:degC', qualityControl: 'V' })
    expect(properties.seaLevelPressure.value).toBeNull()
    expect(properties.barometricPressure.value).toBeGreaterThan(90_000)
  })

  it('forecasts fourteen half days in the units asked for', async () => {
    const point = await read(`${emulator.baseUrls.nws}/points/38.8894,-77.0352`)
    const { properties } = await read(`${point.properties.forecast}?units=si`)
    expect(properties.periods).toHaveLength(14)
    expect(properties.periods[0]).toMatchObject({ isDaytime: true, temperatureUnit: 'C' })
    expect(properties.periods[0]?.startTime).toBe('2026-11-22T13:00:00-05:00')
    expect(properties.periods[0]?.windSpeed).toMatch(/^\d+( to \d+)? km\/h$/)
    const american = await read(point.properties.forecast)
    expect(american.properties.periods[0]?.temperatureUnit).toBe('F')
  })

  it('does not cover the rest of the world', async () => {
    const { status, type, text } = await get(`${emulator.baseUrls.nws}/points/52.52,13.41`)
    expect([status, type]).toEqual([404, 'application/problem+json'])
    expect(JSON.parse(text)).toMatchObject({
      type: 'https://api.weather.gov/problems/InvalidPoint',
      detail: 'Unable to provide data for requested point 52.52,13.41',
    })
  })

  it('wants to know who asks', async () => {
    expect((await get(`${emulator.baseUrls.nws}/points/38.9,-77`, '')).status).toBe(403)
  })

  it('knows no station it did not name', async () => {
    const { status } = await get(`${emulator.baseUrls.nws}/stations/KXYZ/observations/latest`)
    expect(status).toBe(404)
  })
})
