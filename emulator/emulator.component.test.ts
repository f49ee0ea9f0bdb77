import { describe, expect, it, onTestFinished } from 'vitest'

import { startEmulator, type Emulator } from './index.ts'

// On the hour every provider describes the same moment, except the one with odd seconds.
const NOW = new Date('2026-11-22T18:00:00Z')
const headers = { 'user-agent': 'weather.example' }

async function start(seed = 1): Promise<Emulator> {
  const emulator = await startEmulator({ now: () => NOW, seed })
  onTestFinished(() => emulator.close())
  return emulator
}

const fetchJson = async <T>(url: string): Promise<T> =>
  (await (await fetch(url, { headers })).json()) as T

async function temperatures({ baseUrls }: Emulator): Promise<(number | undefined)[]> {
  const openMeteo = await fetchJson<{ readonly current: { readonly temperature_2m: number } }>(
    `${baseUrls['open-meteo']}/v1/forecast?latitude=40.7128&longitude=-74.006&current=temperature_2m`,
  )
  const met = await fetchJson<{
    readonly properties: { readonly timeseries: { readonly data: MetStep }[] }
  }>(`${baseUrls['met-norway']}/weatherapi/locationforecast/2.0/compact?lat=40.7128&lon=-74.006`)
  const owm = await fetchJson<{ readonly main: { readonly temp: number } }>(
    `${baseUrls.openweathermap}/data/2.5/weather?lat=40.7128&lon=-74.006&units=metric&appid=key`,
  )
  const weatherApi = await fetchJson<{ readonly current: { readonly temp_c: number } }>(
    `${baseUrls.weatherapi}/v1/current.json?key=k&q=40.7128,-74.006`,
  )
  return [
    openMeteo.current.temperature_2m,
    met.properties.timeseries[0]?.data.instant.details.air_temperature,
    owm.main.temp,
    weatherApi.current.temp_c,
    await nwsTemperature(baseUrls.nws),
  ]
}

interface MetStep {
  readonly instant: { readonly details: { readonly air_temperature: number } }
}

async function nwsTemperature(baseUrl: string): Promise<number> {
  const point = await fetchJson<{ readonly properties: { readonly observationStations: string } }>(
    `${baseUrl}/points/40.7128,-74.006`,
  )
  const { observationStations } = await fetchJson<{ readonly observationStations: string[] }>(
    point.properties.observationStations,
  )
  const latest = `${observationStations[0] ?? ''}/observations/latest`
  const observation = await fetchJson<{
    readonly properties: { readonly temperature: { readonly value: number } }
  }>(latest)
  return observation.properties.temperature.value
}

describe('the emulator', () => {
  it('has one weather that all providers report', async () => {
    const seen = (await temperatures(await start())).map(Number)
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
    const response = await fetch(url, { method: 'POST', body })
    const answers = (await response.json()) as { readonly location_id?: number }[]
    expect(answers).toHaveLength(1000)
    expect(answers[999]?.location_id).toBe(999)
    const { placeCounts } = emulator.control.stats()['open-meteo']
    expect([placeCounts.size, Math.max(...placeCounts.values())]).toEqual([1000, 1])
  })

  it('delays its answers when configured to', async () => {
    const emulator = await startEmulator({ now: () => NOW, latencyMs: 60 })
    onTestFinished(() => emulator.close())
    const startedAt = performance.now()
    await fetchJson(`${emulator.baseUrls['open-meteo']}/v1/forecast?latitude=1&longitude=1`)
    expect(performance.now() - startedAt).toBeGreaterThan(50)
  })
})
