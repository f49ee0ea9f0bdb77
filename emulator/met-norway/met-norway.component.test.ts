import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startEmulator, type Emulator } from '../index.ts'

const AGENT = 'weather.example ops@weather.example'

let now = new Date('2026-11-22T18:07:31Z')
let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator({ now: () => now, seed: 1 })
})
afterAll(() => emulator.close())

interface Period {
  readonly summary: { readonly symbol_code: string }
  readonly details: Record<string, number>
}
interface Step {
  readonly time: string
  readonly data: {
    readonly instant: { readonly details: Record<string, number> }
    readonly next_1_hours?: Period
    readonly next_6_hours?: Period
    readonly next_12_hours?: Period
  }
}
interface Forecast {
  readonly geometry: { readonly coordinates: number[] }
  readonly properties: {
    readonly meta: { readonly updated_at: string; readonly units: Record<string, string> }
    readonly timeseries: Step[]
  }
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

  const complete = async (query: string): Promise<Forecast> =>
    (await (await ask(query, {}, 'complete')).json()) as Forecast

  it('has chances of precipitation of one, six and twelve hours in the Nordic countries only', async () => {
    const chances = async (query: string) => {
      const { data } = (await complete(query)).properties.timeseries[0]!
      const periods = [data.next_1_hours, data.next_6_hours, data.next_12_hours]
      return periods.map((period) => period?.details['probability_of_precipitation'])
    }
    const [one, six, twelve] = await chances('lat=59.91&lon=10.75')
    expect([one, six, twelve]).toEqual(Array(3).fill(expect.any(Number)))
    expect(one).toBeLessThanOrEqual(six ?? -1)
    expect(six).toBeLessThanOrEqual(twelve ?? -1)
    expect(await chances('lat=51.5&lon=-0.1')).toEqual([undefined, undefined, undefined])
  })

  it.each(['lat=59.91&lon=10.75', 'lat=51.5&lon=-0.1'])(
    'lists the unit of every value of %s, and of no other',
    async (query) => {
      const { meta, timeseries } = (await complete(query)).properties
      const held = timeseries.flatMap(({ data }) => [
        data.instant.details,
        data.next_1_hours?.details ?? {},
        data.next_6_hours?.details ?? {},
        data.next_12_hours?.details ?? {},
      ])
      const names = new Set(held.flatMap((details) => Object.keys(details)))
      expect(Object.keys(meta.units).sort()).toEqual([...names].sort())
      expect(meta.units['wind_speed_of_gust'] ?? 'm/s').toBe('m/s')
    },
  )

  it.each([
    ['lat=59.91&lon=10.75', '2026-11-22T18:07:31Z', '2026-11-22T17:24:54Z'],
    ['lat=59.91&lon=10.75', '2026-11-22T18:30:00Z', '2026-11-22T18:24:54Z'],
    ['lat=51.5&lon=-0.1', '2026-11-22T18:07:31Z', '2026-11-22T13:30:57Z'],
    ['lat=51.5&lon=-0.1', '2026-11-22T01:00:00Z', '2026-11-21T19:30:57Z'],
  ])('says for %s at %s that its model ran at %s', async (query, at, ranAt) => {
    now = new Date(at)
    expect((await complete(query)).properties.meta.updated_at).toBe(ranAt)
  })

  it('names skies after where the sun is in the middle of a period', async () => {
    const suffixes = async (query: string, at: string) => {
      now = new Date(at)
      const { timeseries } = (await complete(query)).properties
      const day = timeseries.slice(0, 24).map(({ data }) => data.next_1_hours)
      return new Set(day.map((period) => period?.summary.symbol_code.split('_')[1]))
    }
    const tromso = 'lat=69.65&lon=18.96'
    expect(await suffixes(tromso, '2026-12-21T00:00:00Z')).not.toContain('day')
    expect(await suffixes(tromso, '2026-12-21T00:00:00Z')).not.toContain('night')
    expect(await suffixes(tromso, '2026-06-21T00:00:00Z')).not.toContain('night')
    expect(await suffixes('lat=-77.85&lon=166.67', '2026-05-23T00:00:00Z')).not.toContain('day')
  })

  it('has nothing new until the hour turns', async () => {
    now = new Date('2026-11-22T18:07:31Z')
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
