import { describe, expect, it, onTestFinished } from 'vitest'

import { type Emulator, type ProviderName, startEmulator } from './index.ts'

// On the hour every provider describes the same moment, except the one with odd seconds.
const NOW = new Date('2026-11-22T18:00:00Z')
const headers = { 'user-agent': 'weather.example' }

async function start(seed = 1): Promise<Emulator> {
  const emulator = await startEmulator({ now: () => NOW, seed })
  onTestFinished(() => emulator.close())
  return emulator
}

async function read(emulator: Emulator, provider: ProviderName, path: string): Promise<any> {
  return (await fetch(emulator.baseUrls[provider] + path, { headers })).json()
}

async function temperatures(emulator: Emulator): Promise<number[]> {
  const openMeteo = await read(
    emulator,
    'open-meteo',
    '/v1/forecast?latitude=40.7128&longitude=-74.006&current=temperature_2m',
  )
  const met = await read(
    emulator,
    'met-norway',
    '/weatherapi/locationforecast/2.0/compact?lat=40.7128&lon=-74.006',
  )
  const owm = await read(
    emulator,
    'openweathermap',
    '/data/2.5/weather?lat=40.7128&lon=-74.006&units=metric&appid=key',
  )
  const weatherApi = await read(emulator, 'weatherapi', '/v1/current.json?key=k&q=40.7128,-74.006')
  const point = await read(emulator, 'nws', '/points/40.7128,-74.006')
  const stations = await (await fetch(point.properties.observationStations, { headers })).json()
  const latest = `${(stations as any).observationStations[0]}/observations/latest`
  const observation: any = await (await fetch(latest, { headers })).json()
  return [
    openMeteo.current.temperature_2m,
    met.properties.timeseries[0].data.instant.details.air_temperature,
    owm.main.temp,
    weatherApi.current.temp_c,
    observation.properties.temperature.value,
  ]
}

describe('the emulator', () => {
  it('has one weather that all providers report', async () => {
    const seen = await temperatures(await start())
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThan(0.5)
  })

  it('repeats itself with the same seed and differs with another', async () => {
    const first = await temperatures(await start(1))
    expect(await temperatures(await start(1))).toEqual(first)
    expect(await temperatures(await start(2))).not.toEqual(first)
  })

  it('answers a thousand places at once, each asked exactly once', async () => {
    const emulator = await start()
    const list = (from: number, step: number): string =>
      Array.from({ length: 1000 }, (_, index) => (from + index * step).toFixed(3)).join()
    const body = new URLSearchParams({
      latitude: list(-60, 0.12),
      longitude: list(-170, 0.33),
      current: 'temperature_2m,weather_code',
    })
    const url = `${emulator.baseUrls['open-meteo']}/v1/forecast`
    const answers: any = await (await fetch(url, { method: 'POST', body })).json()
    expect(answers).toHaveLength(1000)
    expect(answers[999].location_id).toBe(999)
    const { placeCounts } = emulator.control.stats()['open-meteo']
    expect([placeCounts.size, Math.max(...placeCounts.values())]).toEqual([1000, 1])
  })

  it('takes its time when told to', async () => {
    const emulator = await startEmulator({ now: () => NOW, latencyMs: 60 })
    onTestFinished(() => emulator.close())
    const startedAt = performance.now()
    await read(emulator, 'open-meteo', '/v1/forecast?latitude=1&longitude=1')
    expect(performance.now() - startedAt).toBeGreaterThan(50)
  })
})
