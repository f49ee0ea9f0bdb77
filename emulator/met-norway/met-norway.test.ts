import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Emulator, startEmulator } from '../index.ts'

const AGENT = 'weather.example ops@weather.example'

let now = new Date('2026-11-22T18:07:31Z')
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => now, seed: 1 })
})
afterAll(() => emulator.close())

interface Step {
  time: string
  data: { instant: { details: Record<string, number> } }
}
interface Forecast {
  geometry: { coordinates: number[] }
  properties: { timeseries: Step[] }
}

const ask = (query: string, headers: Record<string, string> = {}, product = 'compact') =>
  fetch(`${emulator.baseUrls['met-norway']}/weatherapi/locationforecast/2.0/${product}?${query}`, {
    headers: { 'user-agent': AGENT, ...headers },
  })

describe('the emulated MET Norway', () => {
  it('forecasts hourly, then six-hourly, for nine days and a half', async () => {
    const body = (await (await ask('lat=59.91&lon=10.75')).json()) as Forecast
    const series = body.properties.timeseries
    const first = series[0]?.data
    expect(body.geometry.coordinates.slice(0, 2)).toEqual([10.75, 59.91])
    expect(series[0]?.time).toBe('2026-11-22T18:00:00Z')
    expect(Object.keys(first ?? {})).toEqual([
      'instant',
      'next_12_hours',
      'next_1_hours',
      'next_6_hours',
    ])
    expect(Object.keys(first?.instant.details ?? {})).toEqual([
      'air_pressure_at_sea_level',
      'air_temperature',
      'cloud_area_fraction',
      'relative_humidity',
      'wind_from_direction',
      'wind_speed',
    ])
    expect(series[61]?.data).not.toHaveProperty('next_1_hours')
    expect(Object.keys(series.at(-1)?.data ?? {})).toEqual(['instant'])
    expect(series.at(-1)?.time).toBe('2026-12-02T06:00:00Z')
  })

  it('adds gusts in the complete forecast of the Nordic countries only', async () => {
    const details = async (query: string) => {
      const body = (await (await ask(query, {}, 'complete')).json()) as Forecast
      return body.properties.timeseries[0]?.data.instant.details
    }
    expect(await details('lat=59.91&lon=10.75')).toHaveProperty('wind_speed_of_gust')
    const london = await details('lat=51.5&lon=-0.1')
    expect(london).not.toHaveProperty('wind_speed_of_gust')
    expect(london).toHaveProperty('ultraviolet_index_clear_sky')
  })

  it('has nothing new until the hour turns', async () => {
    const first = await ask('lat=51.5&lon=-0.1')
    expect(first.headers.get('expires')).toBe('Sun, 22 Nov 2026 18:37:31 GMT')
    const since = { 'if-modified-since': first.headers.get('last-modified') ?? '' }
    now = new Date('2026-11-22T18:40:00Z')
    const second = await ask('lat=51.5&lon=-0.1', since)
    expect([second.status, await second.text()]).toEqual([304, ''])
    expect(second.headers.get('expires')).toBe('Sun, 22 Nov 2026 19:10:00 GMT')
    now = new Date('2026-11-22T19:11:00Z')
    expect((await ask('lat=51.5&lon=-0.1', since)).status).toBe(200)
  })

  it('turns away the anonymous, the over-precise and the placeless', async () => {
    expect((await ask('lat=51.5&lon=-0.1', { 'user-agent': '' })).status).toBe(403)
    expect((await ask('lat=51.5&lon=-0.1', { 'user-agent': 'node' })).status).toBe(403)
    expect((await ask('lat=51.50001&lon=-0.1')).status).toBe(403)
    expect((await ask('lat=51.5')).status).toBe(400)
  })
})
